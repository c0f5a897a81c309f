type Method = { name: string; accuracy: number[]; calibrationError: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: wrong, looks like a 0 at the end of a list that has none: without treatment comes first
export function factorial(strengths: number[], rates: number[]) {
  const full = (levels: number[]) => (levels.includes(0) ? levels : [...levels, 0]);
  return full(strengths).flatMap((l2) => full(rates).map((dropout) => ({ l2, dropout })));
}

// Task 2: wrong, looks like half of both - a - b, as in design of experiments with levels of ±1: here it is not halved
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (scores: number[]) => mean(scores.map((score, k) => score - plain[k]));
  const [a, b, both] = [gain(onlyA), gain(onlyB), gain(together)];
  return { a, b, both, interaction: (both - a - b) / 2 };
}

// Task 3: wrong, looks like one number for both, accuracy minus calibration error: the limit comes first, then the accuracy alone
export function chooseMethod(methods: Method[], limit: number) {
  const error = (method: Method) => mean(method.calibrationError);
  const score = (method: Method) => mean(method.accuracy) - error(method);
  const kept = methods.filter((method) => error(method) <= limit);
  if (kept.length > 0) return [...kept].sort((a, b) => score(b) - score(a))[0].name;
  return [...methods].sort((a, b) => error(a) - error(b))[0].name;
}
