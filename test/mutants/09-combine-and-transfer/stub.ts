// recipes crossed → scores of several seeds → do effects add, and which method fits the problem?
//
// Replace each `throw` by your answer. In the notebook `await check('09')` tells how far you are; `hint('09', 1)` helps
// with task 1.

/** One cell of a factorial experiment. */
export interface Cell {
  l2: number;
  dropout: number;
}

/** Mean gains over the plain network, and what is left when the gains of the single treatments are added up. */
export interface Effects {
  a: number;
  b: number;
  both: number;
  interaction: number;
}

/** A method with its validation scores on each seed it was trained with. The number of seeds may differ. */
export interface Method {
  name: string;
  accuracy: number[];
  calibrationError: number[];
}

/**
 * Task 1. All combinations of two treatments, row by row: for the first strength of L2 every dropout rate, then for the
 * second one, and so on. Without treatment comes first: put 0 in front of a list that has no 0, and leave a list that has one
 * in its order.
 *
 * @param strengths of L2, each once
 * @param rates of dropout, each once
 * @returns one cell for each combination; the lists stay as they are
 */
export function factorial(strengths: number[], rates: number[]): Cell[] {
  throw new Error('Task 1: cross every strength with every rate');
}

/**
 * Task 2. The effects of treatments A and B, alone and together, as means over the seeds: `a` is the mean of `onlyA - plain`,
 * `b` of `onlyB - plain`, `both` of `together - plain`. The `interaction` is `both - a - b`: 0 when effects add, negative
 * when together they gain less than their sum.
 *
 * @param plain one score for each seed, at least one
 * @param onlyA the same seeds with treatment A
 * @param onlyB the same seeds with treatment B
 * @param together the same seeds with both
 */
export function effects(plain: number[], onlyA: number[], onlyB: number[], together: number[]): Effects {
  throw new Error('Task 2: compute the effects and what they leave unexplained');
}

/**
 * Task 3. Chooses a method for a problem in which probabilities matter: of the methods whose mean calibration error is at most
 * `limit`, the one with the highest mean accuracy (the first of equal ones). When no method keeps the limit, the one with
 * the lowest mean calibration error (the first of equal ones).
 *
 * @param methods at least one
 * @param limit largest mean calibration error that is acceptable, in [0, 1]
 * @returns the name of the method
 */
export function chooseMethod(methods: Method[], limit: number): string {
  throw new Error('Task 3: choose a method that keeps the limit');
}
