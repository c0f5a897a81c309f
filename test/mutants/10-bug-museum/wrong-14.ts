type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 2: wrong, looks like ε under the root
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
        return w - learningRate * (m[i] / c1 / Math.sqrt(v[i] / c2 + 1e-8));
      }),
    );
  });
  return values;
}

// Task 4: wrong
export function stopEarly(epochs: Epoch[], patience: number) {
  let [best, kept, wait] = [1000, epochs[0].weights, 0]; // a loss of more than 1000 is never the best
  for (const [k, { loss, weights }] of epochs.entries()) {
    if (loss < best) [best, kept, wait] = [loss, weights, 0];
    else if (++wait >= patience) return { epochs: k + 1, weights: kept };
  }
  return { epochs: epochs.length, weights: kept };
}

