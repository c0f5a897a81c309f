// History → one sentence: how a run ended.

import { lowest, type EpochLog, type History } from './history';

/**
 * E.g. `19 epochs, stopped early: loss 0.213, validation loss 0.402 (lowest 0.388 after 9 epochs), accuracy 91.3 %,
 * validation accuracy 84.1 %`. No times in it: the same run gives the same sentence.
 *
 * @param planned how many epochs the run was to have at most
 */
export function summarizeHistory({ epochs, stopReason }: History, planned: number): string {
  const ended = {
    completed: `${count(epochs.length)}`,
    'early-stopping': `${count(epochs.length)}, stopped early`,
    interrupted: `interrupted after ${epochs.length} of ${count(planned)}`,
  };
  const how = stopReason ? ended[stopReason] : `failed after ${epochs.length} of ${count(planned)}`;
  const last = epochs[epochs.length - 1];
  return last ? `${how}: ${numbers(last, epochs)}` : how;
}

function numbers(last: EpochLog, epochs: readonly EpochLog[]): string {
  const { loss, valLoss, accuracy, valAccuracy } = last;
  const best = lowest(epochs);
  const parts = [
    `loss ${loss.toFixed(3)}`,
    valLoss !== undefined &&
      `validation loss ${valLoss.toFixed(3)}${!best || best === last ? '' : ` (lowest ${best.valLoss!.toFixed(3)} after ${count(best.epoch)})`}`,
    accuracy !== undefined && `accuracy ${(100 * accuracy).toFixed(1)} %`,
    valAccuracy !== undefined && `validation accuracy ${(100 * valAccuracy).toFixed(1)} %`,
  ];
  return parts.filter(Boolean).join(', ');
}

function count(epochs: number): string {
  return `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`;
}
