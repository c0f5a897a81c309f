// Task 1: wrong, looks like twice the decay: the factor 2 belongs to the penalty λΣw²
export const decayStep = (w: number[], d: number[], rate: number, decay: number) => w.map((v, i) => v - rate * (d[i] + 2 * decay * v));

// Task 2: wrong, looks like the conversion turned around: from and to are exchanged
export const convertStrength = (strength: number, from: string, to: string, n: number) => {
  const pulls: Record<string, number> = { sum: 2, half: 1, mean: 2 / n, decay: 1 };
  return (strength * pulls[to]) / pulls[from];
};

// Task 3: wrong, looks like biases left out, but gammas and betas shrunk
export const decayKernels = (p: { name: string; value: number[] }[], rate: number, decay: number) => p.map(({ name, value }) => ({ name, value: name === 'bias' ? value : value.map((w) => w * (1 - rate * decay)) }));

// Task 4: wrong, looks like L2 beside the gradient: that is weight decay, which Adam does not divide
export function adamSteps(start: number[], gradients: number[][], { learningRate, l2, decay }: { learningRate: number; l2: number; decay: number }): number[] {
  const w = [...start];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  let t = 0;
  for (const gradient of gradients) {
    t++;
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i];
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g ** 2;
      w[i] *= 1 - learningRate * (decay + 2 * l2);
      w[i] -= (learningRate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
