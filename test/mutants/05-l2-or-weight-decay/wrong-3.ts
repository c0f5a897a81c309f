// Task 1: wrong, looks like decay after the step: it takes its share of the step as well
export const decayStep = (w: number[], d: number[], rate: number, decay: number) => w.map((v, i) => (v - rate * d[i]) * (1 - rate * decay));

// Task 2: wrong, looks like no difference between λ and λ/2: the slope of λ/2·w² is λw
const pulls = (n: number): Record<string, number> => ({ sum: 2, half: 2, mean: 2 / n, decay: 1 });
export const convertStrength = (strength: number, from: string, to: string, n: number) => (strength * pulls(n)[from]) / pulls(n)[to];

// Task 3: wrong, looks like the first kernel only
export const decayKernels = (p: { name: string; value: number[] }[], rate: number, decay: number) => p.map((one) => (one === p.find(({ name }) => name === 'kernel') ? { ...one, value: one.value.map((w) => w * (1 - rate * decay)) } : one));

// Task 4: wrong, looks like a gradient of the penalty without its 2
export function adamSteps(start: number[], gradients: number[][], { learningRate, l2, decay }: { learningRate: number; l2: number; decay: number }): number[] {
  const w = [...start];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  let t = 0;
  for (const gradient of gradients) {
    t++;
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i] + l2 * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g ** 2;
      w[i] *= 1 - learningRate * decay;
      w[i] -= (learningRate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
