// Task 1: wrong, looks like λ·Σw without the absolute value
export const l1Loss = (L: number, w: number[], lambda: number) => L + lambda * w.reduce((sum, v) => sum + v, 0);

// Task 2: wrong, looks like λ·Σw² without the square: that is L1
export const l2Loss = (L: number, w: number[], lambda: number) => L + lambda * w.reduce((sum, v) => sum + Math.abs(v), 0);

// Task 3: wrong, looks like a penalty that pushes every weight down: its sign is that of the weight
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] + lambda));

// Task 4: wrong, looks like a gradient without its 2: (λw²)′ is 2λw
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] + lambda * v));
