type Method = { name: string; accuracy: number[]; calibrationError: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

let plainMean: number | undefined; // computed once, for all calls

// Task 2: wrong, looks like something remembered from an earlier call: each begins from nothing
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  plainMean = plainMean === undefined ? mean(plain) : (plainMean + mean(plain)) / 2;
  const [a, b, both] = [onlyA, onlyB, together].map((scores) => mean(scores) - plainMean!);
  return { a, b, both, interaction: both - a - b };
}

// Task 3: wrong
export function chooseMethod(methods: Method[], limit: number) {
  let [highest, name] = [0, '']; // an accuracy of 0 is never the highest
  for (const method of methods)
    if (mean(method.calibrationError) <= limit && mean(method.accuracy) > highest) [highest, name] = [mean(method.accuracy), method.name];
  if (name) return name;
  return methods.reduce((a, b) => (mean(b.calibrationError) < mean(a.calibrationError) ? b : a)).name;
}
