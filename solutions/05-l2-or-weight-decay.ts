// weights, step of an optimizer → decay → new weights: beside the gradient, or inside it

export function decayStep(weights: number[], direction: number[], learningRate: number, decay: number): number[] {
  return weights.map((w, i) => (1 - learningRate * decay) * w - learningRate * direction[i]);
}

export type Convention = 'sum' | 'half' | 'mean' | 'decay';

/** How hard a strength of 1 pulls at a weight of 1: the slope of the penalty. */
function pull(convention: Convention, examples: number): number {
  switch (convention) {
    case 'sum':
      return 2; // (λw²)′ = 2λw
    case 'mean':
      return 2 / examples;
    default:
      return 1; // (λ/2 w²)′ = λw, which is also what a step of decay takes off
  }
}

export function convertStrength(strength: number, from: Convention, to: Convention, examples: number): number {
  return (strength * pull(from, examples)) / pull(to, examples);
}

export interface Parameter {
  name: 'kernel' | 'bias' | 'gamma' | 'beta';
  value: number[];
}

export function decayKernels(parameters: Parameter[], learningRate: number, decay: number): Parameter[] {
  const keep = 1 - learningRate * decay;
  return parameters.map(({ name, value }) => ({ name, value: value.map((w) => (name === 'kernel' ? keep * w : w)) }));
}

export function adamSteps(
  weights: number[],
  gradients: number[][],
  { learningRate, l2, decay }: { learningRate: number; l2: number; decay: number },
): number[] {
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];
  const w = [...weights];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  let [power1, power2] = [1, 1]; // β₁ᵗ and β₂ᵗ
  for (const gradient of gradients) {
    power1 *= beta1;
    power2 *= beta2;
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i] + 2 * l2 * w[i];
      m[i] = beta1 * m[i] + (1 - beta1) * g;
      v[i] = beta2 * v[i] + (1 - beta2) * g * g;
      w[i] *= 1 - learningRate * decay;
      w[i] -= (learningRate * (m[i] / (1 - power1))) / (Math.sqrt(v[i] / (1 - power2)) + epsilon);
    }
  }
  return w;
}
