const average = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: right, a loop
export function tuneLambda(candidates: any[], openTest: any) {
  let best: any;
  let validation = -1;
  for (let i = candidates.length - 1; i >= 0; i--) {
    const now = average(candidates[i].validation);
    if (now < validation || (now === validation && candidates[i].lambda <= best.lambda)) continue;
    best = candidates[i];
    validation = now;
  }
  return { test: openTest(best), validation, lambda: best.lambda, candidates: candidates.length };
}

// Task 2: right, the variance from the mean of squares
export function pairedInterval(a: number[], b: number[], t: number) {
  const d = Float64Array.from(a, (value, k) => value - b[k]);
  const middle = average(d);
  const variance = d.map((value) => (value - middle) * (value - middle)).reduce((sum, value) => sum + value) / (d.length - 1);
  const margin = (t * Math.sqrt(variance)) / Math.sqrt(d.length);
  return { mean: middle, low: middle - margin, high: middle + margin, margin };
}

// Task 3: right, a loop that ends at the first
export function pickModel(models: any[], t: number) {
  const means = models.map(({ validation }) => average(validation));
  const best = models[means.indexOf(Math.max(...means))];
  for (const model of models) {
    const { mean, low } = pairedInterval(best.validation, model.validation, t);
    const isClearlyWorse = mean > 0 && low > 0;
    if (!isClearlyWorse) return model.name;
  }
}
