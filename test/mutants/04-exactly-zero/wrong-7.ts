const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);
const norm = (row: number[]) => Math.hypot(...row);

// Task 1: wrong, looks like negative weights moved down: towards zero is up for them
export const softThreshold = (w: number[], t: number) => w.map((v) => (v > t || v < -t ? v - t : 0));

// Task 2: wrong, looks like λ₁ and λ₂ exchanged
export const elasticNetStep = (w: number[], eta: number, l1: number, l2: number) => w.map((v) => soft(v, eta * l2) / (1 + 2 * eta * l1));

// Task 3: wrong, looks like the lengths without λ
export const groupLassoPenalty = (kernel: number[][], _lambda: number) => kernel.reduce((sum, row) => sum + norm(row), 0);

// Task 4: wrong, looks like a factor 1 - threshold that does not know the length of the row
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => row.map((v) => (norm(row) > t ? (1 - t) * v : 0)));
