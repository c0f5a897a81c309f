// Right numbers, in a promise: every task asks for the value itself.
const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);

// Task 1: wrong
export const softThreshold = async (w: number[], t: number) => w.map((v) => soft(v, t));

// Task 2: wrong
export const elasticNetStep = async (w: number[], rate: number, l1: number, l2: number) => w.map((v) => soft(v, rate * l1) / (1 + 2 * rate * l2));

// Task 3: wrong
export const groupLassoPenalty = async (kernel: number[][], lambda: number) => lambda * kernel.reduce((sum, row) => sum + Math.hypot(...row), 0);

// Task 4: wrong
export const groupLassoStep = async (kernel: number[][], t: number) => kernel.map((row) => row.map((v) => (Math.hypot(...row) > t ? v * (1 - t / Math.hypot(...row)) : 0)));
