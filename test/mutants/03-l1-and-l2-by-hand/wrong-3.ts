// Task 1: wrong, looks like λ·|Σw|: the absolute value belongs to each weight, not to the sum
export const l1Loss = (L: number, w: number[], lambda: number) => L + lambda * Math.abs(w.reduce((sum, v) => sum + v, 0));

// Task 2: wrong, looks like λ·‖w‖: the norm needs no square root here
export const l2Loss = (L: number, w: number[], lambda: number) => L + lambda * Math.sqrt(w.reduce((sum, v) => sum + v * v, 0));

// Task 3: wrong, looks like a penalty that the learning rate does not scale
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * g[i] - lambda * Math.sign(v));

// Task 4: wrong, looks like decay that the learning rate does not scale
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v * (1 - 2 * lambda) - rate * g[i]);
