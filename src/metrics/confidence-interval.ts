// results over several seeds → a mean with its uncertainty, and is the difference more than luck?

import { OptionError, requireKnownNames, requireOption, ShapeError } from '../errors';
import { mean as meanOf } from './mean';
import { tQuantile, tTwoSided } from './student-t';

/** Options of {@link meanInterval} and {@link pairedInterval}. */
export interface IntervalOptions {
  /** How often intervals made like this contain the true mean, in (0, 1) (default .95). */
  level?: number;
}

/** A mean and what is known of it, in the units of the values. */
export interface Interval {
  mean: number;
  /** Lower end of the interval. */
  low: number;
  /** Upper end of the interval, as far above the mean as `low` is below it. */
  high: number;
  /** How often intervals made like this contain the true mean, in (0, 1). */
  level: number;
  /** How many values there were. */
  n: number;
  /** The standard deviation of the values, dividing by n - 1. */
  standardDeviation: number;
  /** Of the mean: standardDeviation / √n. */
  standardError: number;
}

/** What {@link pairedTest} finds. */
export interface PairedTest {
  /** Mean difference in units of its standard error; NaN when all differences are 0. */
  t: number;
  /** Degrees of freedom, n - 1. */
  df: number;
  /** How often a t this far from 0, on either side, comes about when there is no difference. */
  p: number;
}

/**
 * The mean of independent values with its Student t interval (Student 1908): mean ± t · s / √n, with n - 1 degrees of freedom.
 *
 * @param values one for each seed, at least two
 * @throws ShapeError when there are fewer than two values
 * @throws OptionError when a value is not finite, or level is outside (0, 1)
 *
 * @example `meanInterval([0.81, 0.84, 0.82])`
 */
export function meanInterval(values: ArrayLike<number>, options?: IntervalOptions): Interval {
  checkSample(values, 'values', 'meanInterval');
  return intervalOf(Array.from(values), options, 'meanInterval');
}

/**
 * The interval of the mean difference **a - b** of values that belong together, such as two models on the same seeds: what
 * the seeds have in common cancels. Positive means that `a` is larger.
 *
 * @param a one value for each seed, at least two
 * @param b the values of the other model, seed by seed
 * @throws ShapeError when the lengths differ or there are fewer than two pairs
 * @throws OptionError when a value is not finite, or level is outside (0, 1)
 *
 * @example `pairedInterval(accuracyWithDropout, accuracyWithout) // how much dropout gains`
 */
export function pairedInterval(a: ArrayLike<number>, b: ArrayLike<number>, options?: IntervalOptions): Interval {
  return intervalOf(differences(a, b, 'pairedInterval'), options, 'pairedInterval');
}

/**
 * Student's paired t test of the mean difference **a - b**, two-sided, as `scipy.stats.ttest_rel`.
 *
 * @param a one value for each seed, at least two
 * @param b the values of the other model, seed by seed
 * @throws ShapeError when the lengths differ or there are fewer than two pairs
 * @throws OptionError when a value is not finite
 */
export function pairedTest(a: ArrayLike<number>, b: ArrayLike<number>): PairedTest {
  const { mean, standardError, n } = intervalOf(differences(a, b, 'pairedTest'), {}, 'pairedTest');
  const t = mean / standardError;
  return { t, df: n - 1, p: tTwoSided(t, n - 1) };
}

function intervalOf(values: number[], options: IntervalOptions = {}, who: string): Interval {
  requireKnownNames(options, ['level'], who);
  const { level = 0.95 } = options;
  requireOption(
    Number.isFinite(level) && level > 0 && level < 1,
    `${who}: level must be in (0, 1)`,
    level,
    'pass e.g. 0.95',
  );
  const n = values.length;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const standardDeviation = Math.sqrt(squares / (n - 1));
  const standardError = standardDeviation / Math.sqrt(n);
  const margin = tQuantile((1 + level) / 2, n - 1) * standardError;
  return { mean, low: mean - margin, high: mean + margin, level, n, standardDeviation, standardError };
}

function differences(a: ArrayLike<number>, b: ArrayLike<number>, who: string): number[] {
  if (a.length !== b.length) {
    throw new ShapeError(
      `${who}: a and b must be pairs, received ${a.length} and ${b.length} values; give one of each for every seed`,
    );
  }
  checkSample(a, 'a', who);
  checkSample(b, 'b', who);
  return Array.from(a, (value, i) => value - b[i]);
}

function checkSample(values: ArrayLike<number>, name: string, who: string): void {
  if (values.length < 2) {
    throw new ShapeError(
      `${who}: at least two values are needed to see a spread, received ${values.length}; run more seeds`,
    );
  }
  const bad = Array.from(values).findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new OptionError(
      `${who}: ${name} must be finite numbers, received ${values[bad]} at ${bad}; leave out the run that failed, in pairs`,
    );
  }
}
