const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };

// Task 1: wrong, looks like a sum over the seeds in place of their mean: then more seeds look better
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  const score = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  const [best] = [...candidates].sort((a, b) => score(b.validation) - score(a.validation) || b.lambda - a.lambda);
  return { lambda: best.lambda, validation: mean(best.validation), test: openTest(best) };
}

// Task 2: wrong, looks like a mean of squares minus the square of the mean: the digits cancel. Subtract the mean first, then square
export function pairedInterval(a: number[], b: number[], t: number) {
  const d = a.map((value, k) => value - b[k]);
  const n = d.length;
  const middle = mean(d);
  const margin = (t * Math.sqrt((mean(d.map((value) => value * value)) - middle * middle) * (n / (n - 1)))) / Math.sqrt(n);
  return { mean: middle, low: middle - margin, high: middle + margin };
}

// Task 3: wrong, looks like 1.96 in place of t: with few seeds the interval is wider
export function pickModel(models: Model[], t: number) {
  const best = models.reduce((a, b) => (mean(b.validation) > mean(a.validation) ? b : a));
  return models.find((model) => {
    const d = best.validation.map((value, k) => value - model.validation[k]);
    return mean(d) - (1.96 * deviation(d)) / Math.sqrt(d.length) <= 0;
  })!.name;
}
