type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 1: wrong, looks like gradient divided by the batch size twice: against it λ counts n-fold
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
  const db = b.map((_, k) => dz.reduce((sum, row) => sum + row[k], 0) / batch);
  return { dw, db };
}

// Task 2: wrong, looks like moments that are never found again: every step begins with empty ones
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number): number[][] {
  const moments = new Map<number[], { m: number[]; v: number[] }>();
  let values = start;
  gradients.forEach((grads, k) => {
    const t = k + 1;
    values = values.map((value, p) => {
      const { m, v } = moments.get(value) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      grads[p].forEach((g, i) => {
        m[i] = 0.9 * m[i] + (1 - 0.9) * g;
        v[i] = 0.999 * v[i] + (1 - 0.999) * g * g;
      });
      moments.set(value, { m, v });
      const step = (i: number) => m[i] / (1 - 0.9 ** t) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
      return value.map((w, i) => w - learningRate * step(i));
    });
  });
  return values;
}

// Task 3: wrong, looks like one counter that every layer moves: the second layer believes to be at step 2 when it takes its first
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  const moved = [...weights];
  const means = weights.map(() => 0);
  let t = 0;
  for (const grads of gradients) {
    grads.forEach((g, layer) => {
      t += 1;
      means[layer] = 0.9 * means[layer] + (1 - 0.9) * g;
      moved[layer] -= (learningRate * means[layer]) / (1 - 0.9 ** t);
    });
  }
  return moved;
}

// Task 4: wrong, looks like best weights only when it stopped: a run that uses up its epochs needs them too
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
      return { epochs: k + 1, weights: bestWeights };
    }
  }
  return { epochs: epochs.length, weights: epochs[epochs.length - 1].weights };
}

// Task 5: wrong, looks like the penalty inside the monitored loss: it then measures the weights too, not the predictions alone
export function epochLog(
  training: number[],
  validation: number[],
  weights: number[],
  lambda: number,
): { loss: number; valLoss: number } {
  const penalty = lambda * weights.reduce((sum, w) => sum + w * w, 0);
  const total = (probabilities: number[]) =>
    probabilities.reduce((sum, p) => sum - Math.log(p), 0) / probabilities.length + penalty;
  return { loss: total(training), valLoss: total(validation) };
}

// Task 6: wrong, looks like prediction scaled by rate instead of 1 - rate: the two are the same at 0.5 only
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  if (training) return x.map((value, i) => (uniforms[i] < rate ? 0 : value));
  return x.map((value) => value * rate);
}

// Task 7: wrong, looks like multiplied by the bias correction in place of divided: moments that are too small become smaller
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean * (1 - 0.9 ** t));
  const vHat = newV.map((square) => square * (1 - 0.999 ** t));
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / (Math.sqrt(vHat[i]) + 1e-8));
  return { w: newW, m: newM, v: newV };
}

// Task 8: wrong, looks like a weight that is dead forever once it crosses zero: the data may pull it to the other side
export function trainWithL1(weights: number[], targets: number[], options: L1Options): number[] {
  const { learningRate, lambda, steps } = options;
  const removed = weights.map(() => false);
  let current = weights;
  for (let k = 0; k < steps; k++) {
    current = current.map((w, i) => {
      if (removed[i]) return 0;
      const free = w - learningRate * (w - targets[i]);
      const next = Math.sign(free) * Math.max(Math.abs(free) - learningRate * lambda, 0);
      if (w * next < 0) removed[i] = true;
      return removed[i] ? 0 : next;
    });
  }
  return current;
}
