// values → their mean

import { ShapeError } from '../errors';

/**
 * The mean of some values.
 *
 * @throws ShapeError when there is none
 *
 * @example `mean(runs.map((run) => run.validation.accuracy))`
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0)
    throw new ShapeError('mean: at least one value is needed, received none; look at what was left out before');
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
