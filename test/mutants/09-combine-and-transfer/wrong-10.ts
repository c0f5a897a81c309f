type Method = { name: string; accuracy: number[]; calibrationError: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const cells: { l2: number; dropout: number }[] = []; // outside of the function: it lives on

// Task 1: wrong, looks like something remembered from an earlier call: each begins from nothing
export function factorial(strengths: number[], rates: number[]) {
  for (const l2 of new Set(strengths.includes(0) ? strengths : [0, ...strengths]))
    for (const dropout of new Set(rates.includes(0) ? rates : [0, ...rates])) cells.push({ l2, dropout });
  return cells;
}

// Task 2: wrong, looks like effects averaged over the other treatment, as in design of experiments: here over the plain network alone
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]) {
  const gain = (scores: number[]) => mean(scores.map((score, k) => score - plain[k]));
  const [a, b, both] = [gain(onlyA), gain(onlyB), gain(together)];
  return { a: (a + both - b) / 2, b: (b + both - a) / 2, both, interaction: both - a - b };
}

// Task 3: wrong, looks like sums over the seeds in place of means: then more seeds look better
export function chooseMethod(methods: Method[], limit: number) {
  const error = (method: Method) => mean(method.calibrationError);
  const score = (method: Method) => method.accuracy.reduce((sum, value) => sum + value, 0);
  const kept = methods.filter((method) => error(method) <= limit);
  if (kept.length > 0) return [...kept].sort((a, b) => score(b) - score(a))[0].name;
  return [...methods].sort((a, b) => error(a) - error(b))[0].name;
}
