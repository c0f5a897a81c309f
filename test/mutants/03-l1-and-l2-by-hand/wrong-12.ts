// Task 3: wrong, looks like the sign taken after the step of the data: both slopes are those of the old weight
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * g[i]).map((v) => v - rate * lambda * Math.sign(v));
