// Task 1: wrong, looks like the same amount off every weight: that is L1
export const decayStep = (w: number[], d: number[], rate: number, decay: number) => w.map((v, i) => v - rate * (d[i] + decay * Math.sign(v)));

// Task 2: wrong, looks like the same strength for every convention
export const convertStrength = (strength: number, _from: string, _to: string, _n: number) => strength;

// Task 3: wrong, looks like the kernels alone: the other parameters are missing
export const decayKernels = (p: { name: string; value: number[] }[], rate: number, decay: number) => p.filter(({ name }) => name === 'kernel').map(({ name, value }) => ({ name, value: value.map((w) => w * (1 - rate * decay)) }));

// Task 4: wrong, looks like no bias correction: the first steps are not those of Adam
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
      w[i] -= (learningRate * (m[i] / 1)) / (Math.sqrt(v[i] / 1) + 1e-8);
    }
  }
  return w;
}
