import type { Rng } from 'holdout';

const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const column = (x: number[][], j: number) => x.map((row) => row[j]);
const variance = (values: number[]) => mean(values.map((v) => (v - mean(values)) ** 2));
const statistics = (x: number[][]) => ({
  mean: x[0].map((_, j) => mean(column(x, j))),
  scale: x[0].map((_, j) => Math.sqrt(variance(column(x, j))) || 1),
});
const scaledBy = (part: number[][], { mean, scale }: ReturnType<typeof statistics>) => part.map((row) => row.map((v, j) => (v - mean[j]) / scale[j]));

// Task 1: wrong, looks like another split at every call: the generator that is given must be the only source of randomness
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const testEnd = Math.ceil(test * n);
  const validationEnd = testEnd + Math.ceil(validation * (n - testEnd));
  return { train: order.slice(validationEnd), validation: order.slice(testEnd, validationEnd), test: order.slice(0, testEnd) };
}

// Task 2: wrong, looks like the variance: the standard deviation is its square root
export function columnStatistics(x: number[][]) {
  return {
    mean: x[0].map((_, j) => mean(column(x, j))),
    scale: x[0].map((_, j) => variance(column(x, j)) || 1),
  };
}

// Task 3: wrong, looks like statistics of training and validation together: a leak as well
export function scaleParts(train: number[][], validation: number[][], test: number[][]) {
  const some = statistics(train.concat(validation));
  return [train, validation, test].map((part) => scaledBy(part, some));
}

// Task 4: wrong, looks like the last batch divided by batchSize, though it has fewer examples
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = [...weights];
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = order.slice(from, from + batchSize);
    const gradient = w.map(() => 0);
    for (const i of batch) {
      const z = x[i].reduce((sum, v, j) => sum + v * w[j], 0);
      const p = 1 / (1 + Math.exp(-z));
      for (let j = 0; j < w.length; j++) gradient[j] += (p - y[i]) * x[i][j];
    }
    for (let j = 0; j < w.length; j++) w[j] -= (learningRate * gradient[j]) / batchSize;
  }
  return w;
}
