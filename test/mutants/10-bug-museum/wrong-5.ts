type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 1: wrong, looks like the penalty divided by the batch size: the mean is over the cross-entropy only
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
  const dw = w.map((weights, j) => weights.map((weight, k) => (summed(j, k) + 2 * lambda * weight) / batch));
  const db = b.map((_, k) => dz.reduce((sum, row) => sum + row[k], 0) / batch);
  return { dw, db };
}

// Task 2: wrong, looks like a t that counts parameters: it is the number of the step
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number): number[][] {
  const moments = start.map((value) => ({ m: value.map(() => 0), v: value.map(() => 0) }));
  let values = start;
  let t = 0;
  gradients.forEach((grads) => {
    values = values.map((value, p) => {
      const { m, v } = moments[p];
      t++;
      grads[p].forEach((g, i) => {
        m[i] = 0.9 * m[i] + (1 - 0.9) * g;
        v[i] = 0.999 * v[i] + (1 - 0.999) * g * g;
      });
      const now = t;
      const step = (i: number) => m[i] / (1 - 0.9 ** now) / (Math.sqrt(v[i] / (1 - 0.999 ** now)) + 1e-8);
      return value.map((w, i) => w - learningRate * step(i));
    });
  });
  return values;
}

// Task 3: wrong, looks like one step ahead: the first step has t = 1
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  const moved = [...weights];
  const means = weights.map(() => 0);
  let t = 1;
  for (const grads of gradients) {
    t += 1;
    grads.forEach((g, layer) => {
      means[layer] = 0.9 * means[layer] + (1 - 0.9) * g;
      moved[layer] -= (learningRate * means[layer]) / (1 - 0.9 ** t);
    });
  }
  return moved;
}

// Task 4: wrong, looks like one epoch too many, as ReduceLROnPlateau of PyTorch counts: here it stops after patience epochs
export function stopEarly(epochs: Epoch[], patience: number): { epochs: number; weights: number[] } {
  let best = Infinity;
  let bestWeights: number[] = [];
  let wait = 0;
  for (const [k, { loss, weights }] of epochs.entries()) {
    if (loss < best) {
      best = loss;
      bestWeights = weights;
      wait = 0;
    } else if (++wait > patience) {
      return { epochs: k + 1, weights: bestWeights };
    }
  }
  return { epochs: epochs.length, weights: bestWeights };
}

// Task 5: wrong, looks like a penalty that is divided by the number of rows is still a penalty
export function epochLog(
  training: number[],
  validation: number[],
  weights: number[],
  lambda: number,
): { loss: number; valLoss: number } {
  const penalty = lambda * weights.reduce((sum, w) => sum + w * w, 0);
  const crossEntropy = (probabilities: number[]) =>
    probabilities.reduce((sum, p) => sum - Math.log(p), 0) / probabilities.length;
  return { loss: crossEntropy(training) + penalty, valLoss: crossEntropy(validation) + penalty / validation.length };
}

// Task 6: wrong, looks like scaled in training and again in prediction
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  if (training) return x.map((value, i) => (uniforms[i] < rate ? 0 : value / (1 - rate)));
  return x.map((value) => value * (1 - rate));
}

// Task 7: wrong, looks like corrected moments handed to the next step: it would correct them again
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean / (1 - 0.9 ** t));
  const vHat = newV.map((square) => square / (1 - 0.999 ** t));
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / (Math.sqrt(vHat[i]) + 1e-8));
  return { w: newW, m: mHat, v: vHat };
}

// Task 8: wrong, looks like moved by ηλ also where the weight is nearer to zero: it lands on the other side
export function trainWithL1(weights: number[], targets: number[], options: L1Options): number[] {
  const { learningRate, lambda, steps } = options;
  let current = weights;
  for (let k = 0; k < steps; k++) {
    current = current.map((w, i) => {
      const free = w - learningRate * (w - targets[i]);
      return free - Math.sign(free) * learningRate * lambda;
    });
  }
  return current;
}
