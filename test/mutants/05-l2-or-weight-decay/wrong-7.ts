// Task 1: wrong, looks like the decay alone: the step is missing
export const decayStep = (w: number[], _d: number[], rate: number, decay: number) => w.map((v) => v - rate * decay * v);

// Task 2: wrong, looks like λ/n·w² taken for λ/2n·w², as some textbooks write it: its slope is 2λ/n
const pulls = (n: number): Record<string, number> => ({ sum: 2, half: 1, mean: 1 / n, decay: 1 });
export const convertStrength = (strength: number, from: string, to: string, n: number) => (strength * pulls(n)[from]) / pulls(n)[to];

// Task 3: wrong, looks like gammas shrunk: BatchNorm would lose its scale
export const decayKernels = (p: { name: string; value: number[] }[], rate: number, decay: number) => p.map(({ name, value }) => ({ name, value: ['kernel', 'gamma'].includes(name) ? value.map((w) => w * (1 - rate * decay)) : value }));

// Task 4: wrong, looks like moments that start again in every step
export function adamSteps(start: number[], gradients: number[][], { learningRate, l2, decay }: { learningRate: number; l2: number; decay: number }): number[] {
  const w = [...start];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  let t = 0;
  for (const gradient of gradients) {
    t++;
    t = 1;
    m.fill(0);
    v.fill(0);
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i] + 2 * l2 * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g ** 2;
      w[i] *= 1 - learningRate * decay;
      w[i] -= (learningRate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
