type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 1: wrong, looks like dw still divided by the batch size twice
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
  const dw = w.map((weights, j) => weights.map((weight, k) => summed(j, k) / batch + 2 * lambda * weight));
  const db = b.map((_, k) => dz.reduce((sum, row) => sum + row[k], 0));
  return { dw, db };
}

// Task 2: wrong, looks like one pair of moments for all parameters
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number): number[][] {
  const moments = start.map((value) => ({ m: value.map(() => 0), v: value.map(() => 0) }));
  let values = start;
  gradients.forEach((grads, k) => {
    const t = k + 1;
    values = values.map((value, p) => {
      const { m, v } = moments[0];
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

// Task 3: wrong, looks like a t that stays at 1: it grows with every step (m ← 0.9 m + g, the momentum of PyTorch, is the same)
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  const moved = [...weights];
  const means = weights.map(() => 0);
  const t = 1;
  for (const grads of gradients) {
    grads.forEach((g, layer) => {
      means[layer] = 0.9 * means[layer] + (1 - 0.9) * g;
      moved[layer] -= (learningRate * means[layer]) / (1 - 0.9 ** t);
    });
  }
  return moved;
}

// Task 4: wrong, looks like best weights only when it did not stop
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
      return { epochs: k + 1, weights };
    }
  }
  return { epochs: epochs.length, weights: bestWeights };
}

// Task 5: wrong, looks like the penalty taken out of both: gradient descent makes the sum smaller
export function epochLog(
  training: number[],
  validation: number[],
  weights: number[],
  lambda: number,
): { loss: number; valLoss: number } {
  const penalty = lambda * weights.reduce((sum, w) => sum + w * w, 0);
  const crossEntropy = (probabilities: number[]) =>
    probabilities.reduce((sum, p) => sum - Math.log(p), 0) / probabilities.length;
  return { loss: crossEntropy(training) + 0 * penalty, valLoss: crossEntropy(validation) };
}

// Task 6: wrong, looks like prediction not scaled at all: units are larger than they were in training
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  if (training) return x.map((value, i) => (uniforms[i] < rate ? 0 : value));
  return x.map((value) => value);
}

// Task 7: wrong, looks like m still multiplied by its correction
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean * (1 - 0.9 ** t));
  const vHat = newV.map((square) => square / (1 - 0.999 ** t));
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / (Math.sqrt(vHat[i]) + 1e-8));
  return { w: newW, m: newM, v: newV };
}

// Task 8: wrong, looks like a weight that is dead forever once it is zero
export function trainWithL1(weights: number[], targets: number[], options: L1Options): number[] {
  const { learningRate, lambda, steps } = options;
  let current = weights;
  for (let k = 0; k < steps; k++) {
    current = current.map((w, i) => {
      if (w === 0) return 0;
      const free = w - learningRate * (w - targets[i]);
      return Math.sign(free) * Math.max(Math.abs(free) - learningRate * lambda, 0);
    });
  }
  return current;
}
