// Task 1: right, row by row
export function softmaxGradients(x: number[][], w: number[][], b: number[], labels: number[], lambda: number) {
  const dw = w.map((weights) => weights.map((weight) => 2 * weight * lambda));
  const db = b.map(() => 0);
  for (let i = 0; i < x.length; i++) {
    const logits = b.map((bias, k) => w.reduce((sum, weights, j) => sum + weights[k] * x[i][j], bias));
    const exps = logits.map((z) => Math.exp(z - Math.max(...logits)));
    const total = exps.reduce((a, e) => a + e);
    exps.forEach((e, k) => {
      const error = (e / total - (labels[i] === k ? 1 : 0)) / x.length;
      db[k] += error;
      x[i].forEach((value, j) => (dw[j][k] += value * error));
    });
  }
  return { db, dw };
}

// Task 2: right, the values are written in place, so that their arrays stay the keys
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number): number[][] {
  const values = start.map((value) => [...value]);
  const moments = new Map(values.map((value) => [value, value.map(() => [0, 0])]));
  gradients.forEach((grads, k) => {
    for (const [p, value] of values.entries()) {
      const own = moments.get(value)!;
      grads[p].forEach((g, i) => {
        own[i] = [0.9 * own[i][0] + 0.1 * g, 0.999 * own[i][1] + 0.001 * g * g];
        const [m, v] = [own[i][0] / (1 - 0.9 ** (k + 1)), own[i][1] / (1 - 0.999 ** (k + 1))];
        value[i] -= (learningRate * m) / (Math.sqrt(v) + 1e-8);
      });
    }
  });
  return values;
}

// Task 3: right, a power that is carried along
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number) {
  const means = new Float64Array(weights.length);
  let power = 1;
  for (const grads of gradients) {
    power *= 0.9;
    for (let l = 0; l < means.length; l++) {
      means[l] += 0.1 * (grads[l] - means[l]);
      weights[l] -= (means[l] / (1 - power)) * learningRate;
    }
  }
  return weights;
}

// Task 4: right, the index of the best
export function stopEarly(epochs: { loss: number; weights: number[] }[], patience: number) {
  let best = 0;
  let k = 1;
  while (k < epochs.length && k - best <= patience) {
    if (epochs[k].loss < epochs[best].loss) best = k;
    k++;
    if (k - 1 - best >= patience) break;
  }
  return { epochs: k, weights: epochs[best].weights, best: best + 1 };
}

// Task 5: right, the penalty first
export function epochLog(training: number[], validation: number[], weights: number[], lambda: number) {
  const log = { loss: lambda * weights.map((w) => w ** 2).reduce((a, w) => a + w), valLoss: 0 };
  training.forEach((p) => (log.loss += Math.log(1 / p) / training.length));
  validation.forEach((p) => (log.valLoss += Math.log(1 / p) / validation.length));
  return log;
}

// Task 6: right, a factor for each unit
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  const factors = training ? uniforms.map((u) => +!(u < rate)) : uniforms.map(() => 1 - rate);
  return x.map((value, i) => factors[i] * value);
}

// Task 7: right, in place
export function adamStep(
  state: { w: number[]; m: number[]; v: number[] },
  g: number[],
  t: number,
  learningRate: number,
) {
  const { w, m, v } = state;
  for (const i of g.keys()) {
    m[i] += (1 - 0.9) * (g[i] - m[i]);
    v[i] += (1 - 0.999) * (g[i] * g[i] - v[i]);
    w[i] -= (learningRate * (m[i] / (1 - Math.pow(0.9, t)))) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
  }
  return state;
}

// Task 8: right, the lower of two thresholds
export function trainWithL1(
  weights: number[],
  targets: number[],
  options: { learningRate: number; lambda: number; steps: number },
) {
  const shift = options.learningRate * options.lambda;
  const next = (w: number, target: number) => {
    const free = (1 - options.learningRate) * w + options.learningRate * target;
    return Math.max(free - shift, 0) + Math.min(free + shift, 0);
  };
  let current = [...weights];
  Array.from({ length: options.steps }).forEach(() => (current = current.map((w, i) => next(w, targets[i]))));
  return current;
}
