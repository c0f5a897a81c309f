const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);
const norm = (row: number[]) => Math.hypot(...row);

// Task 1: wrong, looks like negative weights all set to zero: they have a size too
export const softThreshold = (w: number[], t: number) => w.map((v) => Math.max(v - t, 0));

// Task 2: wrong, looks like steps that the learning rate does not scale
export const elasticNetStep = (w: number[], _eta: number, l1: number, l2: number) => w.map((v) => soft(v, l1) / (1 + 2 * l2));

// Task 3: wrong, looks like columns in place of rows: a group is all the weights of one input
export const groupLassoPenalty = (kernel: number[][], lambda: number) => lambda * kernel[0].reduce((sum, _, j) => sum + norm(kernel.map((row) => row[j])), 0);

// Task 4: wrong, looks like long rows kept as they are: they must become shorter as well
export const groupLassoStep = (kernel: number[][], t: number) => kernel.map((row) => (norm(row) > t ? row : row.map(() => 0)));
