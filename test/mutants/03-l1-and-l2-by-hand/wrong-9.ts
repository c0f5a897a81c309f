// Task 3: wrong, looks like the proximal step, which stops at zero: that is exercise 04, a gradient step crosses zero
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) =>
  w.map((v, i) => v - rate * g[i]).map((v) => (Math.abs(v) <= rate * lambda ? 0 : v - rate * lambda * Math.sign(v)));

// Task 4: wrong, looks like the implicit (proximal) step, a division by 1 + 2ηλ: a gradient step takes the slope at the old weight
export const l2Step = (w: number[], g: number[], lambda: number, rate: number) => w.map((v, i) => (v - rate * g[i]) / (1 + 2 * rate * lambda));
