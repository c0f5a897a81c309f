// Right numbers, written into the caller's arrays: the contract says that they stay as they are.

// Task 1: wrong
export function softThreshold(w: number[], t: number): number[] {
  for (let i = 0; i < w.length; i++) w[i] = w[i] > t ? w[i] - t : w[i] < -t ? w[i] + t : 0;
  return w;
}

// Task 2: wrong
export function elasticNetStep(w: number[], eta: number, l1: number, l2: number): number[] {
  softThreshold(w, eta * l1).forEach((v, i) => (w[i] = v / (1 + 2 * eta * l2)));
  return w;
}

// Task 4: wrong
export function groupLassoStep(kernel: number[][], t: number): number[][] {
  for (const row of kernel) {
    const length = Math.hypot(...row);
    for (let j = 0; j < row.length; j++) row[j] *= length > t ? 1 - t / length : 0;
  }
  return kernel;
}
