// Right values, each as a promise of it: whoever calls these functions needs the values themselves.

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

function tuneLambdaNow(
  candidates: Candidate[],
  openTest: (candidate: Candidate) => number,
): { lambda: number; validation: number; test: number } {
  const better = (a: Candidate, b: Candidate) => mean(b.validation) - mean(a.validation) || b.lambda - a.lambda;
  const best = [...candidates].sort(better)[0];
  return { lambda: best.lambda, validation: mean(best.validation), test: openTest(best) };
}

function pairedIntervalNow(a: number[], b: number[], t: number): Interval {
  const differences = a.map((score, k) => score - b[k]); // what a seed does to both models cancels here
  const middle = mean(differences);
  let squares = 0;
  for (const d of differences) squares += (d - middle) ** 2;
  const margin = t * Math.sqrt(squares / (a.length - 1) / a.length);
  return { mean: middle, low: middle - margin, high: middle + margin };
}

function pickModelNow(models: Model[], t: number): string {
  let best = models[0];
  for (const model of models) if (mean(model.validation) > mean(best.validation)) best = model;
  const isClose = (model: Model) => pairedIntervalNow(best.validation, model.validation, t).low <= 0;
  return models.find(isClose)!.name;
}

// Task 1: wrong
export const tuneLambda = async (...args: Parameters<typeof tuneLambdaNow>) => tuneLambdaNow(...args);

// Task 2: wrong
export const pairedInterval = async (...args: Parameters<typeof pairedIntervalNow>) => pairedIntervalNow(...args);

// Task 3: wrong
export const pickModel = async (...args: Parameters<typeof pickModelNow>) => pickModelNow(...args);
