// Right values, each as a promise of it: whoever calls these functions needs the values themselves.

export interface Epoch {
  loss: number;
  weights: number[];
}

export interface AdamState {
  w: number[];
  m: number[];
  v: number[];
}

export interface L1Options {
  learningRate: number;
  lambda: number;
  steps: number;
}

function softmaxGradientsNow(
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
  const db = b.map((_, k) => dz.reduce((sum, row) => sum + row[k], 0));
  return { dw, db };
}

function trainWithAdamNow(start: number[][], gradients: number[][][], learningRate: number): number[][] {
  const moments = start.map((value) => ({ m: value.map(() => 0), v: value.map(() => 0) })); // by position: the arrays are replaced
  let values = start;
  gradients.forEach((grads, k) => {
    const t = k + 1;
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

function trainWithMomentumNow(weights: number[], gradients: number[][], learningRate: number): number[] {
  const moved = [...weights];
  const means = weights.map(() => 0);
  let t = 0;
  for (const grads of gradients) {
    t += 1; // once for all layers
    grads.forEach((g, layer) => {
      means[layer] = 0.9 * means[layer] + (1 - 0.9) * g;
      moved[layer] -= (learningRate * means[layer]) / (1 - 0.9 ** t);
    });
  }
  return moved;
}

function stopEarlyNow(epochs: Epoch[], patience: number): { epochs: number; weights: number[] } {
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
  return { epochs: epochs.length, weights: bestWeights };
}

function epochLogNow(
  training: number[],
  validation: number[],
  weights: number[],
  lambda: number,
): { loss: number; valLoss: number } {
  const penalty = lambda * weights.reduce((sum, w) => sum + w * w, 0);
  const crossEntropy = (probabilities: number[]) =>
    probabilities.reduce((sum, p) => sum - Math.log(p), 0) / probabilities.length;
  return { loss: crossEntropy(training) + penalty, valLoss: crossEntropy(validation) };
}

function dropoutNow(x: number[], uniforms: number[], rate: number, training: boolean): number[] {
  if (training) return x.map((value, i) => (uniforms[i] < rate ? 0 : value));
  return x.map((value) => value * (1 - rate));
}

function adamStepNow({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean / (1 - 0.9 ** t));
  const vHat = newV.map((square) => square / (1 - 0.999 ** t));
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / (Math.sqrt(vHat[i]) + 1e-8));
  return { w: newW, m: newM, v: newV };
}

function trainWithL1Now(weights: number[], targets: number[], options: L1Options): number[] {
  const { learningRate, lambda, steps } = options;
  let current = weights;
  for (let k = 0; k < steps; k++) {
    current = current.map((w, i) => {
      const free = w - learningRate * (w - targets[i]);
      return Math.sign(free) * Math.max(Math.abs(free) - learningRate * lambda, 0); // zero, until the data pull it away
    });
  }
  return current;
}

// Task 1: wrong
export const softmaxGradients = async (...args: Parameters<typeof softmaxGradientsNow>) => softmaxGradientsNow(...args);

// Task 2: wrong
export const trainWithAdam = async (...args: Parameters<typeof trainWithAdamNow>) => trainWithAdamNow(...args);

// Task 3: wrong
export const trainWithMomentum = async (...args: Parameters<typeof trainWithMomentumNow>) => trainWithMomentumNow(...args);

// Task 4: wrong
export const stopEarly = async (...args: Parameters<typeof stopEarlyNow>) => stopEarlyNow(...args);

// Task 5: wrong
export const epochLog = async (...args: Parameters<typeof epochLogNow>) => epochLogNow(...args);

// Task 6: wrong
export const dropout = async (...args: Parameters<typeof dropoutNow>) => dropoutNow(...args);

// Task 7: wrong
export const adamStep = async (...args: Parameters<typeof adamStepNow>) => adamStepNow(...args);

// Task 8: wrong
export const trainWithL1 = async (...args: Parameters<typeof trainWithL1Now>) => trainWithL1Now(...args);
