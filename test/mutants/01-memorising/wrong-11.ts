import type { Rng } from 'holdout';

// Task 1: wrong, looks like a shuffle that prefers some orders, such as a sort by coin flips
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Array.from({ length: n }, (_, i) => i).sort(() => rng.uniform() - 0.5);
  const testEnd = Math.ceil(test * n);
  const validationEnd = testEnd + Math.ceil(validation * (n - testEnd));
  return { train: order.slice(validationEnd), validation: order.slice(testEnd, validationEnd), test: order.slice(0, testEnd) };
}

// Task 4: wrong, looks like x·w in place of the probability
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = [...weights];
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = order.slice(from, from + batchSize);
    const gradient = w.map(() => 0);
    for (const i of batch) {
      const z = x[i].reduce((sum, v, j) => sum + v * w[j], 0);
      const p = z;
      for (let j = 0; j < w.length; j++) gradient[j] += (p - y[i]) * x[i][j];
    }
    for (let j = 0; j < w.length; j++) w[j] -= (learningRate * gradient[j]) / batch.length;
  }
  return w;
}
