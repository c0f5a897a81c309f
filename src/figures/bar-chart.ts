// names → numbers, perhaps in several series → bars side by side

import { OptionError, requireKnownNames, requireOption } from '../errors';
import { chartAxes, chartOptions, short, type ChartOptions } from './chart-options';
import { figure, type Figure } from './figure';
import { color } from './style';

/** Options of {@link barChart}. */
export interface BarChartOptions extends ChartOptions {
  /** What each group of bars stands for, from left to right. */
  labels: readonly (string | number)[];
}

/**
 * Draws numbers as bars, one group for each label.
 *
 * @param series names and numbers, one for each label; the names form the legend when there are several
 * @throws OptionError when there is nothing to draw, or a series has not one number for each label
 *
 * @example `show(barChart({ 'before': x, 'after': mask }, { labels: [1, 2, 3], title: 'Dropout sets units to 0', x: 'unit', y: 'activation' }))`
 */
export function barChart(series: Readonly<Record<string, ArrayLike<number>>>, options: BarChartOptions): Figure {
  requireKnownNames(options, [...chartOptions, 'labels'], 'barChart');
  const { title, height, labels } = options;
  const all = Object.entries(series).map(([name, values]) => {
    if (values.length === labels.length) return { name, values: Array.from(values) };
    throw new OptionError(
      `barChart: a series must have one number for each label, received ${values.length} for ${labels.length} labels in ${name}; check their order as well`,
    );
  });
  requireOption(all.length > 0, 'barChart: there must be at least one series', all.length, 'pass { name: numbers }');
  const words = all.map(
    ({ name, values }) => `${name}: ${values.map((value, i) => `${labels[i]} ${short(value)}`).join(', ')}.`,
  );
  const axes = chartAxes(options);
  return figure(
    all.map(({ name, values }, i) => ({
      type: 'bar',
      name,
      x: labels.map(String),
      y: values,
      marker: { color: color(i) },
      showlegend: all.length > 1,
    })),
    {
      title,
      alt: options.alt ?? `Bar chart of ${options.y} for each ${options.x}. ${words.join(' ')}`,
      height,
      layout: { ...axes, xaxis: { ...axes.xaxis, type: 'category', showgrid: false } },
    },
  );
}
