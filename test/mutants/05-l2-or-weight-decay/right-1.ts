// Task 1: right, in one difference
export const decayStep = (w: number[], d: number[], rate: number, decay: number) => w.map((v, i) => v - rate * decay * v - rate * d[i]);

// Task 2: right, by way of the decay
export function convertStrength(strength: number, from: string, to: string, examples: number): number {
  let decay = strength; // everything through 'decay'
  if (from === 'sum') decay = 2 * strength;
  if (from === 'mean') decay = (2 * strength) / examples;
  if (to === 'sum') return decay / 2;
  if (to === 'mean') return (decay * examples) / 2;
  return decay;
}

// Task 3: right, with loops
export function decayKernels(parameters: { name: string; value: number[] }[], rate: number, decay: number) {
  const after = [];
  for (const { name, value } of parameters) {
    const copy = [];
    for (const w of value) copy.push(name === 'kernel' ? w - rate * decay * w : w);
    after.push({ name, value: copy });
  }
  return after;
}

// Task 4: right, with powers
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
      w[i] -= (learningRate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
