// Task 1: wrong, looks like the mean of |w| in place of the sum
export const l1Loss = (L: number, w: number[], lambda: number) => L + (lambda * w.reduce((sum, v) => sum + Math.abs(v), 0)) / w.length;

// Task 2: wrong, looks like the mean of w² in place of the sum
export const l2Loss = (L: number, w: number[], lambda: number) => L + (lambda * w.reduce((sum, v) => sum + v * v, 0)) / w.length;

// Task 3: wrong, looks like a step without the penalty
export const l1Step = (w: number[], g: number[], _lambda: number, rate: number) => w.map((v, i) => v - rate * g[i]);

// Task 4: wrong, looks like λw² in place of its slope
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] + lambda * v * v));
