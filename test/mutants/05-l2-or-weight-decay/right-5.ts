// Task 1: right, one weight after the other
export const decayStep = ([w, ...weights]: number[], [d, ...direction]: number[], rate: number, decay: number): number[] =>
  w === undefined ? [] : [w - rate * (decay * w + d), ...decayStep(weights, direction, rate, decay)];

// Task 2: right, a ratio for each pair
export const convertStrength = (strength: number, from: string, to: string, n: number) => {
  const ofSum: Record<string, number> = { sum: 1, half: 2, mean: n, decay: 2 };
  return strength * (ofSum[to] / ofSum[from]);
};

// Task 3: right, a deep copy whose kernels are changed
export function decayKernels(parameters: { name: string; value: number[] }[], rate: number, decay: number) {
  const copy = structuredClone(parameters);
  copy.filter(({ name }) => name === 'kernel').forEach(({ value }) => value.forEach((w, i) => (value[i] = w - rate * (decay * w))));
  return copy;
}

// Task 4: right, a generator of steps, moments as lists
function* path(weights: number[], gradients: number[][], o: { learningRate: number; l2: number; decay: number }) {
  let [w, m, v] = [weights, weights.map(() => 0), weights.map(() => 0)];
  let [beta1, beta2] = [1, 1];
  for (const data of gradients) {
    [beta1, beta2] = [beta1 * 0.9, beta2 * 0.999];
    const g = data.map((d, i) => d + w[i] * o.l2 * 2);
    m = m.map((before, i) => 0.9 * before + (1 - 0.9) * g[i]);
    v = v.map((before, i) => 0.999 * before + (1 - 0.999) * g[i] ** 2);
    w = w.map((old, i) => old - o.learningRate * o.decay * old - (o.learningRate * m[i]) / (1 - beta1) / (Math.sqrt(v[i] / (1 - beta2)) + 1e-8));
    yield w;
  }
}
export const adamSteps = (weights: number[], gradients: number[][], o: { learningRate: number; l2: number; decay: number }) => [weights, ...path(weights, gradients, o)].at(-1)!;
