// epoch → Callback → go on, or 'stop'.

import type { Sequential } from '../layers/sequential';
import type { EpochLog, History } from './history';

/**
 * Takes part in a training run: it sees each epoch, may change the model, and may end the run. Training waits for the promise of a
 * hook: a page pauses a run with it.
 *
 * Until the promise of `fit` resolves, only its callbacks and its observer may use the model, e.g. with `evaluate`: between two steps
 * all else that takes it is an error, as its numbers would be those of a half-trained model.
 *
 * While `fit` runs, the numbers of the model lie in faster memory, and at its end they come home: `parameter.value.data` is not
 * always the same array. So read `value.data` again in each call, and copy (`slice`, `getWeights`) what is to be kept.
 */
export interface Callback {
  /** Before the first epoch. @param info what is known of the run, e.g. whether it has a validation set */
  onTrainBegin?(model: Sequential, info: { hasValidation: boolean; classifies: boolean }): void | Promise<void>;
  /** After each epoch. Returning `'stop'` ends the run. */
  onEpochEnd?(log: EpochLog, model: Sequential): void | 'stop' | Promise<void | 'stop'>;
  /** At the end, however the run ended; not when `onTrainBegin` threw. */
  onTrainEnd?(model: Sequential, history: History): void | Promise<void>;
}
