// Task 1: wrong, looks like half the threshold, as for (v - w)² without its ½: a weight moves by the whole threshold
export const softThreshold = (w: number[], t: number) => w.map((v) => Math.sign(v) * Math.max(Math.abs(v) - t / 2, 0));

// Task 2: wrong, looks like the step for (v - w)² without its ½
export const elasticNetStep = (w: number[], rate: number, l1: number, l2: number) => softThreshold(w, rate * l1).map((v) => v / (1 + rate * l2));

// Task 3: wrong, looks like an ε under the root: the length of a row of zeros is 0
export const groupLassoPenalty = (kernel: number[][], lambda: number) => lambda * kernel.reduce((sum, row) => sum + Math.sqrt(row.reduce((s, v) => s + v * v, 1e-12)), 0);

// Task 4: wrong, looks like a threshold times √(size of the group), a factor which this course leaves out
export const groupLassoStep = (kernel: number[][], threshold: number) =>
  kernel.map((row) => {
    const length = Math.hypot(...row);
    const t = threshold * Math.sqrt(row.length);
    return row.map((v) => (length > t ? v * (1 - t / length) : 0));
  });
