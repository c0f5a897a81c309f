// Task 2: wrong, looks like the mean of the squares less the square of the mean: far from 0 both are almost equal, and rounding is what is left
export function columnStatistics(x: number[][]) {
  const n = x.length;
  const sums = x[0].map(() => 0);
  const squares = x[0].map(() => 0);
  for (const row of x) row.forEach((v, j) => { sums[j] += v; squares[j] += v * v; });
  const mean = sums.map((sum) => sum / n);
  return { mean, scale: squares.map((sum, j) => Math.sqrt(Math.max(0, sum / n - mean[j] ** 2)) || 1) };
}

// Task 3: wrong, looks like each column put between 0 and 1 by its smallest and its largest value: here it gets mean 0 and deviation 1
export function scaleParts(...parts: number[][][]) {
  const low = parts[0][0].map((_, j) => Math.min(...parts[0].map((row) => row[j])));
  const high = low.map((_, j) => Math.max(...parts[0].map((row) => row[j])));
  return parts.map((part) => part.map((row) => row.map((v, j) => (v - low[j]) / (high[j] - low[j] || 1))));
}

// Task 4: wrong, looks like the sign of z turned: the probability is 1 / (1 + exp(-z))
export function trainEpoch(weights: number[], x: number[][], y: number[], order: number[], batchSize: number, learningRate: number) {
  const w = [...weights];
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = order.slice(from, from + batchSize);
    const gradient = w.map(() => 0);
    for (const i of batch) {
      const p = 1 / (1 + Math.exp(x[i].reduce((sum, v, j) => sum + v * w[j], 0)));
      for (let j = 0; j < w.length; j++) gradient[j] += (p - y[i]) * x[i][j];
    }
    for (let j = 0; j < w.length; j++) w[j] -= (learningRate * gradient[j]) / batch.length;
  }
  return w;
}
