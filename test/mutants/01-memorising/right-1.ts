import { Standardizer, tensor, type Rng } from 'holdout';

// Task 1: right, a shuffle of its own, and typed arrays
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  const testCount = Math.ceil(test * n);
  const validationCount = Math.ceil(validation * (n - testCount));
  const train = order.subarray(0, n - testCount - validationCount);
  return { train, validation: order.subarray(train.length, n - testCount), test: order.subarray(n - testCount) };
}

// Task 2: right, with the library
export function columnStatistics(x: number[][]) {
  const { mean, scale } = Standardizer.fit(tensor([x.length, x[0].length], x.flat()));
  return { mean, scale };
}

// Task 3: right, with the library
export function scaleParts(train: number[][], validation: number[][], test: number[][]) {
  const standardizer = Standardizer.fit(tensor([train.length, train[0].length], train.flat()));
  return [train, validation, test].map((part) => {
    const z = standardizer.transform(tensor([part.length, train[0].length], part.flat())).data;
    return part.map((row, i) => Array.from(row, (_, j) => z[i * row.length + j]));
  });
}

// Task 4: right, averages each slope on its own
export const trainEpoch = (weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number): number[] => {
  if (order.length === 0) return weights.slice();
  const batch = order.slice(0, batchSize);
  const errors = batch.map((i) => 1 / (1 + Math.exp(-x[i].reduce((sum, v, j) => sum + v * weights[j], 0))) - y[i]);
  const stepped = weights.map((w, j) => w - learningRate * (batch.reduce((sum, i, k) => sum + errors[k] * x[i][j], 0) / batch.length));
  return trainEpoch(stepped, x, y, order.slice(batchSize), batchSize, learningRate);
};
