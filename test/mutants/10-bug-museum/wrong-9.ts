type AdamState = { w: number[]; m: number[]; v: number[] };

// Task 3: wrong, looks like one mean for all layers
export function trainWithMomentum(weights: number[], gradients: number[][], learningRate: number): number[] {
  const moved = [...weights];
  let mean = 0;
  let t = 0;
  for (const grads of gradients) {
    t += 1;
    grads.forEach((g, layer) => {
      mean = 0.9 * mean + (1 - 0.9) * g;
      moved[layer] -= (learningRate * mean) / (1 - 0.9 ** t);
    });
  }
  return moved;
}

// Task 7: wrong, looks like the root of v̂ forgotten
export function adamStep({ w, m, v }: AdamState, g: number[], t: number, learningRate: number): AdamState {
  const newM = m.map((mean, i) => 0.9 * mean + (1 - 0.9) * g[i]);
  const newV = v.map((square, i) => 0.999 * square + (1 - 0.999) * g[i] ** 2);
  const mHat = newM.map((mean) => mean / (1 - 0.9 ** t));
  const vHat = newV.map((square) => square / (1 - 0.999 ** t));
  const newW = w.map((weight, i) => weight - (learningRate * mHat[i]) / (vHat[i] + 1e-8));
  return { w: newW, m: newM, v: newV };
}
