// The distribution that the mean of a few numbers follows when their spread is not known (Student 1908).

import cdf from '@stdlib/stats-base-dists-t-cdf';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/** The t with P(T ≤ t) = p. @param p in (0, 1) @param df degrees of freedom, above 0 */
export function tQuantile(p: number, df: number): number {
  return quantile(p, df);
}

/** P(|T| ≥ |t|): how often chance alone takes T this far from 0 on either side. @param df degrees of freedom, above 0 */
export function tTwoSided(t: number, df: number): number {
  return 2 * cdf(-Math.abs(t), df); // the lower tail: 1 - cdf would lose the small digits
}
