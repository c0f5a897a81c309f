// models → how the weights of the first layer are spread

import { OptionError, requireKnownNames, requireOption } from '../errors';
import type { Sequential } from '../layers/sequential';
import type { Tensor } from '../tensor/tensor';
import { figure, type Figure, type TitleOptions, type Trace } from './figure';
import { percent, rounded } from './format';
import { groups, type Named } from './named';
import { axesOf, panelLayout, type Panel } from './panels';
import { color } from './style';

/** Options of {@link weightHistograms}. */
export interface WeightHistogramsOptions extends TitleOptions {
  /** Bars in each panel (default 50). */
  bins?: number;
  /** A weight this small counts as near zero in the panel's title (default 0.01). */
  nearZero?: number;
}

/**
 * Draws the weights of the first kernel, a panel for each model, with the same bins in all. The runs of a recipe (other
 * seeds) are taken together. The vertical axis is logarithmic: a penalty makes a peak at zero a hundred times as high as
 * the rest.
 *
 * @param runs of `trainAll`, or models under their names
 * @throws OptionError when there is no run, a model has no kernel, recipes that differ share a name, a weight
 * is not finite, or bins is not a whole number of at least 1
 *
 * @example `show(weightHistograms(runs))`
 */
export function weightHistograms(runs: Named<Sequential>, options: WeightHistogramsOptions = {}): Figure {
  requireKnownNames(options, ['title', 'bins', 'nearZero'], 'weightHistograms');
  const { bins = 50, nearZero = 0.01 } = options;
  requireOption(
    Number.isInteger(bins) && bins >= 1,
    'weightHistograms: bins must be a whole number of at least 1',
    bins,
    'pass e.g. 50',
  );
  requireOption(
    Number.isFinite(nearZero) && nearZero >= 0,
    'weightHistograms: nearZero must be a number of at least 0',
    nearZero,
    'pass e.g. 0.01',
  );
  const all = groups(runs, (run) => run.weights, 'weightHistograms').map(({ name, members }) => {
    const weights = members.flatMap((member) => Array.from(firstKernel(member, name)));
    const small = weights.filter((w) => Math.abs(w) < nearZero).length / weights.length;
    const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length;
    const spread = Math.sqrt(weights.reduce((sum, w) => sum + (w - mean) * (w - mean), 0) / weights.length);
    return { name, weights, small, spread };
  });
  const limit = all.reduce((most, { weights }) => weights.reduce((max, w) => Math.max(max, Math.abs(w)), most), 0) || 1;
  const columns = Math.min(all.length, 3);
  const each = all.map(
    ({ name, small, spread }) =>
      `${name}: standard deviation ${spread.toFixed(3)}, ${percent(small)} within ±${nearZero}.`,
  );
  return figure(
    all.map((one, i) => histogram(one, i, bins, limit)),
    {
      title: options.title ?? `Weights of the first layer, and the share within ±${nearZero}`,
      alt: `Histograms of the weights of the first layer in ${bins} bins from ${(-limit).toFixed(2)} to ${limit.toFixed(2)}. ${each.join(' ')}`,
      headroom: 34,
      height: 130 + 210 * Math.ceil(all.length / columns),
      layout: panelLayout(panelsOf(all, columns), columns, { x: 0.06, y: 0.25 }),
    },
  );
}

/** The weights of a model, or of all runs of a recipe. */
interface Weights {
  name: string;
  weights: readonly number[];
  /** Share of the weights that count as zero. */
  small: number;
  /** Standard deviation, dividing by n. */
  spread: number;
}

/** How many percent of the weights are in each of `bins` equal bins from -limit to limit. */
function histogram({ name, weights }: Weights, panel: number, bins: number, limit: number): Trace {
  const width = (2 * limit) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const w of weights) counts[Math.min(bins - 1, Math.floor((w + limit) / width))]++;
  return {
    type: 'bar',
    name,
    x0: -limit + width / 2,
    dx: width,
    y: counts.map((count) => rounded((100 * count) / weights.length, 4)),
    width,
    marker: { color: color(panel) },
    showlegend: false,
    hovertemplate: 'near %{x:.3f}: %{y:.2f} %<extra></extra>',
    ...axesOf(panel),
  };
}

function panelsOf(all: readonly Weights[], columns: number): Panel[] {
  return all.map(({ name, small }, i) => {
    const [left, bottom] = [i % columns === 0, i + columns >= all.length];
    return {
      title: `${name}<br>${percent(small)}`,
      xaxis: {
        ...(i > 0 && { matches: 'x' }),
        nticks: 5,
        showticklabels: bottom,
        ...(bottom && { title: { text: 'weight' } }),
      },
      yaxis: {
        ...(i > 0 && { matches: 'y' }),
        type: 'log',
        dtick: 1,
        ticksuffix: ' %',
        showticklabels: left,
        ...(left && { title: { text: 'weights in the bar' } }),
      },
    };
  });
}

/** Of all weights a kernel alone has more than one axis: a bias, and what BatchNorm has, are a number for each unit. */
function firstKernel(model: Sequential | readonly Tensor[], name: string): Float64Array {
  const weights = 'layers' in model ? model.parameters.map(({ value }) => value) : model;
  const kernel = weights.find(({ shape }) => shape.length > 1);
  if (kernel) {
    requireOption(
      kernel.data.every(Number.isFinite),
      'weightHistograms: weights must be finite',
      `NaN or Infinity in ${name}`,
      'leave out the model, which has diverged',
    );
    return kernel.data;
  }
  throw new OptionError(
    `weightHistograms: a model must have a layer with a kernel, received ${name} without one; leave it out, or give it a Dense`,
  );
}
