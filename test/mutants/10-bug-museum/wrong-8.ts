type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };

// Task 1: wrong, looks like the penalty multiplied by the batch size in place of one division less
export function softmaxGradients(
  x: number[][],
  w: number[][],
  b: number[],
  labels: number[],
  lambda: number,
): { dw: number[][]; db: number[] } {
  const batch = x.length;
  const dz = x.map((row, i) => {
    const logits = b.map((bias, k) => row.reduce((sum, value, j) => sum + value * w[j][k], bias));
    const top = Math.max(...logits);
    const exps = logits.map((z) => Math.exp(z - top));
    const total = exps.reduce((sum, e) => sum + e, 0);
    return exps.map((e, k) => (e / total - (k === labels[i] ? 1 : 0)) / batch);
  }); // (batch, classes)
  const summed = (j: number, k: number) => x.reduce((sum, row, i) => sum + row[j] * dz[i][k], 0);
  const dw = w.map((weights, j) => weights.map((weight, k) => summed(j, k) / batch + 2 * batch * lambda * weight));
  const db = b.map((_, k) => dz.reduce((sum, row) => sum + row[k], 0) / batch);
  return { dw, db };
}

// Task 3: wrong, looks like no bias correction
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  const moved = [...weights];
  const means = weights.map(() => 0);
  for (const grads of gradients) {
    grads.forEach((g, layer) => {
      means[layer] = 0.9 * means[layer] + (1 - 0.9) * g;
      moved[layer] -= learningRate * means[layer];
    });
  }
  return moved;
}

// Task 4: wrong, looks like epochs counted from 0
export function stopEarly(epochs: Epoch[], patience: number): { epochs: number; weights: number[] } {
  let best = Infinity;
  let bestWeights: number[] = [];
  let wait = 0;
  for (const [k, { loss, weights }] of epochs.entries()) {
    if (loss < best) {
      best = loss;
      bestWeights = weights;
      wait = 0;
    } else if (++wait >= patience) {
      return { epochs: k, weights: bestWeights };
    }
  }
  return { epochs: epochs.length - 1, weights: bestWeights };
}

// Task 6: wrong, looks like a factor of 0.5 at every rate
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  if (training) return x.map((value, i) => (uniforms[i] < rate ? 0 : value));
  return x.map((value) => value * 0.5);
}

// Task 7: wrong, looks like ε under the root
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean / (1 - 0.9 ** t));
  const vHat = newV.map((square) => square / (1 - 0.999 ** t));
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / Math.sqrt(vHat[i] + 1e-8));
  return { w: newW, m: newM, v: newV };
}
