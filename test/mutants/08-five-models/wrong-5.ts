type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: wrong, looks like only the first seed
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  let best = candidates[0];
  for (const c of candidates) {
    const [now, before] = [c.validation[0], best.validation[0]];
    if (now > before || (now === before && c.lambda > best.lambda)) best = c;
  }
  return { lambda: best.lambda, validation: mean(best.validation), test: openTest(best) };
}

// Task 2: wrong, looks like b - a: a positive difference means that a is higher
export function pairedInterval(a: number[], b: number[], t: number) {
  const n = a.length;
  const d = b.map((score, k) => score - a[k]);
  const squares = d.reduce((sum, value) => sum + (value - mean(d)) ** 2, 0);
  const margin = t * Math.sqrt(squares / (n - 1) / n);
  return { mean: mean(d), low: mean(d) - margin, high: mean(d) + margin };
}

const lowOf = (a: number[], b: number[], t: number) => {
  const d = a.map((value, k) => value - b[k]);
  const squares = d.reduce((sum, value) => sum + (value - mean(d)) ** 2, 0);
  return mean(d) - t * Math.sqrt(squares / (d.length - 1) / d.length);
};

// Task 3: wrong, looks like overlap of two intervals, one for each model: the interval of the difference decides
export function pickModel(models: Model[], t: number) {
  const best = models.reduce((a, b) => (mean(b.validation) > mean(a.validation) ? b : a));
  const margin = (values: number[]) => -lowOf(values, values.map(() => mean(values)), t);
  return models.find(({ validation }) => mean(validation) + margin(validation) >= mean(best.validation) - margin(best.validation))!.name;
}
