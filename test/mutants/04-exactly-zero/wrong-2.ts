const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);
const norm = (row: number[]) => Math.hypot(...row);

// Task 1: wrong, looks like the hard threshold: weights that stay must move as well
export const softThreshold = (w: number[], t: number) => w.map((v) => (Math.abs(v) > t ? v : 0));

// Task 2: wrong, looks like a factor 1 - 2ηλ₂: that is a gradient step, the minimum lies at 1 / (1 + 2ηλ₂)
export const elasticNetStep = (w: number[], eta: number, l1: number, l2: number) => w.map((v) => soft(v, eta * l1) * (1 - 2 * eta * l2));

// Task 3: wrong, looks like λ·Σ‖row‖²: the length is the square root
export const groupLassoPenalty = (kernel: number[][], lambda: number) => lambda * kernel.flat().reduce((sum, v) => sum + v * v, 0);

// Task 4: wrong, looks like a division by zero: a row of zeros has no direction
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => row.map((v) => Math.max(0, 1 - t / norm(row)) * v));
