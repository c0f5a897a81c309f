// examples → split → scaling by the training part → one epoch of training

import type { Rng } from 'holdout';

export interface Parts {
  train: number[];
  validation: number[];
  test: number[];
}

export function splitPositions(n: number, test: number, validation: number, rng: Rng): Parts {
  const order = Array.from(rng.permutation(n));
  const testEnd = Math.ceil(test * n);
  const validationEnd = testEnd + Math.ceil(validation * (n - testEnd));
  return {
    train: order.slice(validationEnd),
    validation: order.slice(testEnd, validationEnd),
    test: order.slice(0, testEnd),
  };
}

export function columnStatistics(x: number[][]): { mean: number[]; scale: number[] } {
  const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const columns = x[0].map((_, j) => x.map((row) => row[j]));
  const mean = columns.map(average);
  const deviation = columns.map((column, j) => Math.sqrt(average(column.map((value) => (value - mean[j]) ** 2))));
  const isConstant = (column: number[]) => column.every((value) => value === column[0]); // its deviation may be 1e-17
  return { mean, scale: deviation.map((value, j) => (isConstant(columns[j]) ? 1 : value)) };
}

export function scaleParts(
  train: number[][],
  validation: number[][],
  test: number[][],
): [number[][], number[][], number[][]] {
  const { mean, scale } = columnStatistics(train); // what the held-out parts look like is none of its business
  const scaled = (part: number[][]) => part.map((row) => row.map((value, j) => (value - mean[j]) / scale[j]));
  return [scaled(train), scaled(validation), scaled(test)];
}

export function trainEpoch(
  weights: number[],
  x: number[][],
  y: number[],
  order: number[],
  batchSize: number,
  learningRate: number,
): number[] {
  const w = [...weights];
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = order.slice(from, from + batchSize);
    const gradient = w.map(() => 0);
    for (const i of batch) {
      const z = x[i].reduce((sum, value, j) => sum + value * w[j], 0);
      const p = 1 / (1 + Math.exp(-z));
      x[i].forEach((value, j) => (gradient[j] += (p - y[i]) * value));
    }
    gradient.forEach((slope, j) => (w[j] -= (learningRate * slope) / batch.length));
  }
  return w;
}
