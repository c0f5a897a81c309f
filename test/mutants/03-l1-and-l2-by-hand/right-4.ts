// Task 1: right, sums in another order
export function l1Loss(dataLoss: number, weights: number[], lambda: number): number {
  const sizes = Float64Array.from(weights, (w) => (w < 0 ? -w : w)).sort();
  return sizes.reduce((loss, size) => loss + lambda * size, dataLoss);
}

// Task 2: right, one weight after the other
export const l2Loss = (dataLoss: number, [first, ...rest]: number[], lambda: number): number =>
  first === undefined ? dataLoss : l2Loss(dataLoss + lambda * first ** 2, rest, lambda);

/** Adds a multiple of one list to another. */
const plus = (a: number[], factor: number, b: number[]) => a.map((v, i) => v + factor * b[i]);

// Task 3: right, the data and the penalty one after the other, both from the old weights
export function l1Step(weights: number[], gradient: number[], lambda: number, learningRate: number): number[] {
  const signs = weights.map((w) => Number(w > 0) - Number(w < 0));
  return plus(plus(weights, -learningRate, gradient), -learningRate * lambda, signs);
}

// Task 4: right, a shrinkage beside the step
export function l2Step(weights: number[], gradient: number[], lambda: number, learningRate: number) {
  const kept = 1 - 2 * learningRate * lambda;
  const next = new Float64Array(weights.length);
  for (let i = weights.length; i-- > 0; ) next[i] = kept * weights[i] - learningRate * gradient[i];
  return next;
}
