// The recipes of the course's comparison: the same network five times, with one thing changed.

import type { Recipe } from '../experiments/recipe';

/** The five models, with all other fields at their defaults: network 20-128-64-2, Adam 0.001, batches of 64, 100 epochs. */
export const fiveModels: readonly (Recipe & { name: string })[] = [
  { name: 'Baseline' },
  { name: 'L1', l1: 0.001 },
  { name: 'L2', l2: 0.001 },
  { name: 'Dropout', dropout: 0.5 },
  { name: 'Early stopping', earlyStopping: 10 },
];
