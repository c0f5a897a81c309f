const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
type Candidate = { lambda: number; validation: number[] };
type Model = { name: string; validation: number[] };

let best: Candidate | undefined; // outside of the function: it lives on

// Task 1: wrong, looks like something remembered from an earlier call: each begins from nothing
export function tuneLambda(candidates: Candidate[], openTest: (candidate: Candidate) => number) {
  for (const one of candidates) {
    const lead = best ? mean(one.validation) - mean(best.validation) : 1;
    if (lead > 0 || (lead === 0 && one.lambda > best!.lambda)) best = one;
  }
  return { lambda: best!.lambda, validation: mean(best!.validation), test: openTest(best!) };
}

// Task 2: wrong, looks like a relative difference, as a share of b: here it is a - b itself
export function pairedInterval(a: number[], b: number[], t: number) {
  const d = a.map((value, k) => (value - b[k]) / b[k]);
  const n = d.length;
  const middle = mean(d);
  const margin = (t * deviation(d)) / Math.sqrt(n);
  return { mean: middle, low: middle - margin, high: middle + margin };
}

// Task 3: wrong
export function pickModel(models: Model[], t: number) {
  const squares = (values: number[]) => mean(values.map((value) => value * value));
  const [best] = [...models].sort((a, b) => mean(b.validation) - mean(a.validation));
  return models.find(({ validation }) => {
    const d = best.validation.map((value, k) => value - validation[k]);
    // NaN where rounding makes the difference of the two squares negative: not above 0
    return !(mean(d) - t * Math.sqrt((squares(d) - mean(d) ** 2) / (d.length - 1)) > 0);
  })!.name;
}
