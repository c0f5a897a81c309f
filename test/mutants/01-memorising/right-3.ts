import { split, tensor, type Rng } from 'holdout';

// Task 1: right, the library's split of a column that holds the positions
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const column = { x: tensor([n, 1], Float64Array.from({ length: n }, (_, i) => i)), y: new Int32Array(n), classes: 2 };
  const parts = split(column, { test, validation, rng });
  return { train: [...parts.train.x.data], validation: [...parts.validation.x.data], test: [...parts.test.x.data] };
}

// A class for what is learned from the training rows
class Scaler {
  readonly mean: number[] = [];
  readonly scale: number[] = [];
  constructor(x: number[][]) {
    for (let j = 0; j < x[0].length; j++) {
      const values = x.map((row) => row[j]);
      this.mean[j] = values.reduce((a, b) => a + b) / values.length;
      const deviation = Math.hypot(...values.map((v) => v - this.mean[j])) / Math.sqrt(values.length);
      this.scale[j] = new Set(values).size > 1 ? deviation : 1;
    }
  }
  transform(x: number[][]): number[][] {
    return x.map((row) => row.map((v, j) => (v - this.mean[j]) / this.scale[j]));
  }
}

// Task 2: right, as a class
export function columnStatistics(x: number[][]): { mean: number[]; scale: number[] } {
  return new Scaler(x);
}

// Task 3: right, as a class
export function scaleParts(...parts: number[][][]): number[][][] {
  const scaler = new Scaler(parts[0]);
  return parts.map((part) => scaler.transform(part));
}

// Task 4: right, a generator of batches and a function for the step
function* pieces(order: number[], size: number): Iterable<number[]> {
  for (let from = 0; from < order.length; from += size) yield order.slice(from, from + size);
}
const sigmoid = (z: number) => 0.5 * (1 + Math.tanh(z / 2));
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number): number[] {
  let w = weights;
  for (const batch of pieces(order, batchSize)) {
    const error = (i: number) => sigmoid(w.reduce((sum, v, j) => sum + v * x[i][j], 0)) - y[i];
    const errors = new Map(batch.map((i) => [i, error(i)]));
    w = w.map((v, j) => v - (learningRate * batch.reduce((sum, i) => sum + errors.get(i)! * x[i][j], 0)) / batch.length);
  }
  return w;
}
