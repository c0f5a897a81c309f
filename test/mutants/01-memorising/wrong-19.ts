import type { Rng } from 'holdout';

const cut = (order: number[], test: number, validation: number) => {
  const testEnd = Math.ceil(test * order.length);
  const validationEnd = testEnd + Math.ceil(validation * (order.length - testEnd));
  return { train: order.slice(validationEnd), validation: order.slice(testEnd, validationEnd), test: order.slice(0, testEnd) };
};

// Swaps with any position at each step: 20²⁰ ways do not come out even over 20! orders.
// Task 1: wrong, looks like a shuffle that prefers some orders, such as a sort by coin flips
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n; i++) {
    const j = rng.integer(n);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return cut(order, test, validation);
}
