// x → mask → x·mask while training; x as it is in evaluation
//
// Replace each `throw` by your answer. In the notebook `await check('06')` tells how far you are; `hint('06', 1)` helps
// with task 1. The random numbers come in as an argument, or from a seed: with them the answer is the same every time.

import { createRng } from 'holdout';

/**
 * Task 1. Inverted dropout, forward, in training. Unit i is dropped when its random number is below the rate; what is kept
 * is divided by the share that is kept, `yᵢ = xᵢ / (1 - rate)`.
 *
 * @param x activations, any length; they stay as they are
 * @param random a number in [0, 1) for each unit
 * @param rate the fraction to drop, in [0, 1)
 * @returns `y`, as long as x, and the `mask` with y = x · mask: what each unit was multiplied with, also where x is 0
 */
export function dropoutForward(x: number[], random: number[], rate: number): { y: number[]; mask: number[] } {
  throw new Error('Task 1: drop units, and scale the others up');
}

/**
 * Task 2. Inverted dropout, backward: the gradient of the loss with respect to x, from the one with respect to y = x · mask.
 *
 * @param dy gradient with respect to y, any length; it stays as it is
 * @param mask of the forward pass, as long as dy
 * @returns gradient with respect to x, as long as dy
 */
export function dropoutBackward(dy: number[], mask: number[]): number[] {
  throw new Error('Task 2: send the gradient back through the mask');
}

/**
 * Task 3. Evaluation, for a network that was trained with one of the two kinds of dropout: every unit is there, and its
 * output must be what it was on average in training.
 *
 * - `inverted`: in training, what was kept was divided by `1 - rate`
 * - `original`: in training, what was kept stayed as it was (Srivastava et al. 2014)
 *
 * @param x activations, any length; they stay as they are
 * @param rate the fraction that was dropped in training, in [0, 1)
 * @param kind which dropout the network was trained with
 * @returns the activations in evaluation, as long as x
 */
export function evaluateDropout(x: number[], rate: number, kind: 'inverted' | 'original'): number[] {
  throw new Error('Task 3: make evaluation agree with the mean of training');
}

/**
 * Task 4. A layer with both modes and masks that can be repeated. Its random numbers are those of `createRng(seed)`, made
 * once: in each training pass one `uniform()` for each unit in turn, and a unit is dropped when its number is below the
 * rate. Evaluation draws none. A network has many such layers: each keeps its own rate, generator and mask.
 */
export class DropoutLayer {
  /**
   * @param rate the fraction to drop, in [0, 1)
   * @param seed the same seed gives the same masks, one after the other
   */
  constructor(rate: number, seed: number) {
    throw new Error('Task 4: remember the rate, and make the generator');
  }

  /**
   * @param x activations of any length; they stay as they are
   * @param training true: inverted dropout with a new mask; false: x as it is
   * @returns y, as long as x
   */
  forward(x: number[], training: boolean): number[] {
    throw new Error('Task 4: drop units while training');
  }

  /**
   * @param dy gradient with respect to the y of the last forward pass; it stays as it is
   * @returns gradient with respect to the x of that pass; the same again when backward is called again
   */
  backward(dy: number[]): number[] {
    throw new Error('Task 4: use what the last forward pass did');
  }
}
