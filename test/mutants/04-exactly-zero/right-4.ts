// Task 1: right, what is left when a weight is clipped to ± threshold and that is taken away
export const softThreshold = (weights: number[], threshold: number) => weights.map((w) => w - Math.max(-threshold, Math.min(threshold, w)));

// Task 2: right, the v at which the derivative is 0, on each side of zero
export function elasticNetStep(weights: number[], learningRate: number, lambda1: number, lambda2: number): number[] {
  return weights.map((w) => {
    for (const side of [1, -1]) {
      const v = (w - side * learningRate * lambda1) / (1 + 2 * learningRate * lambda2);
      if (v * side > 0) return v;
    }
    return 0;
  });
}

// Task 3: right, λ in each row, squares added from the end
export const groupLassoPenalty = (kernel: number[][], lambda: number) =>
  kernel.map((row) => lambda * row.reduceRight((sum, w) => sum + w ** 2, 0) ** 0.5).reduce((sum, part) => sum + part, 0);

// Task 4: right, direction times the new length
export function groupLassoStep(kernel: number[][], threshold: number) {
  return kernel.map((row) => {
    const length = Math.sqrt(row.map((w) => w * w).reduce((a, b) => a + b));
    if (length <= threshold) return new Float64Array(row.length);
    return row.map((w) => (w / length) * (length - threshold) || 0);
  });
}
