const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };

// Task 1: right, from the largest λ down, and only a higher mean replaces
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  const order = candidates.map((_, k) => k).sort((a, b) => candidates[b].lambda - candidates[a].lambda);
  let best = order[0];
  for (const k of order) if (mean(candidates[k].validation) > mean(candidates[best].validation)) best = k;
  const { lambda, validation } = candidates[best];
  return { lambda, validation: mean(validation), test: openTest(candidates[best]) };
}

// Task 2: right, Welford's running mean and squares
export function pairedInterval(a: number[], b: number[], t: number) {
  let [middle, squares] = [0, 0];
  a.forEach((value, k) => {
    const d = value - b[k];
    const before = d - middle;
    middle += before / (k + 1);
    squares += before * (d - middle);
  });
  const margin = t * Math.sqrt(squares / (a.length - 1)) * a.length ** -0.5;
  return { mean: middle, low: middle - margin, high: middle + margin };
}

// Task 3: right, the models that are clearly worse are left out first
export function pickModel(models: Model[], t: number) {
  const means = models.map(({ validation }) => mean(validation));
  const best = models[means.findIndex((one) => means.every((other) => one >= other))];
  const left = models.filter(({ validation }) => !(pairedInterval(best.validation, validation, t).low > 0));
  return left[0].name;
}
