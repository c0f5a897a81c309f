// Task 1: right, with typed arrays
export const l1Loss = (L: number, w: number[], lambda: number) => L + lambda * Float64Array.from(w, Math.abs).reduce((a, b) => a + b, 0);

// Task 2: right, by the norm
export const l2Loss = (L: number, w: number[], lambda: number) => L + lambda * Math.hypot(...w) ** 2;

// Task 3: right, a typed array
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => Float64Array.from(w, (v, i) => v - rate * (g[i] + lambda * Math.sign(v)));

// Task 4: right, a typed array
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => Float64Array.from(w, (v, i) => v - rate * (g[i] + lambda * (v + v)));
