const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);
const norm = (row: number[]) => Math.hypot(...row);

// Task 1: wrong, looks like the sign lost: a negative weight stays negative
export const softThreshold = (w: number[], t: number) => w.map((v) => Math.max(Math.abs(v) - t, 0));

// Task 2: wrong, looks like the shrinkage before the threshold: the threshold comes first
export const elasticNetStep = (w: number[], eta: number, l1: number, l2: number) => w.map((v) => soft(v / (1 + 2 * eta * l2), eta * l1));

// Task 3: wrong, looks like the length of the whole kernel: each row has its own square root
export const groupLassoPenalty = (kernel: number[][], lambda: number) => lambda * Math.sqrt(kernel.flat().reduce((sum, v) => sum + v * v, 0));

// Task 4: wrong, looks like a factor below zero: a short row is turned round in place of removed
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => row.map((v) => (norm(row) === 0 ? 0 : (1 - t / norm(row)) * v)));
