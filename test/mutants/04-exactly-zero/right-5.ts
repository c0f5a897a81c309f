// Task 1: right, the larger of w - t and 0, and the smaller of w + t and 0
export const softThreshold = (weights: number[], t: number) => weights.map((w) => Math.max(w - t, 0) + Math.min(w + t, 0));

// Task 2: right, scales first and thresholds by what is left of the threshold
export const elasticNetStep = (weights: number[], rate: number, l1: number, l2: number) => {
  const kept = 1 / (1 + 2 * rate * l2);
  return softThreshold(weights.map((w) => kept * w), kept * rate * l1);
};

// Task 3: right, lengths by the largest weight of a row
export const groupLassoPenalty = (kernel: number[][], lambda: number) => {
  let total = 0;
  kernel.forEach((row) => {
    const largest = Math.max(...row.map(Math.abs));
    if (largest > 0) total += largest * Math.sqrt(row.reduce((sum, w) => sum + (w / largest) ** 2, 0));
  });
  return total * lambda;
};

// Task 4: right, subtracts from each weight its share of the threshold
export const groupLassoStep = (kernel: number[][], threshold: number) =>
  kernel.map((row) => {
    const length = Math.hypot(...row);
    return length > threshold ? row.map((w) => w - (threshold * w) / length) : row.map(() => 0);
  });
