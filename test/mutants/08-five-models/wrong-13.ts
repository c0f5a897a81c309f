const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };

// Task 1: wrong, looks like the one-standard-error rule, which takes the largest λ near the best: here the highest mean decides
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  const [best] = [...candidates].sort((a, b) => mean(b.validation) - mean(a.validation) || b.lambda - a.lambda);
  const bound = mean(best.validation) - deviation(best.validation) / Math.sqrt(best.validation.length);
  const chosen = candidates.filter(({ validation }) => mean(validation) >= bound).reduce((a, b) => (b.lambda > a.lambda ? b : a), best);
  return { lambda: chosen.lambda, validation: mean(chosen.validation), test: openTest(chosen) };
}

// Task 2: wrong, looks like divided by √(n - 1) in place of √n: s has its n - 1 already
export function pairedInterval(a: number[], b: number[], t: number) {
  const d = a.map((value, k) => value - b[k]);
  const n = d.length;
  const middle = mean(d);
  const margin = (t * deviation(d)) / Math.sqrt(n - 1);
  return { mean: middle, low: middle - margin, high: middle + margin };
}

// Task 3: wrong, looks like an interval of half or of no width: compare with the one of task 2
export function pickModel(models: Model[], t: number) {
  const best = models.reduce((a, b) => (mean(b.validation) > mean(a.validation) ? b : a));
  return models.find((model) => {
    const d = best.validation.map((value, k) => value - model.validation[k]);
    return mean(d) - (t * deviation(d)) / Math.sqrt(d.length) / 2 <= 0;
  })!.name;
}
