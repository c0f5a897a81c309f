// a mean and its interval → words, for tables and sentences

import { requireKnownNames } from '../errors';
import type { Interval } from '../metrics/confidence-interval';

/** Options of {@link formatInterval}. */
export interface FormatIntervalOptions {
  /** After the point (default 3). */
  digits?: number;
  /** What to multiply with before rounding, such as 100 to speak of points (default 1). */
  factor?: number;
}

/**
 * A mean with the ends of its interval: `0.831 [0.824, 0.838]`. What rounds to zero has no sign.
 *
 * @param interval of `meanInterval` or `pairedInterval`
 *
 * @example `formatInterval(pairedInterval(withDropout, without), { digits: 1, factor: 100 }) // '1.4 [0.6, 2.2]'`
 */
export function formatInterval(
  { mean, low, high }: Pick<Interval, 'mean' | 'low' | 'high'>,
  options: FormatIntervalOptions = {},
): string {
  requireKnownNames(options, ['digits', 'factor'], 'formatInterval');
  const { digits = 3, factor = 1 } = options;
  const [middle, from, to] = [mean, low, high].map((value) =>
    (factor * value).toFixed(digits).replace(/^-(?=[0.]*$)/, ''),
  );
  return `${middle} [${from}, ${to}]`;
}
