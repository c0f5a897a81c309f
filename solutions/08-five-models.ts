// scores of several seeds → the λ to use, how sure a difference is, the model to pick

export interface Candidate {
  lambda: number;
  validation: number[];
}

export interface Model {
  name: string;
  validation: number[];
}

export interface Interval {
  mean: number;
  low: number;
  high: number;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export function tuneLambda(
  candidates: Candidate[],
  openTest: (candidate: Candidate) => number,
): { lambda: number; validation: number; test: number } {
  const better = (a: Candidate, b: Candidate) => mean(b.validation) - mean(a.validation) || b.lambda - a.lambda;
  const best = [...candidates].sort(better)[0];
  return { lambda: best.lambda, validation: mean(best.validation), test: openTest(best) };
}

export function pairedInterval(a: number[], b: number[], t: number): Interval {
  const differences = a.map((score, k) => score - b[k]); // what a seed does to both models cancels here
  const middle = mean(differences);
  let squares = 0;
  for (const d of differences) squares += (d - middle) ** 2;
  const margin = t * Math.sqrt(squares / (a.length - 1) / a.length);
  return { mean: middle, low: middle - margin, high: middle + margin };
}

export function pickModel(models: Model[], t: number): string {
  let best = models[0];
  for (const model of models) if (mean(model.validation) > mean(best.validation)) best = model;
  const isClose = (model: Model) => pairedInterval(best.validation, model.validation, t).low <= 0;
  return models.find(isClose)!.name;
}
