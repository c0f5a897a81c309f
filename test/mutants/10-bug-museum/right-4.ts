type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

// Task 1: right, the gradient of log-sum-exp, row by row
export function softmaxGradients(x: number[][], w: number[][], b: number[], labels: number[], lambda: number) {
  const dw = w.map((row) => row.map((value) => 2 * lambda * value));
  const db = new Float64Array(b.length);
  for (let i = x.length - 1; i >= 0; i--) {
    const z = b.map((bias, k) => w.reduce((sum, row, j) => sum + row[k] * x[i][j], bias));
    const top = z.reduce((a, c) => (c > a ? c : a));
    const logSum = top + Math.log(z.reduce((sum, value) => sum + Math.exp(value - top), 0));
    z.forEach((value, k) => {
      const share = (Math.exp(value - logSum) - Number(labels[i] === k)) / x.length;
      db[k] += share;
      x[i].forEach((input, j) => (dw[j][k] += input * share));
    });
  }
  return { dw, db };
}

// Task 2: right, weight by weight, with powers carried along
export function trainWithAdam(start: number[][], gradients: number[][][], learningRate: number) {
  return start.map((parameter, p) =>
    Float64Array.from(parameter, (first, i) => {
      let [w, m, v, b1, b2] = [first, 0, 0, 1, 1];
      for (const grads of gradients) {
        const g = grads[p][i];
        m += (1 - 0.9) * (g - m);
        v += (1 - 0.999) * (g * g - v);
        b1 *= 0.9;
        b2 *= 0.999;
        w -= (learningRate * m) / (1 - b1) / (Math.sqrt(v / (1 - b2)) + 1e-8);
      }
      return w;
    }),
  );
}

// Task 3: right, the mean as a sum over all gradients so far
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number) {
  return weights.map((weight, layer) => {
    let w = weight;
    for (let t = 1; t <= gradients.length; t++) {
      let m = 0;
      for (let s = 1; s <= t; s++) m += 0.1 * 0.9 ** (t - s) * gradients[s - 1][layer];
      w -= (learningRate * m) / (1 - 0.9 ** t);
    }
    return w;
  });
}

// Task 4: right, the distance from the best epoch
export function stopEarly(epochs: Epoch[], patience: number) {
  let best = 0;
  for (let k = 0; k < epochs.length; k++) {
    if (epochs[k].loss < epochs[best].loss) best = k;
    if (k - best === patience) return { epochs: best + patience + 1, weights: epochs[best].weights };
  }
  return { epochs: epochs.length, weights: epochs[best].weights.slice() };
}

// Task 5: right, sorted before it is added up
export function epochLog(training: number[], validation: number[], weights: number[], lambda: number) {
  const mean = (rows: number[]) => [...rows].sort((a, b) => b - a).reduce((sum, p) => sum + Math.log(p), 0) / -rows.length;
  return { valLoss: mean(validation), loss: mean(training) + lambda * Math.hypot(...weights) ** 2 };
}

// Task 6: right, a mask of zeros and ones, or the mean of one
export function dropout(x: number[], uniforms: number[], rate: number, training: boolean) {
  const mask = uniforms.map((u) => (training ? Number(u >= rate) : 1 - rate));
  return x.map((value, i) => mask[i] * value);
}

// Task 7: right, ε scaled for the form with a step size of its own
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number) {
  const [m1, v1] = [m.map((mean, i) => mean + 0.1 * (g[i] - mean)), v.map((square, i) => square + 0.001 * (g[i] * g[i] - square))];
  const root = Math.sqrt(1 - 0.999 ** t);
  const size = (learningRate * root) / (1 - 0.9 ** t);
  return { w: w.map((weight, i) => weight - (size * m1[i]) / (Math.sqrt(v1[i]) + root * 1e-8)), m: m1, v: v1 };
}

// Task 8: right, step by step over typed arrays, in place
export function trainWithL1(weights: number[], targets: number[], { learningRate, lambda, steps }: L1Options) {
  const w = Float64Array.from(weights);
  const by = learningRate * lambda;
  for (let k = 0; k < steps; k++)
    for (let i = 0; i < w.length; i++) {
      const free = (1 - learningRate) * w[i] + learningRate * targets[i];
      w[i] = free > by ? free - by : free < -by ? free + by : 0;
    }
  return w;
}
