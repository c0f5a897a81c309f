// finished races → over their seeds: how much better than the baseline, how surely, and how often chosen.

import type { Interval, pairedInterval } from '../../src/metrics/confidence-interval';
import { fiveModels } from '../../src/course/five-models';
import { type Finish } from './race-plan';

/** The five finishes of one seed, in the order of {@link fiveModels}. */
export type Result = readonly Finish[];

/** The library's, given as an argument: its t distribution is larger than all of the figure, and comes with the first result. */
export type PairedInterval = typeof pairedInterval;

/** What the races say of one model. */
export interface Standing {
  /** Test accuracy minus that of the baseline, in points; nothing for the baseline, and with fewer than two seeds. */
  gain?: Interval;
  /** Seeds on which validation would have chosen it. */
  chosen: number;
}

/** The model that validation chooses: the highest validation accuracy, the first of equal ones. */
export function choice(result: Result): number {
  return result.reduce(
    (best, { validation }, i) => (validation.accuracy > result[best].validation.accuracy ? i : best),
    0,
  );
}

/** One standing a model. */
export function standings(results: readonly Result[], interval?: PairedInterval): Standing[] {
  const points = (model: number) => results.map((result) => 100 * result[model].test.accuracy);
  return fiveModels.map((_, model) => ({
    gain: model > 0 && results.length > 1 ? interval?.(points(model), points(0)) : undefined,
    chosen: results.filter((result) => choice(result) === model).length,
  }));
}

/** `+1.2 [−0.3, 2.7]`: points and their 95 % interval. */
export function written({ mean, low, high }: Interval): string {
  const number = (value: number) => value.toFixed(1).replace('-', '−');
  return `${mean >= 0 ? '+' : ''}${number(mean)} [${number(low)}, ${number(high)}]`;
}

/** What a race, and all races so far, have shown: in words. */
export function summary(seed: number, result: Result, results: readonly Result[], interval: PairedInterval): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const best = choice(result);
  const { validation, test } = result[best];
  const highest = Math.max(...result.map((finish) => finish.test.accuracy));
  const leaders = fiveModels.filter((_, i) => result[i].test.accuracy === highest).map(({ name }) => name);
  const one =
    `Seed ${seed}: validation chooses ${fiveModels[best].name} (${percent(validation.accuracy)}); its test accuracy is ${percent(test.accuracy)}. ` +
    `The highest test accuracy, ${percent(highest)}, has ${leaders.join(' and ')}. `;
  if (results.length < 2) return `${one}One seed is not a result: run the next one, and an interval appears.`;
  const clear = standings(results, interval).flatMap(({ gain }, i) =>
    gain && gain.low > 0 ? [`${fiveModels[i].name} (${written(gain)})`] : [],
  );
  return (
    `${one}Over ${results.length} seeds, ` +
    (clear.length
      ? `better than the baseline by more than chance: ${clear.join(', ')} points.`
      : 'no model is better than the baseline by more than chance.')
  );
}
