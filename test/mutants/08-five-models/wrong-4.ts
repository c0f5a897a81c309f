type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Task 1: wrong, looks like one lucky seed: the mean over the seeds decides, not the highest score
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  let best = candidates[0];
  for (const c of candidates) {
    const [now, before] = [Math.max(...c.validation), Math.max(...best.validation)];
    if (now > before || (now === before && c.lambda > best.lambda)) best = c;
  }
  return { lambda: best.lambda, validation: mean(best.validation), test: openTest(best) };
}

// Task 2: wrong, looks like divided by n where √n belongs
export function pairedInterval(a: number[], b: number[], t: number) {
  const n = a.length;
  const d = a.map((score, k) => score - b[k]);
  const squares = d.reduce((sum, value) => sum + (value - mean(d)) ** 2, 0);
  const margin = t * Math.sqrt(squares / (n - 1)) / n;
  return { mean: mean(d), low: mean(d) - margin, high: mean(d) + margin };
}

// Task 3: wrong, looks like intervals that ignore the pairs
export function pickModel(models: Model[], t: number) {
  const best = models.reduce((a, b) => (mean(b.validation) > mean(a.validation) ? b : a));
  const variance = (values: number[]) => values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  const isClose = ({ validation }: Model) => mean(best.validation) - mean(validation) <= t * Math.sqrt((variance(best.validation) + variance(validation)) / validation.length);
  return models.find(isClose)!.name;
}
