type Method = { name: string; accuracy: number[]; calibrationError: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 2: wrong, looks like independence of Bliss, a + b - a·b, as the sum: here it is a + b
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (scores: number[]) => mean(scores.map((score, k) => score - plain[k]));
  const [a, b, both] = [gain(onlyA), gain(onlyB), gain(together)];
  return { a, b, both, interaction: both - a - b + a * b };
}

// Task 3: wrong, looks like a limit of 0 taken for none: a method without any calibration error keeps it
export function chooseMethod(methods: Method[], limit: number) {
  const error = (method: Method) => mean(method.calibrationError);
  const score = (method: Method) => mean(method.accuracy);
  const kept = methods.filter((method) => !limit || error(method) <= limit);
  if (kept.length > 0) return [...kept].sort((a, b) => score(b) - score(a))[0].name;
  return [...methods].sort((a, b) => error(a) - error(b))[0].name;
}
