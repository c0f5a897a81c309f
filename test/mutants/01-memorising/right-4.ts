import type { Rng } from 'holdout';

// Task 1: right, takes one position after the other out of a bag
export const splitPositions = (n: number, test: number, validation: number, rng: Rng) => {
  const bag: number[] = [];
  for (let i = 0; i < n; i++) bag.push(i);
  const draw = (count: number) => Array.from({ length: count }, () => bag.splice(rng.integer(bag.length), 1)[0]);
  const held = draw(Math.ceil(n * test));
  return { test: held, validation: draw(Math.ceil(bag.length * validation)), train: bag };
};

// Task 2: right, in one pass with the update of Welford
export function columnStatistics(x: number[][]) {
  const mean = x[0].slice();
  const squares = mean.map(() => 0);
  x.slice(1).forEach((row, i) =>
    row.forEach((value, j) => {
      const before = value - mean[j];
      mean[j] += before / (i + 2);
      squares[j] += before * (value - mean[j]);
    }),
  );
  return { mean, scale: squares.map((s) => (s > 0 ? Math.sqrt(s / x.length) : 1)) }; // equal values add exact zeros
}

// Task 3: right, column by column
export function scaleParts(train: number[][], validation: number[][], test: number[][]) {
  const { mean, scale } = columnStatistics(train);
  const parts = [train, validation, test].map((part) => part.map((row) => row.slice()));
  mean.forEach((m, j) => {
    for (const part of parts) for (const row of part) row[j] = (row[j] - m) / scale[j];
  });
  return parts;
}

// Task 4: right, with the logarithm of 1 + exp(-z), and the mean as a running one
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  let w = weights.slice();
  for (let b = 0; b * batchSize < order.length; b++) {
    const batch = order.filter((_, k) => Math.floor(k / batchSize) === b);
    const mean = new Float64Array(w.length);
    batch.forEach((i, k) => {
      const z = w.reduce((sum, v, j) => sum + v * x[i][j], 0);
      const p = Math.exp(-Math.log1p(Math.exp(-z)));
      mean.forEach((before, j) => (mean[j] = before + ((p - y[i]) * x[i][j] - before) / (k + 1)));
    });
    w = w.map((v, j) => v - learningRate * mean[j]);
  }
  return w;
}
