type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: wrong, looks like the first of equal ones: it is the largest λ
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  let best = candidates[0];
  for (const c of candidates) {
    const [now, before] = [mean(c.validation), mean(best.validation)];
    if (now > before) best = c;
  }
  return { lambda: best.lambda, validation: mean(best.validation), test: openTest(best) };
}

// Task 2: wrong, looks like an interval without t: one standard error on either side
export function pairedInterval(a: number[], b: number[], _t: number) {
  const n = a.length;
  const d = a.map((score, k) => score - b[k]);
  const squares = d.reduce((sum, value) => sum + (value - mean(d)) ** 2, 0);
  const margin = Math.sqrt(squares / (n - 1) / n);
  return { mean: mean(d), low: mean(d) - margin, high: mean(d) + margin };
}

const lowOf = (a: number[], b: number[], t: number) => {
  const d = a.map((value, k) => value - b[k]);
  const squares = d.reduce((sum, value) => sum + (value - mean(d)) ** 2, 0);
  return mean(d) - t * Math.sqrt(squares / (d.length - 1) / d.length);
};

// Task 3: wrong, looks like the best mean alone: a simpler model that is as good within its interval goes first
export function pickModel(models: Model[], t: number) {
  const best = models.reduce((a, b) => (mean(b.validation) > mean(a.validation) ? b : a));
  const highOf = (a: number[], b: number[]) => -lowOf(b, a, t);
  return models.find(({ validation }) => highOf(best.validation, validation) <= 0)!.name;
}
