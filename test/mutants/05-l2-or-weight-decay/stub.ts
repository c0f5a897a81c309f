// weights, step of an optimizer → decay → new weights: beside the gradient, or inside it
//
// Replace each `throw` by your answer. In the notebook `await check('05')` tells how far you are; `hint('05', 1)` helps
// with task 1.

/**
 * Task 1. One step with decoupled weight decay. An optimizer has already made its `direction` d from the gradient (for
 * plain SGD, d is the gradient itself); the decay stands beside it: `wᵢ ← (1 - η·decay) wᵢ - η dᵢ`.
 *
 * @param weights w, any length; they stay as they are
 * @param direction d, as long as w
 * @param learningRate η
 * @param decay the share of a weight that is taken off, per unit of learning rate
 * @returns the new weights, as long as w
 */
export function decayStep(weights: number[], direction: number[], learningRate: number, decay: number): number[] {
  throw new Error('Task 1: shrink the weights, and take the step beside it');
}

/**
 * How a penalty or a decay is written down; λ is its strength, n the number of training examples.
 *
 * - `sum`: the penalty is `λ Σw²` (this course, Keras)
 * - `half`: the penalty is `λ/2 Σw²`
 * - `mean`: the penalty is `λ/n Σw²`
 * - `decay`: no penalty; each step of plain SGD multiplies the weights by `1 - η λ`
 */
export type Convention = 'sum' | 'half' | 'mean' | 'decay';

/**
 * Task 2. The strength that has the same effect under another convention: both must change the weights alike in a step of
 * plain SGD.
 *
 * @param strength λ as `from` writes it, at least 0
 * @param from the convention of `strength`
 * @param to the convention that is wanted
 * @param examples n, the number of training examples
 * @returns λ as `to` writes it
 */
export function convertStrength(strength: number, from: Convention, to: Convention, examples: number): number {
  throw new Error('Task 2: convert the strength from one convention to the other');
}

/** The numbers of a layer: `kernel` and `bias` of Dense, `gamma` and `beta` of BatchNorm. */
export interface Parameter {
  name: 'kernel' | 'bias' | 'gamma' | 'beta';
  value: number[];
}

/**
 * Task 3. Weight decay for a whole network: every kernel is multiplied by `1 - η·decay`; biases, gammas and betas are left
 * out, whatever layer they belong to.
 *
 * @param parameters of all layers, in their order; they stay as they are
 * @param learningRate η
 * @param decay the share of a weight that is taken off, per unit of learning rate
 * @returns the parameters after the decay, in the same order, with the same names
 */
export function decayKernels(parameters: Parameter[], learningRate: number, decay: number): Parameter[] {
  throw new Error('Task 3: shrink the kernels and nothing else');
}

/**
 * Task 4. Adam with both knobs, from moments that are zero. In step t = 1, 2, …, with the gradient `g` of the data:
 *
 * - `g ← g + 2·l2·w`: the L2 penalty is part of the gradient
 * - `m ← 0.9 m + 0.1 g` and `v ← 0.999 v + 0.001 g²`
 * - `w ← (1 - η·decay) w`: the decoupled decay is not
 * - `w ← w - η · m̂ / (√v̂ + 1e-8)`, with `m̂ = m / (1 - 0.9ᵗ)` and `v̂ = v / (1 - 0.999ᵗ)`
 *
 * @param weights w, any length; they stay as they are
 * @param gradients the gradient of the data in each step, every one as long as w
 * @param options η, the strength λ of the penalty `λ Σw²`, and the decoupled decay
 * @returns the weights after the last step
 */
export function adamSteps(
  weights: number[],
  gradients: number[][],
  options: { learningRate: number; l2: number; decay: number },
): number[] {
  throw new Error('Task 4: put the penalty into the gradient, and the decay beside it');
}
