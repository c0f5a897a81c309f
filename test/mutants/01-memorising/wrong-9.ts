import type { Rng } from 'holdout';

const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const column = (x: number[][], j: number) => x.map((row) => row[j]);
const variance = (values: number[]) => mean(values.map((v) => (v - mean(values)) ** 2));

// Task 1: wrong, looks like numbers rounded down
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = Array.from(rng.permutation(n));
  const testEnd = Math.floor(test * n);
  const validationEnd = testEnd + Math.floor(validation * (n - testEnd));
  return { train: order.slice(validationEnd), validation: order.slice(testEnd, validationEnd), test: order.slice(0, testEnd) };
}

// Task 2: wrong, looks like the range in place of the standard deviation
export function columnStatistics(x: number[][]) {
  return {
    mean: x[0].map((_, j) => mean(column(x, j))),
    scale: x[0].map((_, j) => Math.max(...column(x, j)) - Math.min(...column(x, j)) || 1),
  };
}

// Task 4: wrong, looks like a step after each example: a batch makes one step
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = [...weights];
  for (let from = 0; from < order.length; from += 1) {
    const batch = order.slice(from, from + 1);
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
