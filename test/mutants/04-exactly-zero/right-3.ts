// A class and a helper around the same formulas
class Threshold {
  constructor(private readonly t: number) {}
  of(size: number): number {
    return Math.max(size - this.t, 0);
  }
}

const lengthOf = (values: number[]): number => Math.sqrt(values.map((v) => v * v).reduce((a, b) => a + b, 0));

function resized(values: number[], length: number): number[] {
  const before = lengthOf(values);
  return values.map((v) => (length === 0 ? 0 : (v / before) * length));
}

// Task 1: right, a weight as a row of one
export const softThreshold = (w: number[], t: number) => w.flatMap((v) => resized([v], new Threshold(t).of(Math.abs(v))));

// Task 2: right, with scaled results
export function elasticNetStep(w: number[], eta: number, l1: number, l2: number): number[] {
  const v = softThreshold(w, eta * l1);
  for (const i of v.keys()) v[i] /= 1 + eta * l2 + eta * l2;
  return v;
}

// Task 3: right, from the last row to the first
export const groupLassoPenalty = (kernel: number[][], lambda: number) => kernel.reduceRight((sum, row) => sum + lambda * lengthOf(row), 0);

// Task 4: right
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => resized(row, new Threshold(t).of(lengthOf(row))));
