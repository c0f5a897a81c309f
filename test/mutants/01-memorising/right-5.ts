import { type Rng } from 'holdout';

// Task 1: right, from the end of a shuffled list
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const order = rng.permutation(n);
  const t = Math.ceil(test * n), v = Math.ceil(validation * (n - t));
  return { test: order.slice(n - t), validation: order.slice(n - t - v, n - t), train: order.slice(0, n - t - v) };
}

/** Adds halves, so that rounding grows with the logarithm of the length. */
function pairwise(values: number[]): number {
  if (values.length < 3) return values.reduce((a, b) => a + b, 0);
  const middle = values.length >> 1;
  return pairwise(values.slice(0, middle)) + pairwise(values.slice(middle));
}

// Task 2: right, pairwise sums of the distances from the first row; equal values are those whose distances are all 0
export function columnStatistics(x: number[][]) {
  const n = x.length;
  const distances = x[0].map((first, j) => x.map((row) => row[j] - first));
  const shifts = distances.map((d) => pairwise(d) / n);
  return {
    mean: shifts.map((shift, j) => x[0][j] + shift),
    scale: distances.map((d, j) => (d.some((v) => v !== 0) ? Math.sqrt(pairwise(d.map((v) => (v - shifts[j]) ** 2)) / n) : 1)),
  };
}

// Task 3: right, what scikit-learn takes for a constant column: a variance no larger than rounding makes it
export function scaleParts(...parts: number[][][]) {
  const [train] = parts;
  const n = train.length;
  const of = train[0].map((_, j) => {
    const mean = train.reduce((sum, row) => sum + row[j], 0) / n;
    const variance = train.reduce((sum, row) => sum + (row[j] - mean) ** 2, 0) / n;
    const rounding = n * Number.EPSILON * variance + (n * mean * Number.EPSILON) ** 2;
    return { mean, scale: variance <= rounding ? 1 : Math.sqrt(variance) };
  });
  return parts.map((rows) => rows.map((row) => Float64Array.from(row, (v, j) => (v - of[j].mean) / of[j].scale)));
}

// Task 4: right, the gradient as a product of the transposed batch with the errors
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    let sum = 0;
    for (let k = a.length - 1; k >= 0; k--) sum += a[k] * b[k];
    return sum;
  };
  const rest = [...order];
  const w = [...weights];
  while (rest.length) {
    const batch = rest.splice(0, batchSize);
    const error = batch.map((i) => (1 + Math.tanh(dot(x[i], w) / 2)) / 2 - y[i]);
    const slopes = w.map((_, j) => dot(batch.map((i) => x[i][j]), error) / batch.length);
    slopes.forEach((slope, j) => (w[j] -= learningRate * slope));
  }
  return w;
}
