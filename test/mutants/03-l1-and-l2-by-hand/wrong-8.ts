// Task 1: wrong, looks like a smoothed |w|, such as √(w² + ε): the penalty of a weight of 0 is 0
export const l1Loss = (L: number, w: number[], lambda: number) => L + lambda * w.reduce((sum, v) => sum + Math.sqrt(v * v + 1e-8), 0);

// Task 3: wrong, looks like a smoothed sign, such as w / √(w² + ε): a small weight is pulled as hard as a large one
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] + (lambda * v) / Math.sqrt(v * v + 1e-8)));

// Task 4: wrong, looks like the penalty taken after the step of the data: both slopes are those of the old weight
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * g[i]).map((v) => v - 2 * rate * lambda * v);
