// Task 1: right, from the last weight to the first
export function l1Loss(L: number, w: number[], lambda: number): number {
  let loss = L;
  for (let i = w.length - 1; i >= 0; i--) loss += lambda * (w[i] < 0 ? -w[i] : w[i]);
  return loss;
}

// Task 2: right, from the last weight to the first
export function l2Loss(L: number, w: number[], lambda: number): number {
  let loss = L;
  for (let i = w.length - 1; i >= 0; i--) loss += lambda * w[i] ** 2;
  return loss;
}

// Task 3: right, as two steps
export function l1Step(w: number[], g: number[], lambda: number, rate: number): number[] {
  const stepped = w.map((v, i) => v - rate * g[i]);
  return stepped.map((v, i) => v - rate * lambda * Math.sign(w[i]));
}

// Task 4: right, as decay and a step
export function l2Step(w: number[], g: number[], lambda: number, rate: number): number[] {
  return w.map((v, i) => (1 - 2 * rate * lambda) * v - rate * g[i]);
}
