type Method = { name: string; accuracy: number[]; calibrationError: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

// Task 1: wrong, looks like a 0 that is looked for in the first place only: a list may have it anywhere
export function factorial(strengths: number[], rates: number[]) {
  const full = (levels: number[]) => (levels[0] === 0 ? levels : [0, ...levels]);
  return full(strengths).flatMap((l2) => full(rates).map((dropout) => ({ l2, dropout })));
}

// Task 2: wrong, looks like medians over the seeds in place of means
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (scores: number[]) => median(scores.map((score, k) => score - plain[k]));
  const [a, b, both] = [gain(onlyA), gain(onlyB), gain(together)];
  return { a, b, both, interaction: both - a - b };
}

// Task 3: wrong, looks like medians over the seeds in place of means
export function chooseMethod(methods: Method[], limit: number) {
  const error = (method: Method) => median(method.calibrationError);
  const score = (method: Method) => median(method.accuracy);
  const kept = methods.filter((method) => error(method) <= limit);
  if (kept.length > 0) return [...kept].sort((a, b) => score(b) - score(a))[0].name;
  return [...methods].sort((a, b) => error(a) - error(b))[0].name;
}
