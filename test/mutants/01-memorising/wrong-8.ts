import type { Rng } from 'holdout';

const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const column = (x: number[][], j: number) => x.map((row) => row[j]);
const variance = (values: number[]) => mean(values.map((v) => (v - mean(values)) ** 2));
const statistics = (x: number[][]) => ({
  mean: x[0].map((_, j) => mean(column(x, j))),
  scale: x[0].map((_, j) => Math.sqrt(variance(column(x, j))) || 1),
});
const scaledBy = (part: number[][], { mean, scale }: ReturnType<typeof statistics>) => part.map((row) => row.map((v, j) => (v - mean[j]) / scale[j]));

// Task 1: wrong, looks like the validation set cut off first: the test set is a fraction of all examples
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Array.from(rng.permutation(n));
  const validationEnd = Math.ceil(validation * n);
  const testEnd = validationEnd + Math.ceil(test * (n - validationEnd));
  return { validation: order.slice(0, validationEnd), test: order.slice(validationEnd, testEnd), train: order.slice(testEnd) };
}

// Task 2: wrong, looks like the root of the mean square: take the mean away before you square
export function columnStatistics(x: number[][]) {
  return {
    mean: x[0].map((_, j) => mean(column(x, j))),
    scale: x[0].map((_, j) => Math.sqrt(mean(column(x, j).map((v) => v * v))) || 1),
  };
}

// Task 3: wrong, looks like a multiplication by the standard deviation: divide
export function scaleParts(train: number[][], validation: number[][], test: number[][]) {
  const known = statistics(train);
  return [train, validation, test].map((part) => part.map((row) => row.map((v, j) => (v - known.mean[j]) * known.scale[j])));
}

// Task 4: wrong, looks like one step for all examples: every batch makes a step
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = [...weights];
  for (let from = 0; from < order.length; from += order.length) {
    const batch = order.slice(0);
    const gradient = w.map(() => 0);
    for (const i of batch) {
      const z = x[i].reduce((sum, v, j) => sum + v * w[j], 0);
      const p = 1 / (1 + Math.exp(-z));
      for (let j = 0; j < w.length; j++) gradient[j] += (p - y[i]) * x[i][j];
    }
    for (let j = 0; j < w.length; j++) w[j] -= (learningRate * gradient[j]) / batch.length;
  }
  return w;
}
