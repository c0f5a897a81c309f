// values → their mean

import { OptionError, received, ShapeError } from '../errors';

/**
 * The mean of some values.
 *
 * @throws ShapeError when there is none, OptionError when one is no number; a NaN makes the mean NaN
 *
 * @example `mean(runs.map((run) => run.validation.accuracy))`
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0)
    throw new ShapeError('mean: at least one value is needed, received none; look at what was left out before');
  const bad = Array.from(values).findIndex((value) => typeof value !== 'number');
  if (bad >= 0)
    throw new OptionError(
      `mean: values must be numbers, received ${received(values[bad])} at ${bad}; leave it out, or read it as a number`,
    );
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
