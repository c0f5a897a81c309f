// Right numbers, in a promise: every task asks for the value itself.
import { Standardizer, tensor, type Rng } from 'holdout';

// Task 1: wrong
export async function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Array.from(rng.permutation(n));
  const testEnd = Math.ceil(test * n);
  const validationEnd = testEnd + Math.ceil(validation * (n - testEnd));
  return { train: order.slice(validationEnd), validation: order.slice(testEnd, validationEnd), test: order.slice(0, testEnd) };
}

// Task 2: wrong
export const columnStatistics = async (x: number[][]) => {
  const { mean, scale } = Standardizer.fit(tensor([x.length, x[0].length], x.flat()));
  return { mean, scale };
};

// Task 3: wrong
export const scaleParts = (train: number[][], validation: number[][], test: number[][]) =>
  columnStatistics(train).then(({ mean, scale }) => [train, validation, test].map((part) => part.map((row) => row.map((v, j) => (v - mean[j]) / scale[j]))));

// Task 4: wrong
export async function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = [...weights];
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = order.slice(from, from + batchSize);
    const errors = await Promise.all(batch.map(async (i) => 1 / (1 + Math.exp(-x[i].reduce((sum, v, j) => sum + v * w[j], 0))) - y[i]));
    w.forEach((_, j) => (w[j] -= (learningRate * batch.reduce((sum, i, k) => sum + errors[k] * x[i][j], 0)) / batch.length));
  }
  return w;
}
