import type { Rng } from 'holdout';

// Never leaves a position where it was, which is Sattolo's algorithm.
// Task 1: wrong, looks like a shuffle that prefers some orders, such as a sort by coin flips
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = rng.integer(i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  const testEnd = Math.ceil(test * n);
  const validationEnd = testEnd + Math.ceil(validation * (n - testEnd));
  return { train: order.slice(validationEnd), validation: order.slice(testEnd, validationEnd), test: order.slice(0, testEnd) };
}
