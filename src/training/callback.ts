// epoch → Callback → go on, or 'stop'.

import type { Sequential } from '../layers/sequential';
import type { EpochLog, History } from './history';

/** Takes part in a training run: it sees each epoch, may change the model, and may end the run. */
export interface Callback {
  /** Before the first epoch. @param info what is known of the run, e.g. whether it has a validation set */
  onTrainBegin?(model: Sequential, info: { hasValidation: boolean; classifies: boolean }): void;
  /** After each epoch. Returning `'stop'` ends the run. Training waits for a promise: a page pauses a run with it. */
  onEpochEnd?(log: EpochLog, model: Sequential): void | 'stop' | Promise<void | 'stop'>;
  /** At the end, however the run ended. */
  onTrainEnd?(model: Sequential, history: History): void;
}
