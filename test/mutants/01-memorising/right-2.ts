import type { Rng } from 'holdout';

// Task 1: right, a random number for each position, sorted by it
export function splitPositions(n: number, test: number, validation: number, rng: Rng) {
  const drawn = Array.from({ length: n }, (_, i) => ({ i, key: rng.uniform() }));
  drawn.sort((a, b) => a.key - b.key);
  const deck = drawn.map(({ i }) => i);
  const parts = { train: [] as number[], validation: [] as number[], test: [] as number[] };
  const testCount = Math.ceil(test * n);
  const validationCount = Math.ceil(validation * (n - testCount));
  while (deck.length > 0) {
    const part = parts.test.length < testCount ? parts.test : parts.validation.length < validationCount ? parts.validation : parts.train;
    part.push(deck.pop()!);
  }
  return parts;
}

// Task 2: right, sums of a single pass over the rows, then one more for the deviations
export function columnStatistics(x: number[][]) {
  const features = x[0].length;
  const mean = new Float64Array(features);
  for (const row of x) for (let j = 0; j < features; j++) mean[j] += row[j] / x.length;
  const scale = new Array<number>(features).fill(0);
  for (const row of x) for (let j = 0; j < features; j++) scale[j] += (row[j] - mean[j]) ** 2;
  for (let j = 0; j < features; j++) {
    const column = x.map((row) => row[j]);
    scale[j] = Math.min(...column) === Math.max(...column) ? 1 : Math.sqrt(scale[j] / x.length);
  }
  return { mean, scale, rows: x.length };
}

// Task 3: right, calls task 2 and writes loops
export function scaleParts(train: number[][], validation: number[][], test: number[][]) {
  const { mean, scale } = columnStatistics(train);
  const result: number[][][] = [];
  for (const part of [train, validation, test]) {
    const rows: number[][] = [];
    for (const row of part) {
      const copy: number[] = [];
      for (let j = 0; j < row.length; j++) copy.push((row[j] - mean[j]) / scale[j]);
      rows.push(copy);
    }
    result.push(rows);
  }
  return result;
}

// Task 4: right, counts the examples of a batch as they come
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = Float64Array.from(weights);
  let gradient = new Float64Array(w.length);
  let count = 0;
  order.forEach((i, position) => {
    let z = 0;
    for (let j = 0; j < w.length; j++) z += x[i][j] * w[j];
    const e = Math.exp(-Math.abs(z));
    const p = z < 0 ? e / (1 + e) : 1 / (1 + e);
    for (let j = 0; j < w.length; j++) gradient[j] += (p - y[i]) * x[i][j];
    count++;
    if (count < batchSize && position < order.length - 1) return;
    for (let j = 0; j < w.length; j++) w[j] -= (learningRate / count) * gradient[j];
    gradient = new Float64Array(w.length);
    count = 0;
  });
  return w;
}
