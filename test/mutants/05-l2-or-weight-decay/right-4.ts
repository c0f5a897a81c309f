// Task 1: right, the decay from the old weights, after the step
export function decayStep(weights: number[], direction: number[], learningRate: number, decay: number): number[] {
  const next = weights.map((w, i) => w - learningRate * direction[i]);
  next.forEach((_, i) => (next[i] -= learningRate * decay * weights[i]));
  return next;
}

// Task 2: right, by way of the decay
export function convertStrength(strength: number, from: string, to: string, examples: number): number {
  const decay = from === 'sum' ? strength * 2 : from === 'mean' ? (strength / examples) * 2 : strength;
  if (to === 'sum') return decay / 2;
  return to === 'mean' ? (examples * decay) / 2 : decay;
}

// Task 3: right, typed arrays
export function decayKernels(parameters: { name: string; value: number[] }[], learningRate: number, decay: number) {
  return parameters.map(({ name, value }) => {
    const share = name === 'kernel' ? learningRate * decay : 0;
    return { name, value: Float64Array.from(value, (w) => w - share * w) };
  });
}

// Task 4: right, weight by weight, the root of the correction taken apart
export function adamSteps(weights: number[], gradients: number[][], o: { learningRate: number; l2: number; decay: number }) {
  return weights.map((w, i) => {
    let [m, v] = [0, 0];
    gradients.forEach((gradient, t) => {
      const g = 2 * o.l2 * w + gradient[i];
      m += (g - m) / 10;
      v += (g * g - v) / 1000;
      const [first, second] = [1 - Math.pow(0.9, t + 1), 1 - Math.pow(0.999, t + 1)];
      const step = m / first / (Math.sqrt(v) / Math.sqrt(second) + 1e-8);
      w -= o.learningRate * (o.decay * w + step);
    });
    return w;
  });
}
