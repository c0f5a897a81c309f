const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);
const norm = (row: number[]) => Math.hypot(...row);

// Task 1: wrong, looks like small weights kept as they are: they are the ones that become zero
export const softThreshold = (w: number[], t: number) => w.map((v) => (v > t ? v - t : v < -t ? v + t : v));

// Task 2: wrong, looks like the soft threshold alone: λ₂ is missing
export const elasticNetStep = (w: number[], eta: number, l1: number, _l2: number) => w.map((v) => soft(v, eta * l1));

// Task 3: wrong, looks like a factor √(size of the group), which this course leaves out
export const groupLassoPenalty = (kernel: number[][], lambda: number) => lambda * kernel.reduce((sum, row) => sum + Math.sqrt(row.length) * norm(row), 0);

// Task 4: wrong, looks like short rows kept as they are: they are the ones that become zero
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => row.map((v) => (norm(row) > t ? (1 - t / norm(row)) * v : v)));
