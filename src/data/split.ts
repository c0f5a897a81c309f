// dataset → split → {train, validation, test}

import { isFraction, OptionError, requireKnownNames, requireOption } from '../errors';
import { requireRng, type Rng } from '../tensor/random';
import type { Tensor } from '../tensor/tensor';
import { checkDataset, type Dataset, type Inputs } from './dataset';
import { pick } from './rows';

/** Three parts that share no example. */
export interface Split<X extends Inputs = Tensor> {
  /** What a model learns from. */
  train: Dataset<X>;
  /** What choices are made on: when to stop, which λ. */
  validation: Dataset<X>;
  /** What is looked at once, at the end. */
  test: Dataset<X>;
}

/** Options of {@link split}. */
export interface SplitOptions {
  /** Fraction of all examples held out for the test, in [0, 1). */
  test: number;
  /** Fraction of the examples that are left then, held out for validation, in [0, 1). */
  validation: number;
  /** The shuffle depends on its seed only: the same rng gives the same split. */
  rng: Rng;
}

/**
 * Shuffles a dataset and cuts it in three: first the test part off the whole, then the validation part off the rest.
 * Held-out parts are rounded up, as scikit-learn's `train_test_split` does: 2000 examples with .2 and .2 give 400 for the
 * test, 320 for validation and 1280 to train on. Unlike there, a fraction that misses by a rounding error counts as what was
 * meant: `1 - 0.7`, which is 0.30000000000000004, of 10 examples are 3, not 4.
 *
 * Images that are stored as bytes stay bytes.
 *
 * Draws: one permutation from `rng.split('split')`.
 *
 * @returns three datasets that share no row
 * @throws OptionError when a fraction is outside [0, 1), when an option is unknown, when nothing is left to train on, or when
 * the data are not sound
 * @throws ShapeError when x and y do not fit together
 */
export function split<X extends Inputs>(dataset: Dataset<X>, options: SplitOptions): Split<X> {
  requireKnownNames(options, ['test', 'validation', 'rng'], 'split');
  const { test, validation, rng } = options;
  checkDataset(dataset, 'split');
  for (const [name, fraction] of Object.entries({ test, validation })) {
    const rule = `split: ${name} must be in [0, 1)`;
    requireOption(isFraction(fraction), rule, fraction, 'pass the fraction to hold out, e.g. 0.2');
  }
  requireRng(rng, 'split');
  const n = dataset.y.length;
  const testEnd = heldOut(test, n);
  const validationEnd = testEnd + heldOut(validation, n - testEnd);
  if (validationEnd >= n) {
    throw new OptionError(
      `split: some examples must be left to train on, received ${n} of which ${validationEnd} are held out; hold out less or get more data`,
    );
  }
  const order = rng.split('split').permutation(n);
  return {
    train: pick(dataset, order, validationEnd, n),
    validation: pick(dataset, order, testEnd, validationEnd),
    test: pick(dataset, order, 0, testEnd),
  };
}

/** ⌈fraction · n⌉; a product as near to a whole number as rounding errors of a few operations are that number. */
function heldOut(fraction: number, n: number): number {
  const product = fraction * n;
  const whole = Math.round(product);
  return Math.abs(product - whole) <= 4 * Number.EPSILON * n ? whole : Math.ceil(product);
}
