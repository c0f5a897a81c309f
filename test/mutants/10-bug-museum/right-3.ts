type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

const softmax = (logits: number[]) => {
  const top = Math.max(...logits);
  const logOfSum = top + Math.log(logits.reduce((sum, z) => sum + Math.exp(z - top), 0));
  return logits.map((z) => Math.exp(z - logOfSum));
};

// Task 1: right, a bias as the weight of an input that is always 1
export function softmaxGradients(x: number[][], w: number[][], b: number[], labels: number[], lambda: number) {
  const inputs = x.map((row) => [...row, 1]);
  const weights = [...w, b];
  const errors = inputs.map((row, i) =>
    softmax(b.map((_, k) => row.reduce((sum, value, j) => sum + value * weights[j][k], 0))).map((p, k) =>
      k === labels[i] ? p - 1 : p,
    ),
  );
  const all = weights.map((_, j) =>
    b.map((__, k) => inputs.reduce((sum, row, i) => sum + (row[j] * errors[i][k]) / inputs.length, 0)),
  );
  const db = all.pop()!;
  return { dw: all.map((row, j) => row.map((value, k) => value + lambda * (w[j][k] + w[j][k]))), db };
}

class Moments {
  private m = 0;
  private v = 0;
  private t = 0;
  step(g: number): number {
    this.t += 1;
    this.m = 0.9 * this.m + 0.1 * g;
    this.v = 0.999 * this.v + 0.001 * g ** 2;
    return this.m / (1 - 0.9 ** this.t) / (Math.sqrt(this.v / (1 - 0.999 ** this.t)) + 1e-8);
  }
}

// Task 2: right, an object for each weight, with a counter of its own
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number) {
  return start.map((value, p) =>
    value.map((w, i) => {
      const moments = new Moments();
      for (const grads of gradients) w -= learningRate * moments.step(grads[p][i]);
      return w;
    }),
  );
}

// Task 3: right, a counter for each layer
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  const layers = weights.map((w) => ({ w, m: 0, t: 0 }));
  for (const grads of gradients) {
    for (const [i, layer] of layers.entries()) {
      layer.t++;
      layer.m = layer.m - 0.1 * layer.m + 0.1 * grads[i];
      layer.w = layer.w - (learningRate * layer.m) / (1 - 0.9 ** layer.t);
    }
  }
  return layers.map(({ w }) => w);
}

// Task 4: right, first the last epoch, then the best up to it
export function stopEarly(epochs: { loss: number; weights: number[] }[], patience: number) {
  const losses = epochs.map(({ loss }) => loss);
  const bestUpTo = (n: number) => losses.indexOf(Math.min(...losses.slice(0, n)));
  let n = 1;
  while (n < losses.length && n - 1 - bestUpTo(n) < patience) n++;
  return { epochs: n, weights: epochs[bestUpTo(n)].weights };
}

// Task 5: right, logarithms of 1/p, from the last row to the first
export function epochLog(training: number[], validation: number[], weights: number[], lambda: number) {
  const [data, valLoss] = [training, validation].map((rows) =>
    rows.reduceRight((sum, p) => sum + Math.log(1 / p) / rows.length, 0),
  );
  return { valLoss, loss: weights.reduce((sum, w) => sum + lambda * w * w, data) };
}

// Task 6: right, what is lost is subtracted
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean) {
  if (!training) return x.map((value) => value - rate * value);
  const out = [...x];
  uniforms.forEach((u, i) => {
    if (u < rate) out[i] = 0;
  });
  return out;
}

// Task 7: right, factors in place of divisions
export function adamStep(state: AdamState, g: number[], t: number, learningRate: number) {
  const [f1, f2] = [1 / (1 - 0.9 ** t), 1 / (1 - 0.999 ** t)];
  const next = { w: [] as number[], m: [] as number[], v: [] as number[] };
  for (let i = 0; i < g.length; i++) {
    next.m.push(0.9 * state.m[i] + 0.1 * g[i]);
    next.v.push(0.999 * state.v[i] + 0.001 * g[i] * g[i]);
    next.w.push(state.w[i] - learningRate * ((f1 * next.m[i]) / (Math.sqrt(f2 * next.v[i]) + 1e-8)));
  }
  return next;
}

// Task 8: right, clipped away from what the penalty takes
export function trainWithL1(
  weights: number[],
  targets: number[],
  { learningRate, lambda, steps }: L1Options,
): number[] {
  if (steps === 0) return weights;
  const shift = learningRate * lambda;
  const moved = weights.map((w, i) => {
    const free = w + learningRate * (targets[i] - w);
    return free - Math.min(Math.max(free, -shift), shift);
  });
  return trainWithL1(moved, targets, { learningRate, lambda, steps: steps - 1 });
}
