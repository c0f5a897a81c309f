// weights → the proximal step of a penalty → weights, some of which are exactly zero

export function softThreshold(weights: number[], threshold: number): number[] {
  return weights.map((w) => Math.sign(w) * Math.max(Math.abs(w) - threshold, 0));
}

export function elasticNetStep(weights: number[], learningRate: number, lambda1: number, lambda2: number): number[] {
  // v - w + ηλ₁ sign(v) + 2ηλ₂v = 0, so (1 + 2ηλ₂) v is the soft threshold of w
  return softThreshold(weights, learningRate * lambda1).map((v) => v / (1 + 2 * learningRate * lambda2));
}

export function groupLassoPenalty(kernel: number[][], lambda: number): number {
  let sum = 0;
  for (const row of kernel) sum += Math.hypot(...row);
  return lambda * sum;
}

export function groupLassoStep(kernel: number[][], threshold: number): number[][] {
  return kernel.map((row) => {
    const length = Math.hypot(...row);
    const kept = length > threshold ? 1 - threshold / length : 0; // a row of zeros has no direction: nothing to divide by
    return row.map((w) => kept * w);
  });
}
