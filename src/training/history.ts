// epochs → History: what a training run reports.

/** Why training ended. */
export type StopReason = 'completed' | 'early-stopping' | 'interrupted';

/** The numbers of one epoch. Losses are data losses; the penalty stands beside them. */
export interface EpochLog {
  /** Counted from 1. */
  epoch: number;
  /** Mean loss over the batches of the epoch, as they were trained: dropout on, weights changing on the way. */
  loss: number;
  /** The sum of the penalties on the weights at the end of the epoch; 0 without a regularizer. */
  penalty: number;
  /** Fraction of the training set that is classified right at the end of the epoch, in evaluation mode. */
  accuracy?: number;
  /** Loss on the validation set at the end of the epoch, in evaluation mode. */
  valLoss?: number;
  /** Fraction of the validation set that is classified right, in evaluation mode. */
  valAccuracy?: number;
}

/** A training run, epoch by epoch. */
export interface History {
  /** The complete epochs, in their order. */
  epochs: EpochLog[];
  /** Why it ended; missing while it runs, and when it failed. */
  stopReason?: StopReason;
}

/**
 * Epochs with their places in the whole of a run that was trained on: where they count from 1 again, as the histories of two `fit` do
 * when they are put one behind the other, they count on.
 */
export function countedOn(epochs: readonly EpochLog[]): EpochLog[] {
  let [before, last] = [0, 0];
  return epochs.map((log) => {
    if (log.epoch === 1) before = last;
    last = before + log.epoch;
    return { ...log, epoch: last };
  });
}

/** The epoch with the lowest validation loss; the first of equal ones. NaN is never lowest. */
export function lowest(epochs: readonly EpochLog[]): EpochLog | undefined {
  let best: EpochLog | undefined;
  for (const log of epochs) if (log.valLoss !== undefined && log.valLoss < (best?.valLoss ?? Infinity)) best = log;
  return best;
}
