// Task 1: wrong, looks like λ·Σw²: that is L2
export const l1Loss = (L: number, w: number[], lambda: number) => L + lambda * w.reduce((sum, v) => sum + v * v, 0);

// Task 2: wrong, looks like a factor ½ that this course does not have
export const l2Loss = (L: number, w: number[], lambda: number) => L + 0.5 * lambda * w.reduce((sum, v) => sum + v * v, 0);

// Task 3: wrong, looks like 2λ·w: that is the step of L2
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] + 2 * lambda * v));

// Task 4: wrong, looks like the step of L1: λ·sign(w)
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] + lambda * Math.sign(v)));
