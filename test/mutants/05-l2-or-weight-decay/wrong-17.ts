// Task 4: wrong, looks like moments that begin with the first gradient: they begin at 0, and the bias correction allows for it
export function adamSteps(start: number[], gradients: number[][], { learningRate, l2, decay }: { learningRate: number; l2: number; decay: number }): number[] {
  const w = [...start];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  let t = 0;
  for (const gradient of gradients) {
    t++;
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i] + 2 * l2 * w[i];
      m[i] = t === 1 ? g : 0.9 * m[i] + 0.1 * g;
      v[i] = t === 1 ? g ** 2 : 0.999 * v[i] + 0.001 * g ** 2;
      w[i] *= 1 - learningRate * decay;
      w[i] -= (learningRate * m[i]) / (Math.sqrt(v[i]) + 1e-8);
    }
  }
  return w;
}
