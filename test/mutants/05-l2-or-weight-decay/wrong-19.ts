// Task 4: wrong, looks like weights that decay only where there is a gradient: the decay does not look at it
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
      if (gradient[i] !== 0) w[i] *= 1 - learningRate * decay;
      w[i] -= (learningRate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
