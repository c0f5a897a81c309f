const norm = (row: number[]) => Math.hypot(...row);

// Task 1: wrong, looks like clipping to ± threshold: that is what the soft threshold takes away
export const softThreshold = (w: number[], t: number) => w.map((v) => Math.min(Math.max(v, -t), t));

// Task 2: wrong, looks like a gradient step, which crosses zero
export const elasticNetStep = (w: number[], eta: number, l1: number, l2: number) => w.map((v) => v - eta * (l1 * Math.sign(v) + 2 * l2 * v));

// Task 3: wrong, looks like the mean of the lengths in place of their sum
export const groupLassoPenalty = (kernel: number[][], lambda: number) => (lambda * kernel.reduce((sum, row) => sum + norm(row), 0)) / kernel.length;

// Task 4: wrong, looks like the length of the whole kernel: each row has its own
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => row.map((v) => Math.max(0, 1 - t / norm(kernel.flat())) * v));
