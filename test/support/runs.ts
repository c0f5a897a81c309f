// Runs as trainAll gives them, with numbers that a test chooses.

import { tensor } from '../../src/tensor/tensor';
import type { EpochLog } from '../../src/training/history';
import type { Run, Scores } from '../../src/experiments/run';

/** An epoch for each validation loss. */
export function epochsOf(valLosses: readonly number[]): EpochLog[] {
  return valLosses.map((valLoss, i) => ({
    epoch: i + 1,
    loss: 1 / (i + 1),
    penalty: 0,
    accuracy: 0.9,
    valLoss,
    valAccuracy: 0.8,
  }));
}

/** A run that nobody trained: its weights are those of a first kernel `(2, 2)`. */
export function runOf(name: string, seed: number, validation: Partial<Scores>, test?: Partial<Scores>): Run {
  const scores = (part: Partial<Scores>) => ({ loss: 0.5, accuracy: 0.8, calibrationError: 0.05, ...part });
  return {
    recipe: { name },
    seed,
    history: { epochs: epochsOf([0.6, 0.5, 0.7]), stopReason: 'completed' },
    weights: [tensor([2, 2], [0.5, -0.25, 0.001, 0])],
    validation: scores(validation),
    ...(test && { test: scores(test) }),
  };
}
