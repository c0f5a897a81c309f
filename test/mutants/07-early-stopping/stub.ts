// validation loss, epoch by epoch → improved, wait or stop → the weights of the best epoch
//
// Replace each `throw` by your answer. In the notebook `await check('07')` tells how far you are; `hint('07', 1)` helps
// with task 1. A later task may call the functions of the earlier ones.

/** What decides when training ends. */
export interface Options {
  /** Epochs without improvement after which training stops, at least 1. */
  patience: number;
  /** How much lower than the best a loss has to be, at least 0. */
  minDelta: number;
}

/** All that early stopping remembers. Before the first epoch: `{ epoch: 0, best: Infinity, bestEpoch: 0, wait: 0, stop: false }`. */
export interface State {
  /** Epochs so far. */
  epoch: number;
  /** The loss of the last improvement; Infinity before the first. */
  best: number;
  /** The epoch of the last improvement, counted from 1; 0 before the first. */
  bestEpoch: number;
  /** Epochs since then, `epoch - bestEpoch`. */
  wait: number;
  /** Whether training ends after this epoch. */
  stop: boolean;
}

/**
 * Task 1. Whether a loss is an improvement: lower than the best by **more** than minDelta. NaN never is.
 *
 * @param loss validation loss of this epoch, in nats; perhaps NaN
 * @param best the loss to beat; Infinity when there is none
 * @param minDelta how much lower it has to be, at least 0
 */
export function isImprovement(loss: number, best: number, minDelta: number): boolean {
  throw new Error('Task 1: decide whether a loss is an improvement');
}

/**
 * Task 2. The state machine: the state after one more epoch. An improvement becomes the best and sets `wait` to 0; any
 * other epoch makes `wait` one larger and leaves the best alone. It stops when `wait` reaches the patience, and still says
 * so while `wait` is larger than that.
 *
 * @param state after the epochs so far, all that is remembered of them; it stays as it is
 * @param loss validation loss of this epoch, in nats; perhaps NaN
 * @returns a new state
 */
export function nextState(state: State, loss: number, options: Options): State {
  throw new Error('Task 2: take the state one epoch further');
}

/**
 * Task 3. Trains until the state machine stops, for `epochs` epochs at most, and gives back the weights of the best epoch:
 * **whether or not** it stopped. No epoch is trained after the stop. When no epoch improved anything (all losses NaN), these
 * are the weights from before training.
 *
 * @param weights `trainEpoch` writes into this array, epoch after epoch
 * @param trainEpoch trains for one epoch, changes the weights in place, returns the validation loss
 * @param epochs the limit, at least 1
 * @returns `epochs` that were trained, the `bestEpoch` counted from 1 (0 without any), its `weights`
 */
export function trainWithEarlyStopping(
  weights: number[],
  trainEpoch: (weights: number[]) => number,
  epochs: number,
  options: Options,
): { epochs: number; bestEpoch: number; weights: number[] } {
  throw new Error('Task 3: train, stop, and give back the best weights');
}

/**
 * Task 4. The epoch to keep from a finished log in which every `total` is data loss **plus** penalty, as some libraries
 * report it: the one with the lowest data loss, the first of equal ones. An epoch with a NaN is never kept.
 *
 * @param logs one entry an epoch; `total` and `penalty` on the validation set, in nats
 * @returns the epoch, counted from 1; 0 when there is none
 */
export function epochToKeep(logs: { total: number; penalty: number }[]): number {
  throw new Error('Task 4: find the epoch with the lowest data loss');
}
