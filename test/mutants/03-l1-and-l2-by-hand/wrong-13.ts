// Right numbers, in a promise: every task asks for the value itself.

// Task 1: wrong
export const l1Loss = async (L: number, w: number[], lambda: number) => L + lambda * w.reduce((sum, v) => sum + Math.abs(v), 0);

// Task 2: wrong
export const l2Loss = (L: number, w: number[], lambda: number) => Promise.resolve(L + lambda * w.reduce((sum, v) => sum + v * v, 0));

// Task 3: wrong
export async function l1Step(w: number[], g: number[], lambda: number, rate: number) {
  return w.map((v, i) => v - rate * (g[i] + lambda * Math.sign(v)));
}

// Task 4: wrong
export async function l2Step(w: number[], g: number[], lambda: number, rate: number) {
  return w.map((v, i) => v - rate * (g[i] + 2 * lambda * v));
}
