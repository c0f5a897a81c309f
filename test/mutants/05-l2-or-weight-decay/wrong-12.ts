// Task 1: wrong, looks like a division by 1 + η·decay: that is the proximal step, the decay multiplies by 1 - η·decay
export const decayStep = (w: number[], d: number[], rate: number, decay: number) => w.map((v, i) => v / (1 + rate * decay) - rate * d[i]);

// Task 3: wrong, looks like the first parameter, whatever its name
export const decayKernels = (p: { name: string; value: number[] }[], rate: number, decay: number) => p.map((one, i) => (i === 0 ? { ...one, value: one.value.map((w) => w * (1 - rate * decay)) } : one));

// Task 4: wrong, looks like ε added to √v, as in the order that section 2 of the paper calls more efficient: here it is added to √v̂
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
      w[i] -= (((learningRate * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t)) * m[i]) / (Math.sqrt(v[i]) + 1e-8);
    }
  }
  return w;
}
