import type { Rng } from 'holdout';

const average = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

// Task 1: wrong, looks like a test set at random and a validation set that is not: shuffle once, then cut
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const held = Array.from(rng.permutation(n)).slice(0, Math.ceil(test * n));
  const rest = Array.from({ length: n }, (_, i) => i).filter((i) => !held.includes(i));
  const count = Math.ceil(validation * rest.length);
  return { train: rest.slice(count), validation: rest.slice(0, count), test: held };
}

// Task 2: wrong, looks like a deviation of almost 0 for a column of equal values: floats round, so compare the values themselves
export function columnStatistics(x: number[][]) {
  const columns = x[0].map((_, j) => x.map((row) => row[j]));
  const mean = columns.map(average);
  const scale = columns.map((column, j) => Math.sqrt(average(column.map((v) => (v - mean[j]) ** 2))));
  return { mean, scale: scale.map((s) => (s === 0 ? 1 : s)) };
}

// Task 3: wrong, looks like a division by the deviation of equal values, of which floats make almost 0: divide by 1 there
export function scaleParts(train: number[][], validation: number[][], test: number[][]) {
  const { mean, scale } = columnStatistics(train);
  return [train, validation, test].map((part) => part.map((row) => row.map((v, j) => (v - mean[j]) / scale[j])));
}

// Task 4: wrong, looks like exp(z) / (1 + exp(z)), which is NaN where exp(z) is too large for a float: use 1 / (1 + exp(-z))
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = [...weights];
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = order.slice(from, from + batchSize);
    const gradient = w.map(() => 0);
    for (const i of batch) {
      const e = Math.exp(x[i].reduce((sum, v, j) => sum + v * w[j], 0));
      for (let j = 0; j < w.length; j++) gradient[j] += (e / (1 + e) - y[i]) * x[i][j];
    }
    for (let j = 0; j < w.length; j++) w[j] -= (learningRate * gradient[j]) / batch.length;
  }
  return w;
}
