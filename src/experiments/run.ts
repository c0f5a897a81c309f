// Run: an experiment that was made, as data without functions.

import type { Tensor } from '../tensor/tensor';
import type { History } from '../training/history';
import type { Recipe } from './recipe';

/** How good a trained model is on one part of the data. */
export interface Scores {
  /** Mean cross-entropy in nats, without the penalty. */
  loss: number;
  /** Fraction classified right, in [0, 1]. */
  accuracy: number;
  /** Expected calibration error in 10 bins, in [0, 1]. */
  calibrationError: number;
}

/**
 * A recipe that was trained, as data without functions: `modelOf` makes a model of it again, `saveRuns` writes it into a file, which
 * JSON alone cannot.
 */
export interface Run {
  /** What was trained. */
  recipe: Recipe;
  /** The seed of the initial weights, the order of the batches and the dropout masks. */
  seed: number | string;
  /** Epoch by epoch, as `fit` gives it. */
  history: History;
  /** As `getWeights` gives them. */
  weights: Tensor[];
  /** Scores of the model as it is at the end, with the best weights when early stopping put them back. */
  validation: Scores;
  /** Scores on the test set, only when they were asked for: a choice between models is made on `validation`. */
  test?: Scores;
}
