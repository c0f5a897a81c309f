// What decides a race and what comes of it: for the page, which does not train.

import type { Scores } from '../../src/experiments/run';

/** The colour of each model's curve, in the order of `fiveModels`. */
export const racerColors = ['blue', 'orange', 'green', 'pink', 'grey'] as const;

/** What decides a race, to the bit. */
export interface RaceOptions {
  seed: number;
  noise: number;
  epochs: number;
}

/** What a model has reached: known when it has been trained. */
export interface Finish {
  /** Epochs that were trained. */
  epochs: number;
  validation: Scores;
  test: Scores;
}
