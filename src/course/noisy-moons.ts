// seed → the data of the course's comparisons: two moons, hidden among columns of noise.

import { makeMoons } from '../data/moons';
import { addNoiseFeatures } from '../data/noise-features';
import { split, type Split } from '../data/split';
import { standardize } from '../data/standardizer';
import { createRng } from '../tensor/random';

/**
 * Two moons and 18 columns of noise, split and standardized with the statistics of the training set: by default 1280 examples to
 * train on, 320 for validation and 400 for the test.
 *
 * @param seed of the moons, the noise columns and the split
 * @param options.samples examples in all (default 2000)
 * @param options.noise standard deviation of the noise on the moons (default 0.3)
 *
 * @example `const runs = await trainAll(fiveModels, noisyMoons, { seeds: [1, 2, 3] });`
 */
export function noisyMoons(seed: number | string, { samples = 2000, noise = 0.3 } = {}): Split {
  const rng = createRng(seed);
  const moons = addNoiseFeatures(makeMoons({ samples, noise, rng }), 18, rng);
  return standardize(split(moons, { test: 0.2, validation: 0.2, rng }));
}
