type Candidate = { lambda: number; validation: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: wrong, looks like the validation accuracy reported as test accuracy
export function tuneLambda(candidates: Candidate[], _openTest: (candidate: Candidate) => number) {
  let best = candidates[0];
  for (const c of candidates) {
    const [now, before] = [mean(c.validation), mean(best.validation)];
    if (now > before || (now === before && c.lambda > best.lambda)) best = c;
  }
  return { lambda: best.lambda, validation: mean(best.validation), test: mean(best.validation) };
}

// Task 2: wrong, looks like variance in place of standard deviation: the root is missing
export function pairedInterval(a: number[], b: number[], t: number) {
  const n = a.length;
  const d = a.map((score, k) => score - b[k]);
  const squares = d.reduce((sum, value) => sum + (value - mean(d)) ** 2, 0);
  const margin = t * (squares / (n - 1)) / Math.sqrt(n);
  return { mean: mean(d), low: mean(d) - margin, high: mean(d) + margin };
}
