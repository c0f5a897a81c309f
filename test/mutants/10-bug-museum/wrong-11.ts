type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 1: wrong, looks like a softmax that large logits overflow, or small ones: subtract the largest from all of them first
export function softmaxGradients(x: number[][], w: number[][], b: number[], labels: number[], lambda: number) {
  const dz = x.map((row, i) => {
    const logits = b.map((bias, k) => row.reduce((sum, value, j) => sum + value * w[j][k], bias));
    const top = Math.max(0, ...logits); // all of them may be far below 0
    const exps = logits.map((z) => Math.exp(z - top));
    const total = exps.reduce((sum, e) => sum + e, 0);
    return exps.map((e, k) => (e / total - (k === labels[i] ? 1 : 0)) / x.length);
  });
  const dw = w.map((weights, j) => weights.map((weight, k) => dz.reduce((sum, d, i) => sum + x[i][j] * d[k], 0) + 2 * lambda * weight));
  return { dw, db: b.map((_, k) => dz.reduce((sum, d) => sum + d[k], 0)) };
}

// Task 2: wrong, looks like no ε: where all gradients were 0 it divides 0 by 0
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number) {
  const moments = start.map((value) => ({ m: value.map(() => 0), v: value.map(() => 0), top: value.map(() => 0) }));
  let values = start;
  gradients.forEach((grads, k) => {
    const [c1, c2] = [1 - 0.9 ** (k + 1), 1 - 0.999 ** (k + 1)];
    values = values.map((value, p) =>
      value.map((w, i) => {
        const { m, v, top } = moments[p];
        m[i] = 0.9 * m[i] + 0.1 * grads[p][i];
        v[i] = 0.999 * v[i] + 0.001 * grads[p][i] ** 2;
        top[i] = Math.max(top[i], v[i]);
        return w - learningRate * (m[i] / c1 / Math.sqrt(v[i] / c2));
      }),
    );
  });
  return values;
}

// Task 3: wrong, looks like m ← 0.9 m + g, the momentum of PyTorch: here the gradient counts 0.1
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number) {
  const moved = [...weights];
  const means = weights.map(() => 0);
  let t = 0;
  for (const grads of gradients) {
    t++;
    grads.forEach((g, layer) => {
      means[layer] = 0.9 * means[layer] + g;
      moved[layer] -= learningRate * (means[layer] / (1 - 0.9 ** t));
    });
  }
  return moved;
}

// Task 4: wrong, looks like a loss below 0 taken for none: the lowest is what counts
export function stopEarly(epochs: Epoch[], patience: number) {
  let [best, kept, wait] = [Infinity, [] as number[], 0];
  for (const [k, { loss, weights }] of epochs.entries()) {
    if (loss >= 0 && loss < best) [best, kept, wait] = [loss, weights, 0];
    else if (++wait >= patience) return { epochs: k + 1, weights: kept };
  }
  return { epochs: epochs.length, weights: kept };
}

// Task 5: wrong, looks like half the penalty, λ/2 · Σw²: here it is λ · Σw²
export function epochLog(training: number[], validation: number[], weights: number[], lambda: number) {
  const cross = (rows: number[]) => rows.reduce((sum, p) => sum - Math.log(p), 0) / rows.length;
  return { loss: cross(training) + 0.5 * lambda * weights.reduce((sum, w) => sum + w * w, 0), valLoss: cross(validation) };
}

// Task 7: wrong, looks like no ε: where all gradients were 0 it divides 0 by 0
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number) {
  const newM = m.map((mean, i) => 0.9 * mean + 0.1 * g[i]);
  const newV = v.map((square, i) => 0.999 * square + 0.001 * g[i] ** 2);
  const [c1, c2] = [1 - 0.9 ** t, 1 - 0.999 ** t];
  return { w: w.map((weight, i) => weight - learningRate * (newM[i] / c1 / Math.sqrt(newV[i] / c2))), m: newM, v: newV };
}

