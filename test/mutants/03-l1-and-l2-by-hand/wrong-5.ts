// Task 1: wrong, looks like Σ|w| without λ
export const l1Loss = (L: number, w: number[], _lambda: number) => L + w.reduce((sum, v) => sum + Math.abs(v), 0);

// Task 2: wrong, looks like λ²: the square belongs to the weights only
export const l2Loss = (L: number, w: number[], lambda: number) => L + w.reduce((sum, v) => sum + (lambda * v) ** 2, 0);

// Task 3: wrong, looks like sign(0) taken as 1: at zero the penalty has no slope
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] + (v < 0 ? -lambda : lambda)));

// Task 4: wrong, looks like the penalty pushes away from zero: its sign is turned
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] - 2 * lambda * v));
