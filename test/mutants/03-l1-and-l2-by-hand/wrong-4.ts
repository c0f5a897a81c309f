// Task 1: wrong, looks like the penalty alone: the data loss is missing
export const l1Loss = (_L: number, w: number[], lambda: number) => lambda * w.reduce((sum, v) => sum + Math.abs(v), 0);

// Task 2: wrong, looks like λ·(Σw)²: square each weight, then add
export const l2Loss = (L: number, w: number[], lambda: number) => L + lambda * w.reduce((sum, v) => sum + v, 0) ** 2;

// Task 3: wrong, looks like a step up the slope: gradient descent subtracts
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v + rate * (g[i] + lambda * Math.sign(v)));

// Task 4: wrong, looks like a step up the slope: gradient descent subtracts
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v + rate * (g[i] + 2 * lambda * v));
