type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 1: right, divided where the rows are summed
export function softmaxGradients(x: number[][], w: number[][], b: number[], labels: number[], lambda: number) {
  const errors = x.map((row, i) => {
    const logits = b.map((bias, k) => bias + row.reduce((sum, value, j) => sum + value * w[j][k], 0));
    const top = Math.max(...logits);
    const total = logits.reduce((sum, z) => sum + Math.exp(z - top), 0);
    return logits.map((z, k) => Math.exp(z - top) / total - Number(k === labels[i]));
  });
  const dw = w.map((weights, j) =>
    weights.map((weight, k) => errors.reduce((sum, e, i) => sum + e[k] * x[i][j], 0) / x.length + 2 * lambda * weight),
  );
  const db = b.map((_, k) => errors.reduce((sum, e) => sum + e[k], 0) / x.length);
  return { dw, db, lambda };
}

// Task 2: right, keyed by the position, as text
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number) {
  const moments = new Map<string, { m: number[]; v: number[] }>();
  let values = start;
  for (let t = 1; t <= gradients.length; t++) {
    values = values.map((value, p) => {
      const { m, v } = moments.get(`p${p}`) ?? { m: value.map(() => 0), v: value.map(() => 0) };
      moments.set(`p${p}`, { m, v });
      return value.map((w, i) => {
        const g = gradients[t - 1][p][i];
        m[i] += 0.1 * (g - m[i]);
        v[i] += 0.001 * (g * g - v[i]);
        return w - (learningRate * m[i]) / (1 - Math.pow(0.9, t)) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
      });
    });
  }
  return values;
}

// Task 3: right, the step from its index
export const trainWithMomentum = (weights: number[], gradients: number[][], learningRate: number) =>
  weights.map((weight, layer) => {
    let m = 0;
    return gradients.reduce((w, grads, k) => {
      m = 0.9 * m + 0.1 * grads[layer];
      return w - (learningRate * m) / (1 - 0.9 ** (k + 1));
    }, weight);
  });

// Task 4: right, one way out
export function stopEarly(epochs: { loss: number; weights: number[] }[], patience: number) {
  let best = epochs[0];
  let wait = 0;
  let trained = 0;
  for (const epoch of epochs) {
    trained++;
    wait = epoch === best || epoch.loss < best.loss ? 0 : wait + 1;
    if (wait === 0) best = epoch;
    if (wait === patience) break;
  }
  return { epochs: trained, weights: [...best.weights] };
}

// Task 5: right, two loops
export function epochLog(training: number[], validation: number[], weights: number[], lambda: number) {
  let loss = 0;
  for (const p of training) loss -= Math.log(p) / training.length;
  for (const w of weights) loss += lambda * w * w;
  let valLoss = 0;
  for (const p of validation) valLoss -= Math.log(p) / validation.length;
  return { loss, valLoss };
}

// Task 6: right, one loop with a keep probability, typed arrays
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean) {
  const keep = 1 - rate;
  return Float64Array.from(x, (value, i) => (training ? value * Number(uniforms[i] >= rate) : value * keep));
}

// Task 7: right, the corrections gathered in the step size
export function adamStep(state: AdamState, g: number[], t: number, learningRate: number) {
  const root = Math.sqrt(1 - 0.999 ** t);
  const size = (learningRate * root) / (1 - 0.9 ** t);
  const m = g.map((one, i) => state.m[i] * 0.9 + one * 0.1);
  const v = g.map((one, i) => state.v[i] * 0.999 + one * one * 0.001);
  return { w: g.map((_, i) => state.w[i] - (size * m[i]) / (Math.sqrt(v[i]) + 1e-8 * root)), m, v };
}

// Task 8: right, three cases
export function trainWithL1(weights: number[], targets: number[], { learningRate, lambda, steps }: L1Options) {
  const shift = learningRate * lambda;
  return weights.map((w, i) => {
    for (let left = steps; left > 0; left--) {
      w -= learningRate * (w - targets[i]);
      if (w > shift) w -= shift;
      else if (w < -shift) w += shift;
      else w = 0;
    }
    return w;
  });
}
