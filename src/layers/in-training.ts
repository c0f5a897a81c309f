// fit ↔ everybody else: while a fit trains a model, only that fit, its callbacks and its observer use it.

import { OptionError } from '../errors';

/** Models that a fit is training now, and whether they are lent out at this moment. */
const inTraining = new WeakMap<object, { lent: boolean }>();

/** From here to {@link endTraining} the model can be used in {@link lend} only. */
export function beginTraining(model: object): void {
  inTraining.set(model, { lent: false });
}

/** Gives the model back to everybody. */
export function endTraining(model: object): void {
  inTraining.delete(model);
}

/** Whether a fit of this model has not ended. */
export function isInTraining(model: object): boolean {
  return inTraining.has(model);
}

/** Runs a part of a fit that may use the model in training: a step, a callback. It may until the promise settles, if there is one. */
export function lend<T>(model: object, use: () => T): T {
  const state = inTraining.get(model);
  if (!state || state.lent) return use();
  const giveBack = () => void (state.lent = false);
  let result: T;
  state.lent = true;
  try {
    result = use();
  } catch (error) {
    giveBack();
    throw error;
  }
  const { then } = Object(result) as Partial<Promise<unknown>>;
  if (typeof then === 'function') return Promise.resolve(result).finally(giveBack) as T;
  giveBack();
  return result;
}

/**
 * Checks that a model is not in training, or is lent to who asks: whoever uses it between two steps would get the numbers of a
 * half-trained model, and nobody would notice.
 *
 * @throws OptionError; `who` opens the message
 */
export function requireAtRest(model: object, who: string): void {
  const state = inTraining.get(model);
  if (!state || state.lent) return;
  throw new OptionError(
    `${who}: a model must not be used while fit trains it, other than in its callbacks, received one whose fit has not ended; await it first`,
  );
}
