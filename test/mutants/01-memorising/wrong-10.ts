import type { Rng } from 'holdout';

// Task 1: wrong, looks like numbers rounded to the nearest
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Array.from(rng.permutation(n));
  const testEnd = Math.round(test * n);
  const validationEnd = testEnd + Math.round(validation * (n - testEnd));
  return { train: order.slice(validationEnd), validation: order.slice(testEnd, validationEnd), test: order.slice(0, testEnd) };
}

// Task 4: wrong, looks like gradients at the weights of the start: every batch sees the weights that the one before it left
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = [...weights];
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = order.slice(from, from + batchSize);
    const gradient = w.map(() => 0);
    for (const i of batch) {
      const z = x[i].reduce((sum, v, j) => sum + v * weights[j], 0);
      const p = 1 / (1 + Math.exp(-z));
      for (let j = 0; j < w.length; j++) gradient[j] += (p - y[i]) * x[i][j];
    }
    for (let j = 0; j < w.length; j++) w[j] -= (learningRate * gradient[j]) / batch.length;
  }
  return w;
}
