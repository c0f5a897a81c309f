// Right numbers, written into the caller's arrays: the contract says that they stay as they are.

// Task 1: wrong
export function decayStep(w: number[], d: number[], rate: number, decay: number): number[] {
  w.forEach((v, i) => (w[i] = (1 - rate * decay) * v - rate * d[i]));
  return w;
}

// Task 3: wrong
export function decayKernels(p: { name: string; value: number[] }[], rate: number, decay: number) {
  for (const { name, value } of p) if (name === 'kernel') value.forEach((w, i) => (value[i] = (1 - rate * decay) * w));
  return p;
}
