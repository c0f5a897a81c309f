// names → series of numbers → lines in one pair of axes

import { OptionError, requireKnownNames, requireOption } from '../errors';
import { chartAxes, chartOptions, short, type ChartOptions } from './chart-options';
import { figure, type Figure } from './figure';
import { color } from './style';

/** A line: heights at 0, 1, 2, …, or at the places in `x`. */
export type Series = ArrayLike<number> | { x: ArrayLike<number>; y: ArrayLike<number> };

/** Options of {@link lineChart}. */
export interface LineChartOptions extends ChartOptions {
  /** Logarithmic horizontal axis (default false). */
  logX?: boolean;
  /** Logarithmic vertical axis (default false); numbers of 0 and below are left out. */
  logY?: boolean;
  /** A dot at every number as well (default: with up to 20 numbers). */
  dots?: boolean;
}

/**
 * Draws series as lines.
 *
 * @param series names and numbers; the names form the legend when there are several
 * @throws OptionError when there is nothing to draw, or x and y differ in length
 *
 * @example
 * ```ts
 * show(lineChart({ L1: { x: lambdas, y: zeros } }, { title: 'A larger λ makes more zeros', x: 'λ', y: 'weights that are 0 (%)', logX: true }));
 * ```
 */
export function lineChart(series: Readonly<Record<string, Series>>, options: LineChartOptions): Figure {
  requireKnownNames(options, [...chartOptions, 'logX', 'logY', 'dots'], 'lineChart');
  const lines = Object.entries(series).map(([name, given]) => {
    const [x, y] =
      'y' in given ? [Array.from(given.x), Array.from(given.y)] : [Array.from(given, (_, i) => i), Array.from(given)];
    if (x.length !== y.length)
      throw new OptionError(
        `lineChart: x and y must have the same length, received ${x.length} and ${y.length} for ${name}; give a place for each number`,
      );
    requireOption(y.length > 0, 'lineChart: a line must have at least one number', y.length, `leave out ${name}`);
    return { name, x, y };
  });
  requireOption(lines.length > 0, 'lineChart: there must be at least one line', lines.length, 'pass { name: numbers }');
  const {
    title,
    height,
    logX,
    logY,
    alt = `Line chart of ${options.y} against ${options.x}. ${lines.map(inWords).join(' ')}`,
  } = options;
  const log = { x: logX ? lines.flatMap(({ x }) => x) : undefined, y: logY ? lines.flatMap(({ y }) => y) : undefined };
  return figure(
    lines.map(({ name, x, y }, i) => ({
      type: 'scatter',
      mode: (options.dots ?? y.length <= 20) ? 'lines+markers' : 'lines',
      name,
      x,
      y,
      line: { color: color(i), width: 2 },
      showlegend: lines.length > 1,
    })),
    { title, alt, height, layout: chartAxes(options, log) },
  );
}

function inWords({ name, x, y }: { name: string; x: number[]; y: number[] }): string {
  const at = (i: number) => `${short(y[i])} at ${short(x[i])}`;
  const order = Array.from(y.keys())
    .filter((i) => Number.isFinite(y[i]))
    .sort((a, b) => y[a] - y[b]);
  if (order.length === 0) return `${name}: no finite number.`;
  return `${name}: from ${at(0)} to ${at(y.length - 1)}; lowest ${at(order[0])}, highest ${at(order[order.length - 1])}.`;
}
