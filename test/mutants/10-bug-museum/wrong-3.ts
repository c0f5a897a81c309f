type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 1: wrong, looks like db still divided by the batch size twice
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
  const dw = w.map((weights, j) => weights.map((weight, k) => summed(j, k) + 2 * lambda * weight));
  const db = b.map((_, k) => dz.reduce((sum, row) => sum + row[k], 0) / batch);
  return { dw, db };
}

// Task 2: wrong, looks like a t that stays at 1
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number): number[][] {
  const moments = start.map((value) => ({ m: value.map(() => 0), v: value.map(() => 0) }));
  let values = start;
  gradients.forEach((grads) => {
    const t = 1;
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

// Task 3: wrong, looks like a t that begins again in each step: it counts layers
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  const moved = [...weights];
  const means = weights.map(() => 0);
  for (const grads of gradients) {
    let t = 0;
    grads.forEach((g, layer) => {
      t += 1;
      means[layer] = 0.9 * means[layer] + (1 - 0.9) * g;
      moved[layer] -= (learningRate * means[layer]) / (1 - 0.9 ** t);
    });
  }
  return moved;
}

// Task 4: wrong, looks like always the last weights
export function stopEarly(epochs: Epoch[], patience: number): { epochs: number; weights: number[] } {
  let best = Infinity;
  let wait = 0;
  for (const [k, { loss, weights }] of epochs.entries()) {
    if (loss < best) {
      best = loss;
      wait = 0;
    } else if (++wait >= patience) {
      return { epochs: k + 1, weights };
    }
  }
  return { epochs: epochs.length, weights: epochs[epochs.length - 1].weights };
}

// Task 5: wrong, looks like the penalty in the validation loss in place of the training loss
export function epochLog(
  training: number[],
  validation: number[],
  weights: number[],
  lambda: number,
): { loss: number; valLoss: number } {
  const penalty = lambda * weights.reduce((sum, w) => sum + w * w, 0);
  const crossEntropy = (probabilities: number[]) =>
    probabilities.reduce((sum, p) => sum - Math.log(p), 0) / probabilities.length;
  return { loss: crossEntropy(training), valLoss: crossEntropy(validation) + penalty };
}

// Task 6: wrong, looks like prediction divided by 1 - rate: it has to be multiplied
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  if (training) return x.map((value, i) => (uniforms[i] < rate ? 0 : value));
  return x.map((value) => value / (1 - rate));
}

// Task 7: wrong, looks like v still multiplied by its correction
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean / (1 - 0.9 ** t));
  const vHat = newV.map((square) => square * (1 - 0.999 ** t));
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / (Math.sqrt(vHat[i]) + 1e-8));
  return { w: newW, m: newM, v: newV };
}

// Task 8: wrong, looks like a stop at zero for one step: a weight crosses when the data pull it across
export function trainWithL1(weights: number[], targets: number[], options: L1Options): number[] {
  const { learningRate, lambda, steps } = options;
  let current = weights;
  for (let k = 0; k < steps; k++) {
    current = current.map((w, i) => {
      const free = w - learningRate * (w - targets[i]);
      const next = Math.sign(free) * Math.max(Math.abs(free) - learningRate * lambda, 0);
      return w * next < 0 ? 0 : next;
    });
  }
  return current;
}
