// weights → penalty → loss, and the step that a penalty adds to gradient descent
//
// Replace each `throw` by your answer. In the notebook `await check('03')` tells how far you are; `hint('03', 1)` helps
// with task 1.

/**
 * Task 1. The loss with an L1 penalty, `L + λ Σ|wᵢ|`.
 *
 * @param dataLoss L, the loss on the data
 * @param weights w, any length
 * @param lambda λ, the strength of the penalty, at least 0
 * @returns the regularized loss, a number
 */
export function l1Loss(dataLoss: number, weights: number[], lambda: number): number {
  throw new Error('Task 1: compute the loss with an L1 penalty');
}

/**
 * Task 2. The loss with an L2 penalty, `L + λ Σ wᵢ²` (no factor ½, no square root).
 *
 * @param dataLoss L, the loss on the data
 * @param weights w, any length
 * @param lambda λ, the strength of the penalty, at least 0
 * @returns the regularized loss, a number
 */
export function l2Loss(dataLoss: number, weights: number[], lambda: number): number {
  throw new Error('Task 2: compute the loss with an L2 penalty');
}

/**
 * Task 3. One step of gradient descent on the loss with an L1 penalty,
 * `wᵢ ← wᵢ - η (gᵢ + λ sign(wᵢ))`, where sign(0) is 0.
 *
 * @param weights w, any length; they stay as they are
 * @param gradient g, the gradient of the data loss, as long as w
 * @param lambda λ, the strength of the penalty
 * @param learningRate η
 * @returns the new weights, as long as w
 */
export function l1Step(weights: number[], gradient: number[], lambda: number, learningRate: number): number[] {
  throw new Error('Task 3: take a step with the gradient of the L1 penalty');
}

/**
 * Task 4. One step of gradient descent on the loss with an L2 penalty. Its gradient is yours to derive from task 2.
 *
 * @param weights w, any length; they stay as they are
 * @param gradient g, the gradient of the data loss, as long as w
 * @param lambda λ, the strength of the penalty
 * @param learningRate η
 * @returns the new weights, as long as w
 */
export function l2Step(weights: number[], gradient: number[], lambda: number, learningRate: number): number[] {
  throw new Error('Task 4: take a step with the gradient of the L2 penalty');
}
