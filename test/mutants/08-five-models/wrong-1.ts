type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: wrong, looks like chosen on the test set: then nothing is left to report honestly
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  let best = candidates[0];
  for (const c of candidates) {
    const [now, before] = [openTest(c), openTest(best)];
    if (now > before || (now === before && c.lambda > best.lambda)) best = c;
  }
  return { lambda: best.lambda, validation: mean(best.validation), test: openTest(best) };
}

// Task 2: wrong, looks like the pairs ignored: two spreads added, as for scores that have no seed in common
export function pairedInterval(a: number[], b: number[], t: number) {
  const variance = (values: number[]) => values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  const middle = mean(a) - mean(b);
  const margin = t * Math.sqrt(variance(a) / a.length + variance(b) / b.length);
  return { mean: middle, low: middle - margin, high: middle + margin };
}

// Task 3: wrong, looks like the best mean alone: a simpler model that is as good within its interval goes first
export function pickModel(models: Model[], t: number) {
  const best = models.reduce((a, b) => (mean(b.validation) > mean(a.validation) ? b : a));
  return t > 0 ? best.name : models[0].name;
}
