// weights → the proximal step of a penalty → weights, some of which are exactly zero
//
// Replace each `throw` by your answer. In the notebook `await check('04')` tells how far you are; `hint('04', 1)` helps
// with task 1. A later task may call an earlier one.

/**
 * Task 1. The soft threshold, which is the proximal step of L1: every weight moves towards zero by `threshold`, and stops
 * at zero when it would cross it. A weight whose size is just the threshold becomes 0.
 *
 * @param weights w, any length; they stay as they are
 * @param threshold how far to move, at least 0; in a step with learning rate η and strength λ it is ηλ
 * @returns the new weights, as long as w
 */
export function softThreshold(weights: number[], threshold: number): number[] {
  throw new Error('Task 1: move every weight towards zero and stop there');
}

/**
 * Task 2. The proximal step of the elastic net `λ₁ Σ|w| + λ₂ Σw²`: for each weight the v that minimises
 * `½ (v - w)² + η (λ₁|v| + λ₂v²)`. It is a soft threshold followed by a shrinkage; by how much is yours to derive: set the
 * derivative by v to zero.
 *
 * @param weights w, any length; they stay as they are
 * @param learningRate η, above 0
 * @param lambda1 λ₁, the strength of L1, at least 0
 * @param lambda2 λ₂, the strength of L2, at least 0
 * @returns the new weights, as long as w
 */
export function elasticNetStep(weights: number[], learningRate: number, lambda1: number, lambda2: number): number[] {
  throw new Error('Task 2: compute the proximal step of the elastic net');
}

/**
 * Task 3. The group lasso penalty `λ Σ_rows ‖row‖`, where `‖row‖ = √Σw²` is the length of a row. A row holds all the
 * weights of one input.
 *
 * @param kernel `(inputs, units)`, one list for each input
 * @param lambda λ, the strength of the penalty, at least 0
 * @returns the penalty, a number
 */
export function groupLassoPenalty(kernel: number[][], lambda: number): number {
  throw new Error('Task 3: add up the lengths of the rows');
}

/**
 * Task 4. The proximal step of the group lasso: every row becomes shorter by `threshold` and keeps its direction. A row
 * that is no longer than the threshold becomes a row of zeros.
 *
 * @param kernel `(inputs, units)`, one list for each input; it stays as it is
 * @param threshold by how much a row is shortened, at least 0; in a step it is ηλ
 * @returns the new kernel, in the same shape
 */
export function groupLassoStep(kernel: number[][], threshold: number): number[][] {
  throw new Error('Task 4: shorten every row, and stop at zero');
}
