type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 1: wrong, looks like never divided by the batch size: that is the gradient of the sum, not of the mean
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
    return exps.map((e, k) => e / total - (k === labels[i] ? 1 : 0));
  }); // (batch, classes)
  const summed = (j: number, k: number) => x.reduce((sum, row, i) => sum + row[j] * dz[i][k], 0);
  const dw = w.map((weights, j) => weights.map((weight, k) => summed(j, k) + 2 * lambda * weight));
  const db = b.map((_, k) => dz.reduce((sum, row) => sum + row[k], 0));
  return { dw, db };
}

// Task 2: wrong, looks like steps counted from 0: the first correction divides by 0
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number): number[][] {
  const moments = start.map((value) => ({ m: value.map(() => 0), v: value.map(() => 0) }));
  let values = start;
  gradients.forEach((grads, k) => {
    const t = k;
    values = values.map((value, p) => {
      const { m, v } = moments[p];
      grads[p].forEach((g, i) => {
        m[i] = 0.9 * m[i] + (1 - 0.9) * g;
        v[i] = 0.999 * v[i] + (1 - 0.999) * g * g;
      });
      const step = (i: number) => m[i] / (1 - 0.9 ** t) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
      return value.map((w, i) => w - learningRate * step(i));
    });
  });
  return values;
}

// Task 3: wrong, looks like steps counted from 0: the first correction divides by 0
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  const moved = [...weights];
  const means = weights.map(() => 0);
  let t = 0;
  for (const grads of gradients) {
    grads.forEach((g, layer) => {
      means[layer] = 0.9 * means[layer] + (1 - 0.9) * g;
      moved[layer] -= (learningRate * means[layer]) / (1 - 0.9 ** t);
    });
    t += 1;
  }
  return moved;
}

// Task 4: wrong, looks like training goes on to the last epoch
export function stopEarly(epochs: Epoch[], patience: number): { epochs: number; weights: number[] } {
  let best = Infinity;
  let bestWeights: number[] = [];
  for (const { loss, weights } of epochs) {
    if (loss < best) {
      best = loss;
      bestWeights = weights;
    }
  }
  return { epochs: epochs.length, weights: bestWeights };
}

// Task 5: wrong, looks like the penalty subtracted from a validation loss that had none
export function epochLog(
  training: number[],
  validation: number[],
  weights: number[],
  lambda: number,
): { loss: number; valLoss: number } {
  const penalty = lambda * weights.reduce((sum, w) => sum + w * w, 0);
  const crossEntropy = (probabilities: number[]) =>
    probabilities.reduce((sum, p) => sum - Math.log(p), 0) / probabilities.length;
  return { loss: crossEntropy(training) + penalty, valLoss: crossEntropy(validation) - penalty };
}

// Task 6: wrong, looks like inverted dropout, which scales in training: here the kept units pass as they are
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  if (training) return x.map((value, i) => (uniforms[i] < rate ? 0 : value / (1 - rate)));
  return [...x];
}

// Task 7: wrong, looks like no bias correction
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean);
  const vHat = newV.map((square) => square);
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / (Math.sqrt(vHat[i]) + 1e-8));
  return { w: newW, m: newM, v: newV };
}

// Task 8: wrong, looks like the subgradient λ·sign(w): it never stays at zero
export function trainWithL1(weights: number[], targets: number[], options: L1Options): number[] {
  const { learningRate, lambda, steps } = options;
  let current = weights;
  for (let k = 0; k < steps; k++) {
    current = current.map((w, i) => {
      const free = w - learningRate * (w - targets[i]);
      return free - learningRate * lambda * Math.sign(w);
    });
  }
  return current;
}
