// Task 1: wrong, looks like a step without the learning rate in front of the direction
export const decayStep = (w: number[], d: number[], rate: number, decay: number) => w.map((v, i) => (1 - rate * decay) * v - d[i]);

// Task 3: wrong, looks like twice the decay: the factor 2 belongs to the penalty λΣw²
export const decayKernels = (p: { name: string; value: number[] }[], rate: number, decay: number) => p.map(({ name, value }) => ({ name, value: name === 'kernel' ? value.map((w) => w - 2 * rate * decay * w) : value }));

// Task 4: wrong, looks like a step divided by v̂ without the root
export function adamSteps(start: number[], gradients: number[][], { learningRate, l2, decay }: { learningRate: number; l2: number; decay: number }): number[] {
  const w = [...start];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  let t = 0;
  for (const gradient of gradients) {
    t++;
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i] + 2 * l2 * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g ** 2;
      w[i] *= 1 - learningRate * decay;
      w[i] -= (learningRate * (m[i] / (1 - 0.9 ** t))) / ((v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
