// The comparison of the course: the same data and the same network five times, with one thing changed.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The library as it was built. */
export const holdout = require('../dist/node.js');

/** The five models. Network 20-128-64-2, Adam 1e-3, batch 64, 100 epochs: the defaults. */
export const recipes = [
  { name: 'Baseline' },
  { name: 'L1', l1: 0.001 },
  { name: 'L2', l2: 0.001 },
  { name: 'Dropout', dropout: 0.5 },
  { name: 'Early stopping', earlyStopping: 10 },
];

/** The data of a seed: two moons and 18 columns of noise; 1280 examples to train, 320 to validate, 400 to test. */
export function moons(seed) {
  const { addNoiseFeatures, createRng, makeMoons, split, standardize } = holdout;
  const rng = createRng(seed);
  const data = addNoiseFeatures(makeMoons({ samples: 2000, noise: 0.3, rng }), 18, rng);
  return standardize(split(data, { test: 0.2, validation: 0.2, rng }));
}
