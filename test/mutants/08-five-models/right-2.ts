interface Candidate {
  lambda: number;
  validation: number[];
}

// Task 1: right, sums in place of means, and a copy given to openTest
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  const total = (values: number[]) => {
    let sum = 0;
    for (const value of values) sum += value;
    return sum / values.length;
  };
  const highest = Math.max(...candidates.map(({ validation }) => total(validation)));
  const tied = candidates.filter(({ validation }) => total(validation) === highest);
  const lambda = Math.max(...tied.map((one) => one.lambda));
  return { lambda, validation: highest, test: openTest({ ...tied.find((one) => one.lambda === lambda)! }) };
}

// Task 2: right, loops
export function pairedInterval(a: number[], b: number[], t: number) {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] - b[k];
  const middle = sum / a.length;
  let squares = 0;
  for (let k = 0; k < a.length; k++) squares += Math.pow(a[k] - b[k] - middle, 2);
  const error = Math.sqrt(squares / ((a.length - 1) * a.length));
  return { mean: middle, low: middle - t * error, high: middle + t * error };
}

// Task 3: right, from the other side: model minus best
export function pickModel(models: { name: string; validation: number[] }[], t: number): string {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [best] = models.slice().sort((x, y) => mean(y.validation) - mean(x.validation));
  return models.filter((model) => pairedInterval(model.validation, best.validation, t).high >= 0)[0].name;
}
