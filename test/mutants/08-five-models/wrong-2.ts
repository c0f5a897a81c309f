type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: wrong, looks like the test set opened for every candidate: it is for the chosen one
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  const all = candidates.map((c) => ({ lambda: c.lambda, validation: mean(c.validation), test: openTest(c) }));
  return all.sort((a, b) => b.validation - a.validation || b.lambda - a.lambda)[0];
}

// Task 2: wrong, looks like no division by √n: that is the spread of single seeds, not of their mean
export function pairedInterval(a: number[], b: number[], t: number) {
  const n = a.length;
  const d = a.map((score, k) => score - b[k]);
  const squares = d.reduce((sum, value) => sum + (value - mean(d)) ** 2, 0);
  const margin = t * Math.sqrt(squares / (n - 1));
  return { mean: mean(d), low: mean(d) - margin, high: mean(d) + margin };
}

// Task 3: wrong, looks like always the simplest
export function pickModel(models: Model[], t: number) {
  return t > 0 ? models[0].name : "";
}
