// The five models, what decides a race and what comes of it: for the page, which does not train.

import type { Recipe } from '../../src/training/recipe';
import type { Scores } from '../../src/training/run';

/** The recipes that race, each with the colour of its curve. */
export const racers: readonly (Recipe & { name: string })[] = [
  { name: 'Baseline' },
  { name: 'L1', l1: 0.001 },
  { name: 'L2', l2: 0.001 },
  { name: 'Dropout', dropout: 0.5 },
  { name: 'Early stopping', earlyStopping: 10 },
];

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
