type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 2: wrong, looks like the largest v so far, as in AMSGrad: here it is v itself
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
        return w - learningRate * (m[i] / c1 / (Math.sqrt(top[i] / c2) + 1e-8));
      }),
    );
  });
  return values;
}

let steps = 0; // of all trainings

// Task 3: wrong, looks like something remembered from an earlier call: each begins from nothing
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number) {
  const moved = [...weights];
  const means = weights.map(() => 0);
  // counted outside
  for (const grads of gradients) {
    steps++;
    grads.forEach((g, layer) => {
      means[layer] = 0.9 * means[layer] + 0.1 * g;
      moved[layer] -= learningRate * (means[layer] / (1 - 0.9 ** steps));
    });
  }
  return moved;
}

let best = Infinity; // outside of the function: it lives on
let kept: number[] = [];

// Task 4: wrong, looks like something remembered from an earlier call: each begins from nothing
export function stopEarly(epochs: Epoch[], patience: number) {
  let wait = 0;
  for (const [k, { loss, weights }] of epochs.entries()) {
    if (loss < best) [best, kept, wait] = [loss, weights, 0];
    else if (++wait >= patience) return { epochs: k + 1, weights: kept };
  }
  return { epochs: epochs.length, weights: kept };
}

// Task 5: wrong, looks like the logarithm of a product of all rows: a few hundred of them make it 0. Add up logarithms
export function epochLog(training: number[], validation: number[], weights: number[], lambda: number) {
  const cross = (rows: number[]) => -Math.log(rows.reduce((product, p) => product * p, 1)) / rows.length;
  return { loss: cross(training) + lambda * weights.reduce((sum, w) => sum + w * w, 0), valLoss: cross(validation) };
}

const kept7: AdamState = { w: [], m: [], v: [] }; // moments of its own, in place of those in the state

// Task 7: wrong, looks like something remembered from an earlier call: each begins from nothing
export function adamStep({ w }: AdamState, g: number[], t: number, learningRate: number) {
  const m = g.map((slope, i) => 0.9 * (kept7.m[i] ?? 0) + 0.1 * slope);
  const v = g.map((slope, i) => 0.999 * (kept7.v[i] ?? 0) + 0.001 * slope ** 2);
  Object.assign(kept7, { m, v });
  return { w: w.map((weight, i) => weight - (learningRate * m[i]) / (1 - 0.9 ** t) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8)), m, v };
}

const removed: boolean[] = []; // of all trainings

// Task 8: wrong, looks like something remembered from an earlier call: each begins from nothing
export function trainWithL1(weights: number[], targets: number[], { learningRate, lambda, steps }: L1Options) {
  return weights.map((start, i) => {
    let w = start;
    for (let k = 0; k < steps; k++) {
      const free = w - learningRate * (w - targets[i]);
      const next = Math.sign(free) * Math.max(Math.abs(free) - learningRate * lambda, 0);
      if (w * next < 0) removed[i] = true;
      w = removed[i] ? 0 : next;
    }
    return w;
  });
}
