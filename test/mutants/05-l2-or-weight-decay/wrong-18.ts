// Right numbers, in a promise: every task asks for the value itself.

// Task 1: wrong
export const decayStep = async (w: number[], d: number[], rate: number, decay: number) => w.map((v, i) => (1 - rate * decay) * v - rate * d[i]);

// Task 2: wrong
export const convertStrength = async (strength: number, from: string, to: string, n: number) => {
  const pulls: Record<string, number> = { sum: 2, half: 1, mean: 2 / n, decay: 1 };
  return (strength * pulls[from]) / pulls[to];
};

// Task 3: wrong
export const decayKernels = async (p: { name: string; value: number[] }[], rate: number, decay: number) => p.map(({ name, value }) => ({ name, value: name === 'kernel' ? value.map((w) => w * (1 - rate * decay)) : value }));

// Task 4: wrong
export async function adamSteps(start: number[], gradients: number[][], { learningRate, l2, decay }: { learningRate: number; l2: number; decay: number }) {
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
      w[i] -= (learningRate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
