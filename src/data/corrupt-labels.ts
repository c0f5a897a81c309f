// dataset → corruptLabels → the same examples, some with a wrong label

import { isFraction, requireKnownNames, requireOption } from '../errors';
import { requireRng, type Rng } from '../tensor/random';
import { checkDataset, type Dataset, type Inputs } from './dataset';

/** Options of {@link corruptLabels}. */
export interface CorruptOptions {
  /** The fraction of labels that end up wrong, in [0, 1]. */
  fraction: number;
  /** Which labels depends on its seed only; a larger fraction corrupts the same ones and more. */
  rng: Rng;
}

/**
 * Gives ⌊fraction · n + ½⌋ examples a wrong label, each other class equally likely. A model that then reaches a training
 * accuracy of 1 has memorised them (Zhang et al. 2017, "Understanding deep learning requires rethinking
 * generalization"). With fraction (classes - 1) / classes the labels say nothing about x any more; with more than that
 * they say what the class is not.
 *
 * Draws: one permutation from `rng.split('corruptLabels').split('rows')`, then one integer for each corrupted label from
 * `rng.split('corruptLabels').split('labels')`. So the same rng chooses the same examples again, and with two classes the
 * second time undoes the first: pass `rng.split('again')` to corrupt labels twice.
 *
 * @returns the same x, other labels `(n)`
 * @throws OptionError when fraction is outside [0, 1], or an option is unknown
 */
export function corruptLabels<X extends Inputs>(dataset: Dataset<X>, options: CorruptOptions): Dataset<X> {
  requireKnownNames(options, ['fraction', 'rng'], 'corruptLabels');
  const { fraction, rng } = options;
  checkDataset(dataset, 'corruptLabels');
  requireOption(
    isFraction(fraction) || fraction === 1,
    'corruptLabels: fraction must be in [0, 1]',
    fraction,
    'pass the fraction of wrong labels, e.g. 0.2',
  );
  requireRng(rng, 'corruptLabels');
  const streams = rng.split('corruptLabels');
  const chosen = streams.split('rows').permutation(dataset.y.length);
  const draws = streams.split('labels');
  const y = dataset.y.slice();
  for (const row of chosen.subarray(0, Math.floor(fraction * y.length + 0.5))) {
    y[row] = (y[row] + 1 + draws.integer(dataset.classes - 1)) % dataset.classes;
  }
  return { ...dataset, y };
}
