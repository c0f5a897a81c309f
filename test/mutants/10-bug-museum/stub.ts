// well-meant code that runs → code that is correct
//
// Eight functions with one mistake each. Every docstring is right about what its function promises. Delete the `throw`,
// find the mistake, fix it. In the notebook `await check('10')` tells how far you are; `hint('10', 1)` helps with task 1.

/** What early stopping sees of an epoch. */
export interface Epoch {
  /** Validation loss at its end, a finite number. */
  loss: number;
  /** The weights at its end. */
  weights: number[];
}

/** Weights with the two moments of each. */
export interface AdamState {
  w: number[];
  /** Running means of the gradients. */
  m: number[];
  /** Running means of their squares. */
  v: number[];
}

/** Options of `trainWithL1`. */
export interface L1Options {
  /** η */
  learningRate: number;
  /** λ */
  lambda: number;
  steps: number;
}

/**
 * Task 1. Fix the gradients of a linear layer with softmax, whose loss is the mean cross-entropy of the batch plus an L2
 * penalty: `L = -1/n · Σᵢ log softmax(xᵢ·w + b)[labelᵢ] + λ · Σ w²`. The biases are not penalized.
 *
 * @param x inputs `(batch, inputs)`, n of them
 * @param w kernel `(inputs, classes)`
 * @param b biases `(classes)`
 * @param labels the right class of each row, counted from 0
 * @param lambda λ
 * @returns ∂L/∂w `(inputs, classes)` and ∂L/∂b `(classes)`
 */
export function softmaxGradients(
  x: number[][],
  w: number[][],
  b: number[],
  labels: number[],
  lambda: number,
): { dw: number[][]; db: number[] } {
  throw new Error('Task 1: fix the gradients below'); // delete this line, then fix what follows
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

/**
 * Task 2. Fix training with Adam (Kingma and Ba 2015): β₁ = 0.9, β₂ = 0.999, ε = 1e-8. In step t = 1, 2, … each weight of
 * each parameter moves by `-η · m̂ / (√v̂ + ε)`, where `m̂ = m / (1 - β₁ᵗ)` and `v̂ = v / (1 - β₂ᵗ)` come from the running
 * means of all its gradients so far and of their squares, which start at 0.
 *
 * @param start values of the parameters in the beginning, one list each; their lengths may differ
 * @param gradients for each step one list for each parameter, in the order of `start`
 * @param learningRate η
 * @returns the values after the last step, in the order of `start`
 */
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number): number[][] {
  throw new Error('Task 2: fix Adam below'); // delete this line, then fix what follows
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

/**
 * Task 3. Fix momentum with bias correction, for a network of small layers: each has one weight. In step t = 1, 2, … every
 * layer does `m ← 0.9 m + 0.1 g` with an m of its own, 0 in the beginning, and then `w ← w - η · m / (1 - 0.9ᵗ)`. The first
 * step of every layer is therefore η times its gradient.
 *
 * @param weights in the beginning, one for each layer
 * @param gradients for each step the gradient of each layer
 * @param learningRate η
 * @returns the weights after the last step
 */
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  throw new Error('Task 3: fix momentum below'); // delete this line, then fix what follows
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

/**
 * Task 4. Fix early stopping. Training ends after `patience` epochs in a row without a new lowest loss, or when there are
 * no more epochs. It returns the weights of the epoch with the lowest loss so far, the first of equal ones.
 *
 * @param epochs what training would give if it went on, at least one epoch
 * @param patience 1 or more
 * @returns how many epochs were trained, and the weights of the best of them
 */
export function stopEarly(epochs: Epoch[], patience: number): { epochs: number; weights: number[] } {
  throw new Error('Task 4: fix early stopping below'); // delete this line, then fix what follows
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

/**
 * Task 5. Fix the log of an epoch. `loss` is what gradient descent makes smaller: the mean cross-entropy of the training
 * rows plus the penalty λ · Σw². `valLoss` is what early stopping watches, and what networks with different λ are compared
 * by: the mean cross-entropy of the validation rows. The cross-entropy of a row is -log p, in nats.
 *
 * @param training the probability p that the network gives to the right class, for each training row
 * @param validation the same for each validation row
 * @param weights all weights of the network
 * @param lambda λ
 */
export function epochLog(
  training: number[],
  validation: number[],
  weights: number[],
  lambda: number,
): { loss: number; valLoss: number } {
  throw new Error('Task 5: fix the log below'); // delete this line, then fix what follows
  const penalty = lambda * weights.reduce((sum, w) => sum + w * w, 0);
  const total = (probabilities: number[]) =>
    probabilities.reduce((sum, p) => sum - Math.log(p), 0) / probabilities.length + penalty;
  return { loss: total(training), valLoss: total(validation) };
}

/**
 * Task 6. Fix dropout as it was first published (Hinton et al. 2012). In training a unit is dropped with probability
 * `rate`, the others pass as they are. In prediction no unit is dropped, and each is scaled so that it has the value that
 * it had in training on average.
 *
 * @param x activations of the units
 * @param uniforms a random number in [0, 1) for each unit: in training unit i is dropped if `uniforms[i] < rate`
 * @param rate fraction that is dropped, in [0, 1)
 * @param training whether the network is being trained or predicts
 * @returns the activations after dropout
 */
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  throw new Error('Task 6: fix dropout below'); // delete this line, then fix what follows
  if (training) return x.map((value, i) => (uniforms[i] < rate ? 0 : value));
  return x.map((value) => value * rate);
}

/**
 * Task 7. Fix one step of Adam (Kingma and Ba 2015), with β₁ = 0.9, β₂ = 0.999 and ε = 1e-8. Since m and v start at 0
 * they are too small at first; the corrected m̂ and v̂ are not. Each weight moves by `-η · m̂ / (√v̂ + ε)`; the very first
 * step moves it by η, up or down.
 *
 * @param state weights, with m and v as the step before left them
 * @param g gradients, one for each weight
 * @param t number of this step, 1 for the first
 * @param learningRate η
 * @returns the new weights, with the new m and v as the next step needs them: not corrected
 */
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  throw new Error('Task 7: fix the step below'); // delete this line, then fix what follows
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean * (1 - 0.9 ** t));
  const vHat = newV.map((square) => square * (1 - 0.999 ** t));
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / (Math.sqrt(vHat[i]) + 1e-8));
  return { w: newW, m: newM, v: newV };
}

/**
 * Task 8. Fix training with L1. The loss is `Σ ½ (wᵢ - targetᵢ)² + λ Σ |wᵢ|`. Each step first follows the gradient of the
 * squares, with step size η; then it moves each weight by ηλ towards 0, and to 0 exactly if it is nearer than that. After
 * many steps each weight is at the lowest point of the loss, wherever it started.
 *
 * @param weights where each weight starts
 * @param targets what the data want of each weight
 * @returns the weights after the last step
 */
export function trainWithL1(weights: number[], targets: number[], options: L1Options): number[] {
  throw new Error('Task 8: fix training with L1 below'); // delete this line, then fix what follows
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
