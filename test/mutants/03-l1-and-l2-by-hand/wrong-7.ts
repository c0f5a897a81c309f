// Right numbers, written into the caller's arrays: the contract says that they stay as they are.

// Task 3: wrong
export function l1Step(w: number[], g: number[], lambda: number, rate: number): number[] {
  for (let i = 0; i < w.length; i++) w[i] -= rate * (g[i] + lambda * Math.sign(w[i]));
  return w;
}

// Task 4: wrong
export function l2Step(w: number[], g: number[], lambda: number, rate: number): number[] {
  for (let i = 0; i < w.length; i++) g[i] = w[i] - rate * (g[i] + 2 * lambda * w[i]);
  return g;
}
