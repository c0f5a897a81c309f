const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };

// Task 2: right, the squares of all pairs of differences
export function pairedInterval(a: number[], b: number[], t: number) {
  const n = a.length;
  const d = Float64Array.from(a, (value, k) => value - b[k]);
  let squares = 0;
  for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) squares += (d[i] - d[k]) ** 2;
  const variance = squares / n / (n - 1);
  const middle = mean(a) - mean(b);
  const half = t * Math.sqrt(variance / n);
  return { mean: middle, low: middle - half, high: middle + half };
}

// Task 3: right, t as a bound for the t statistic
export function pickModel(models: Model[], t: number) {
  const best = models.reduce((a, b) => (mean(a.validation) >= mean(b.validation) ? a : b));
  const clearlyWorse = ({ validation }: Model) => {
    const d = best.validation.map((value, k) => value - validation[k]);
    return mean(d) > (t * deviation(d)) / Math.sqrt(d.length);
  };
  return models.filter((model) => !clearlyWorse(model)).shift()!.name;
}
