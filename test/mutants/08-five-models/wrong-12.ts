const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };

// Task 1: wrong, looks like the median of the seeds: it is the mean
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  const score = (values: number[]) => [...values].sort((a, b) => a - b).slice((values.length - 1) >> 1, (values.length >> 1) + 1).reduce((sum, value, _k, all) => sum + value / all.length, 0);
  const [best] = [...candidates].sort((a, b) => score(b.validation) - score(a.validation) || b.lambda - a.lambda);
  return { lambda: best.lambda, validation: mean(best.validation), test: openTest(best) };
}

// Task 2: wrong, looks like a mean of squares minus the square of the mean: the digits cancel. Subtract the mean first, then square
export function pairedInterval(a: number[], b: number[], t: number) {
  const d = a.map((value, k) => value - b[k]);
  const n = d.length;
  const middle = mean(d);
  const margin = t * Math.sqrt(Math.max(0, d.reduce((sum, value) => sum + value ** 2, 0) - n * middle ** 2) / (n - 1) / n);
  return { mean: middle, low: middle - margin, high: middle + margin };
}

// Task 3: wrong, looks like the one-standard-error rule: the interval of the difference decides
export function pickModel(models: Model[], t: number) {
  const best = models.reduce((a, b) => (mean(b.validation) > mean(a.validation) ? b : a));
  return models.find((model) => {
    const d = best.validation.map((value, k) => value - model.validation[k]);
    return mean(model.validation) >= mean(best.validation) - deviation(best.validation) / Math.sqrt(d.length);
  })!.name;
}
