// backward pass → is it the derivative of the forward pass? → optimizer
//
// Replace each `throw` by your answer. In the notebook `await check('02')` tells how far you are; `hint('02', 1)` helps
// with task 1.

/**
 * Task 1. The gradient of `f` at `x` by central differences: entry i is `(f(x + h eᵢ) - f(x - h eᵢ)) / 2h`, where only
 * entry i of x is moved.
 *
 * @param f takes a list as long as x and gives a number
 * @param x where to differentiate; it is the same after the call as before
 * @param h how far to move, above 0
 * @returns the gradient, as long as x
 */
export function numericGradient(f: (x: number[]) => number, x: number[], h: number): number[] {
  throw new Error('Task 1: estimate the gradient by central differences');
}

/**
 * Task 2. How far two gradients differ, whatever their size: `‖a - n‖ / (‖a‖ + ‖n‖)`, where `‖v‖ = √Σvᵢ²`. It is 0 for
 * equal ones and at most 1. Two gradients of zeros are equal.
 *
 * @param analytic a, from backward
 * @param numeric n, from differences, as long as a
 */
export function relativeError(analytic: number[], numeric: number[]): number {
  throw new Error('Task 2: compute the relative error of two gradients');
}

/**
 * Task 3. Find the fault in this backward pass of a dense layer, `y = x·w + b`, and fix it. The network that it comes from
 * trains, its loss falls, and its loss function has divided by the batch size already: `dy` is the gradient of the mean
 * loss. Remove the `throw` when you have found it.
 *
 * @param x inputs `(batch, inputs)`
 * @param w kernel `(inputs, units)`
 * @param dy gradient of the loss with respect to y, `(batch, units)`
 * @returns the gradients of the loss with respect to x, w and b: `(batch, inputs)`, `(inputs, units)`, `(units)`
 */
export function denseBackward(
  x: number[][],
  w: number[][],
  dy: number[][],
): { dx: number[][]; dw: number[][]; db: number[] } {
  throw new Error('Task 3: find the fault below');
  const batch = x.length;
  const dx = dy.map((row) => w.map((weights) => weights.reduce((sum, weight, k) => sum + row[k] * weight, 0)));
  const dw = w.map((weights, j) =>
    weights.map((_, k) => x.reduce((sum, row, i) => sum + row[j] * dy[i][k], 0) / batch),
  );
  const db = w[0].map((_, k) => dy.reduce((sum, row) => sum + row[k], 0) / batch);
  return { dx, dw, db };
}

/** A list of weights with its gradient. The lists are new ones at each step; the name stays. */
export interface NamedParameter {
  name: string;
  value: number[];
  grad: number[];
}

/**
 * Task 4. Adam (Kingma and Ba 2015), with β₁ = 0.9, β₂ = 0.999 and ε = 1e-8. Step number t = 1, 2, … does for each weight,
 * with m and v at 0 in the beginning:
 *
 *     m ← β₁ m + (1 - β₁) g        v ← β₂ v + (1 - β₂) g²
 *     w ← w - η · m̂ / (√v̂ + ε)     m̂ = m / (1 - β₁ᵗ)     v̂ = v / (1 - β₂ᵗ)
 *
 * Every parameter has an m and a v of its own, which must be found again at the next step, although `value` and `grad` are
 * other lists then. One t counts for all.
 */
export class Adam {
  /** @param learningRate η */
  constructor(private readonly learningRate: number) {}

  /**
   * One step for all parameters.
   *
   * @param parameters with names that differ, perhaps in another order than at the step before
   * @returns the new values, in the order given
   */
  step(parameters: NamedParameter[]): number[][] {
    throw new Error('Task 4: take a step with the state of each parameter');
  }
}
