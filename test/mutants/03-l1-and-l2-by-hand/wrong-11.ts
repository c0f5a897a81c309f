// Task 3: wrong, looks like a step that stops at zero: a gradient step crosses it
export const l1Step = (w: number[], g: number[], lambda: number, rate: number) =>
  w.map((v, i) => {
    const next = v - rate * (g[i] + lambda * Math.sign(v));
    return Math.sign(next) === -Math.sign(v) ? 0 : next;
  });
