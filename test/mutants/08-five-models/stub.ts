// scores of several seeds → the λ to use, how sure a difference is, the model to pick
//
// Replace each `throw` by your answer. In the notebook `await check('08')` tells how far you are; `hint('08', 1)` helps
// with task 1. A later task may call the functions of the earlier ones.

/** A strength of the penalty, with the validation accuracy of each seed it was trained with. The number of seeds may differ. */
export interface Candidate {
  lambda: number;
  validation: number[];
}

/** A model with its validation accuracy on each seed: the k-th number of every model belongs to the same seed. */
export interface Model {
  name: string;
  validation: number[];
}

/** A mean and its confidence interval. */
export interface Interval {
  mean: number;
  low: number;
  high: number;
}

/**
 * Task 1. Chooses λ on the validation set, then opens the test set, **once**. The best λ has the highest mean validation
 * accuracy over its seeds; of equal ones it is the largest λ, which makes the simpler model.
 *
 * @param candidates at least one, in any order; they stay as they are
 * @param openTest test accuracy of a candidate, in [0, 1]; give it one of `candidates`
 * @returns the chosen `lambda`, its mean `validation` accuracy and its `test` accuracy
 */
export function tuneLambda(
  candidates: Candidate[],
  openTest: (candidate: Candidate) => number,
): { lambda: number; validation: number; test: number } {
  throw new Error('Task 1: choose λ on the validation set, then open the test set');
}

/**
 * Task 2. The confidence interval of the mean difference a - b of n pairs: with d̄ the mean and s the standard deviation
 * (dividing by n - 1) of the n differences, `d̄ ± t · s / √n`.
 *
 * @param a one score for each seed, at least two
 * @param b another model's score on the same seeds, as long as a
 * @param t quantile of Student's t for n - 1 degrees of freedom, e.g. 2.262 for ten seeds and 95 %
 */
export function pairedInterval(a: number[], b: number[], t: number): Interval {
  throw new Error('Task 2: compute the interval of the mean difference');
}

/**
 * Task 3. The simplest model that is not clearly worse than the best. The best has the highest mean validation accuracy
 * (the first of equal ones). A model is clearly worse when the interval of the difference **best minus model** lies
 * entirely above 0.
 *
 * @param models from the simplest to the most complicated, at least one, each with two seeds or more
 * @param t as in task 2
 * @returns the name of the model to pick
 */
export function pickModel(models: Model[], t: number): string {
  throw new Error('Task 3: pick the simplest model that is not clearly worse than the best');
}
