type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

const moments: { m: number[]; v: number[]; top: number[] }[] = []; // of all trainings

// Task 2: wrong, looks like something remembered from an earlier call: each begins from nothing
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number) {
  start.forEach((value, p) => (moments[p] ??= { m: value.map(() => 0), v: value.map(() => 0), top: value.map(() => 0) }));
  let values = start;
  gradients.forEach((grads, k) => {
    const [c1, c2] = [1 - 0.9 ** (k + 1), 1 - 0.999 ** (k + 1)];
    values = values.map((value, p) =>
      value.map((w, i) => {
        const { m, v, top } = moments[p];
        if (m[i] === undefined) [m[i], v[i], top[i]] = [0, 0, 0];
        m[i] = 0.9 * m[i] + 0.1 * grads[p][i];
        v[i] = 0.999 * v[i] + 0.001 * grads[p][i] ** 2;
        top[i] = Math.max(top[i], v[i]);
        return w - learningRate * (m[i] / c1 / (Math.sqrt(v[i] / c2) + 1e-8));
      }),
    );
  });
  return values;
}

const squares: number[][] = []; // the rows of all calls

// Task 1: wrong, looks like something remembered from an earlier call: each begins from nothing
export function softmaxGradients(x: number[][], w: number[][], b: number[], labels: number[], lambda: number) {
  squares.push(...x);
  const dz = x.map((row, i) => {
    const logits = b.map((bias, k) => row.reduce((sum, value, j) => sum + value * w[j][k], bias));
    const top = Math.max(...logits);
    const exps = logits.map((z) => Math.exp(z - top));
    const total = exps.reduce((sum, e) => sum + e, 0);
    return exps.map((e, k) => (e / total - (k === labels[i] ? 1 : 0)) / squares.length);
  });
  const dw = w.map((weights, j) => weights.map((weight, k) => dz.reduce((sum, d, i) => sum + x[i][j] * d[k], 0) + 2 * lambda * weight));
  return { dw, db: b.map((_, k) => dz.reduce((sum, d) => sum + d[k], 0)) };
}

