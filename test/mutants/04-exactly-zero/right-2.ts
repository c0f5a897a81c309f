// Task 1: right, what clipping leaves over, as a typed array
export const softThreshold = (w: number[], t: number) => Float64Array.from(w, (v) => v - Math.min(Math.max(v, -t), t));

// Task 2: right, the shrinkage first with a threshold that shrinks as well
export const elasticNetStep = (w: number[], eta: number, l1: number, l2: number) => {
  const shrink = 1 / (1 + 2 * eta * l2);
  return softThreshold(w.map((v) => shrink * v), shrink * eta * l1);
};

// Task 3: right, the lengths first
export const groupLassoPenalty = (kernel: number[][], lambda: number) =>
  kernel.map((row) => Math.hypot(...row)).reduce((sum, length) => sum + length, 0) * lambda;

// Task 4: right, typed arrays, with the length kept away from zero
export const groupLassoStep = (kernel: number[][], t: number) =>
  kernel.map((row) => Float64Array.from(row, (v) => v * Math.max(0, 1 - t / Math.max(Math.hypot(...row), t, Number.MIN_VALUE))));
