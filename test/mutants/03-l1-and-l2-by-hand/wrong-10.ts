// Task 3: wrong, looks like w / |w|, which is NaN for a weight of 0: sign(0) is 0
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => v - rate * (g[i] + lambda * (v / Math.abs(v))));
