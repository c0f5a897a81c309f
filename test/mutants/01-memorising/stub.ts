// examples → split → scaling by the training part → one epoch of training
//
// Replace each `throw` by your answer. In the notebook `await check('01')` tells how far you are; `hint('01', 1)` helps
// with task 1. A later task may call an earlier one.

import type { Rng } from 'holdout';

/** Three lists of positions, each between 0 and n - 1. */
export interface Parts {
  train: number[];
  validation: number[];
  test: number[];
}

/**
 * Task 1. Deals the positions 0 … n - 1 out to three parts, at random: every position goes to just one part, and each is
 * equally likely to end in the test set. The same generator gives the same parts again.
 *
 * The test set takes `test · n` positions, the validation set `validation` of the positions that are left then; both
 * numbers are rounded up. The rest is for training. 100 positions with 0.2 and 0.2 give 20, 16 and 64.
 *
 * @param n how many examples there are
 * @param test fraction of all examples, in [0, 1)
 * @param validation fraction of the examples that are left, in [0, 1)
 * @param rng the only source of randomness; `rng.permutation(n)` gives 0 … n - 1 in random order
 */
export function splitPositions(n: number, test: number, validation: number, rng: Rng): Parts {
  throw new Error('Task 1: deal the positions out to three parts');
}

/**
 * Task 2. The mean and the standard deviation of each column. The variance is the mean of `(value - mean)²`: it divides by n,
 * not by n - 1. A column whose values are all equal gets 1 in place of its standard deviation 0, so that one can divide by it.
 *
 * Floats round: the mean of 0.1, 0.1 and 0.1 comes out as 0.10000000000000002, and the deviation as 1e-17. So compare the
 * values of a column to find out whether they are equal, not the deviation with 0.
 *
 * @param x `(n, features)`, a list for each example, at least one
 * @returns two lists, `(features)` each
 */
export function columnStatistics(x: number[][]): { mean: number[]; scale: number[] } {
  throw new Error('Task 2: take the mean and the standard deviation of each column');
}

/**
 * Task 3. Scales three parts without a leak: `(x - mean) / scale`, column by column, with the statistics of task 2.
 *
 * @param train `(n, features)`
 * @param validation `(m, features)`, perhaps without any row
 * @param test `(k, features)`, perhaps without any row
 * @returns the three parts, scaled, in the same order; the ones that were given stay as they are
 */
export function scaleParts(
  train: number[][],
  validation: number[][],
  test: number[][],
): [number[][], number[][], number[][]] {
  throw new Error('Task 3: scale all parts without a leak');
}

/**
 * Task 4. One epoch of gradient descent for logistic regression, a network of a single unit. It gives the probability
 * `p = 1 / (1 + exp(-x·w))` for class 1. The gradient of the mean cross-entropy of a batch is the mean of `(p - y) x` over
 * its examples; every batch makes one step `w ← w - η gradient`.
 *
 * The batches are `order` cut into pieces of `batchSize`; the last piece is shorter when it does not come out even, and it
 * counts as well.
 *
 * @param weights w, `(features)`; they stay as they are
 * @param x `(n, features)`
 * @param y 0 or 1 for each example, `(n)`
 * @param order the positions 0 … n - 1, shuffled
 * @param batchSize examples in a batch
 * @param learningRate η
 * @returns the weights after the epoch, `(features)`
 */
export function trainEpoch(
  weights: number[],
  x: number[][],
  y: number[],
  order: number[],
  batchSize: number,
  learningRate: number,
): number[] {
  throw new Error('Task 4: train for one epoch');
}
