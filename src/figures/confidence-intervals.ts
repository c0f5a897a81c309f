// runs of several seeds → how much better than the first recipe, and how sure that is

import { OptionError, requireKnownNames, requireOption } from '../errors';
import { pairedInterval } from '../metrics/confidence-interval';
import { requireRuns } from '../experiments/check-runs';
import type { Run, Scores } from '../experiments/run';
import { figure, type Figure, type TitleOptions } from './figure';
import { list, rounded, signed } from './format';
import { defaultPart, scoresByRecipe, type Part, type RecipeScores } from './scores';
import { palette } from './style';

/** Options of {@link confidenceIntervals}. */
export interface ConfidenceIntervalsOptions extends TitleOptions {
  /** What to compare (default `accuracy`). */
  metric?: keyof Scores;
  /** On which part (default: test when all runs have it, else validation). */
  on?: Part;
  /** How often intervals made like this contain the true difference, in (0, 1) (default 0.95). */
  level?: number;
}

const measures: Record<keyof Scores, { name: string; unit: string; scale: number; digits: number; sign: 1 | -1 }> = {
  accuracy: { name: 'accuracy', unit: 'points', scale: 100, digits: 1, sign: 1 },
  loss: { name: 'cross-entropy', unit: 'nats', scale: 1, digits: 3, sign: -1 },
  calibrationError: { name: 'calibration error', unit: 'points', scale: 100, digits: 1, sign: -1 },
};

/**
 * Draws the mean difference of each recipe to the first one with its Student t interval over the seeds. Runs of the same
 * seed are pairs: what they have in common cancels. A filled mark means that the interval does not contain 0.
 *
 * @param runs of `trainAll` with at least two seeds; the first recipe is the one to compare with
 * @throws OptionError when there is only one recipe, a recipe lacks a seed of the first or has one twice, or recipes that
 * differ share a name; ShapeError when there is only one seed
 *
 * @example `show(confidenceIntervals(runs, { metric: 'loss' }))`
 */
export function confidenceIntervals(runs: readonly Run[], options: ConfidenceIntervalsOptions = {}): Figure {
  requireKnownNames(options, ['title', 'metric', 'on', 'level'], 'confidenceIntervals');
  requireRuns(runs, 'confidenceIntervals');
  const { metric = 'accuracy', on = defaultPart(runs), level = 0.95 } = options;
  const oneOf = `confidenceIntervals: metric must be one of ${Object.keys(measures).join(', ')}`;
  requireOption(Object.hasOwn(measures, metric), oneOf, metric, 'leave it out for accuracy');
  const { name: measure, unit, sign } = measures[metric];
  const [base, ...others] = scoresByRecipe(runs, on, 'confidenceIntervals');
  const two = 'confidenceIntervals: there must be at least two recipes';
  requireOption(others.length > 0, two, base.name, 'add the one to compare with in front');
  [base, ...others].forEach(requireOneRunPerSeed);
  const rows = others.map((other) => difference(other, base, metric, level));
  const trace = intervalTrace(rows, measures[metric].digits);
  const direction = sign > 0 ? 'more is better' : 'less is better';
  const percentage = rounded(100 * level, 2);
  const axis = `${on} ${measure} minus ${base.name}’s, in ${unit}<br>(${direction}; ${percentage} % intervals, ${base.seeds.length} seeds)`;
  const each = rows.map(({ name }, i) => `${name}: ${trace.text[i]}.`).join(' ');
  return figure([trace], {
    title: options.title ?? findings(rows, base.name),
    alt: `Mean difference to ${base.name} in ${on} ${measure}, in ${unit}, with ${percentage} % interval over ${base.seeds.length} seeds (${direction}). ${each}`,
    height: 150 + 50 * rows.length,
    layout: {
      xaxis: { title: { text: axis }, rangemode: 'tozero', zeroline: true, zerolinewidth: 2 },
      yaxis: {
        title: { text: 'model' },
        autorange: 'reversed',
        type: 'category',
        showgrid: false,
        ticklabelstandoff: 6,
      },
    },
  });
}

/** The difference of a recipe to the first one, in the unit of the measure. */
interface Difference {
  name: string;
  mean: number;
  low: number;
  high: number;
  /** Whether the interval does not contain 0. */
  sure: boolean;
  better: boolean;
}

function difference(other: RecipeScores, base: RecipeScores, metric: keyof Scores, level: number): Difference {
  const { scale, sign } = measures[metric];
  const interval = pairedInterval(
    inOrderOf(base.seeds, other, metric),
    base.scores.map((scores) => scores[metric]),
    { level },
  );
  const [mean, low, high] = [interval.mean, interval.low, interval.high].map((value) => scale * value);
  return { name: other.name, mean, low, high, sure: low > 0 || high < 0, better: sign * mean > 0 };
}

/** E.g. `Better than Baseline: L1 and L2. Undecided: Dropout.` */
function findings(rows: readonly Difference[], base: string): string {
  const named = (keep: (row: Difference) => boolean) => rows.filter(keep).map(({ name }) => name);
  const better = named(({ sure, better }) => sure && better);
  const worse = named(({ sure, better }) => sure && !better);
  const open = named(({ sure }) => !sure);
  const sentences = [
    better.length > 0 && `Better than ${base}: ${list(better)}`,
    worse.length > 0 && `Worse than ${base}: ${list(worse)}`,
    open.length > 0 && `Undecided: ${list(open)}`,
  ];
  return `${sentences.filter(Boolean).join('. ')}.`;
}

function intervalTrace(rows: readonly Difference[], digits: number) {
  return {
    type: 'scatter',
    mode: 'markers+text',
    textposition: 'top center',
    cliponaxis: false,
    x: rows.map(({ mean }) => rounded(mean, digits + 2)),
    y: rows.map(({ name }) => name),
    error_x: {
      type: 'data',
      symmetric: false,
      array: rows.map(({ mean, high }) => rounded(high - mean, digits + 2)),
      arrayminus: rows.map(({ mean, low }) => rounded(mean - low, digits + 2)),
      color: palette[0],
      thickness: 2,
      width: 6,
    },
    marker: {
      color: palette[0],
      size: 11,
      symbol: rows.map(({ sure }) => (sure ? 'circle' : 'circle-open')),
      line: { color: palette[0], width: 2 },
    },
    text: rows.map(
      ({ mean, low, high }) => `${signed(mean, digits)} [${signed(low, digits)}, ${signed(high, digits)}]`,
    ),
    hovertemplate: '%{y}: %{text}<extra></extra>',
    showlegend: false,
  };
}

/** Checks that a seed names one run: of two, one would stand in a pair for both. @throws OptionError */
function requireOneRunPerSeed({ name, seeds }: RecipeScores): void {
  if (new Set(seeds).size === seeds.length) return;
  throw new OptionError(
    `confidenceIntervals: a recipe must have one run for each seed, received ${name} with ${seeds.join(', ')}; pass each run once`,
  );
}

/** The scores of a recipe in the order of the seeds of the first. */
function inOrderOf(
  seeds: readonly (number | string)[],
  { name, seeds: own, scores }: RecipeScores,
  metric: keyof Scores,
): number[] {
  return seeds.map((seed) => {
    const i = own.indexOf(seed);
    if (i >= 0 && own.length === seeds.length) return scores[i][metric];
    throw new OptionError(
      `confidenceIntervals: every recipe must have the same seeds, received ${name} with ${own.join(', ')} instead of ${seeds.join(', ')}; train them in one call of trainAll`,
    );
  });
}
