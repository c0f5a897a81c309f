// How long the run of early stopping is, and on how many examples: for the page, which does not train.

import type { EpochLog } from '../../src/training/history';

/** Epochs of the whole run. */
export const epochs = 80;

/** How many examples there are of each kind. */
export const examples = { train: 200, validation: 100, fresh: 2000 };

/** An epoch, and how good the weights are then on examples that decide nothing. */
export interface LongRunEpoch extends EpochLog {
  fresh: { loss: number; accuracy: number };
}

/** What the worker says. Epochs of an earlier seed may still come after a new one was asked for. */
export type LongRunMessage = { seed: number; epoch: LongRunEpoch };
