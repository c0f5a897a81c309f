// Task 1: right, a typed array
export const decayStep = (w: number[], d: number[], rate: number, decay: number) => Float64Array.from(w, (v, i) => v - rate * (d[i] + decay * v));

// Task 2: right, from a table
const table: Record<string, (n: number) => number> = { sum: () => 1, half: () => 0.5, mean: (n) => 1 / n, decay: () => 0.5 };
export const convertStrength = (strength: number, from: string, to: string, n: number) => strength * (table[from](n) / table[to](n));

// Task 3: right, a deep copy, typed arrays and one more field
export const decayKernels = (p: { name: string; value: number[] }[], rate: number, decay: number) =>
  p.map((one) => ({ ...one, decayed: one.name === 'kernel', value: Float64Array.from(one.value, (w) => (one.name === 'kernel' ? w * (1 - rate * decay) : w)) }));

// Task 4: right, weight by weight
export const adamSteps = (weights: number[], gradients: number[][], o: { learningRate: number; l2: number; decay: number }) =>
  Float64Array.from(weights, (start, i) => {
    let [w, m, v] = [start, 0, 0];
    gradients.forEach((gradient, t) => {
      const g = gradient[i] + 2 * o.l2 * w;
      m += 0.1 * (g - m);
      v += 0.001 * (g * g - v);
      const step = m / (1 - 0.9 ** (t + 1)) / (Math.sqrt(v / (1 - 0.999 ** (t + 1))) + 1e-8);
      w -= o.learningRate * (o.decay * w + step);
    });
    return w;
  });
