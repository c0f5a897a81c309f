// Task 1: wrong, looks like a decay that the learning rate does not scale
export const decayStep = (w: number[], d: number[], rate: number, decay: number) => w.map((v, i) => (1 - decay) * v - rate * d[i]);

// Task 2: wrong, looks like λ taken for the decay of λΣw²: its slope is 2λw
const pulls = (n: number): Record<string, number> => ({ sum: 1, half: 0.5, mean: 1 / n, decay: 1 });
export const convertStrength = (strength: number, from: string, to: string, n: number) => (strength * pulls(n)[from]) / pulls(n)[to];

// Task 3: wrong, looks like decay of everything, biases too
export const decayKernels = (p: { name: string; value: number[] }[], rate: number, decay: number) => p.map(({ name, value }) => ({ name, value: value.map((w) => w * (1 - rate * decay)) }));

// Task 4: wrong, looks like decay inside the gradient: that is L2, and Adam divides it
export function adamSteps(start: number[], gradients: number[][], { learningRate, l2, decay }: { learningRate: number; l2: number; decay: number }): number[] {
  const w = [...start];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  let t = 0;
  for (const gradient of gradients) {
    t++;
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i] + 2 * l2 * w[i] + decay * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g ** 2;
      w[i] -= (learningRate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
