// dataset → addNoiseFeatures → the same examples with columns that mean nothing

import { requireOption } from '../errors';
import { requireRng, type Rng } from '../tensor/random';
import { empty, matrixShape } from '../tensor/tensor';
import { checkDataset, type Dataset } from './dataset';

/**
 * Appends `count` columns of standard normal noise: features that a model can only overfit to.
 *
 * Draws: `n` normals for each new column from `rng.split('addNoiseFeatures').split(j)`, where `j` is the number of the
 * column, so 20 noise features start with the 18 that the same rng gives, and adding twice adds different ones.
 *
 * @param dataset x `(n, features)`
 * @param count how many columns to add, at least 0
 * @returns x `(n, features + count)`
 * @throws OptionError when count is not a whole number of at least 0
 * @throws ShapeError when x is not a matrix
 */
export function addNoiseFeatures(dataset: Dataset, count: number, rng: Rng): Dataset {
  checkDataset(dataset, 'addNoiseFeatures');
  const [n, features] = matrixShape(dataset.x, 'addNoiseFeatures');
  requireOption(
    Number.isInteger(count) && count >= 0,
    'addNoiseFeatures: count must be a whole number of at least 0',
    count,
    'pass the number of columns to add, e.g. 18',
  );
  requireRng(rng, 'addNoiseFeatures');
  const streams = rng.split('addNoiseFeatures');
  const width = features + count;
  const x = empty([n, width] as const);
  for (let j = 0; j < features; j++) {
    for (let i = 0; i < n; i++) x.data[i * width + j] = dataset.x.data[i * features + j];
  }
  for (let j = features; j < width; j++) {
    const noise = streams.split(j);
    for (let i = 0; i < n; i++) x.data[i * width + j] = noise.normal();
  }
  return { ...dataset, x };
}
