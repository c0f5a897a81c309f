// What the charts for numbers of your own have in common.

import type { FigureOptions, Layout } from './figure';

/** Options of {@link lineChart}, {@link barChart} and {@link heatMap}. */
export interface ChartOptions extends Pick<FigureOptions, 'title' | 'height'> {
  /** What the horizontal axis shows, with its unit, e.g. `epoch` or `learning rate`. */
  x: string;
  /** What the vertical axis shows, with its unit, e.g. `loss (nats)`. */
  y: string;
  /** The figure in words (default: written from the numbers). */
  alt?: string;
}

/** Their names. */
export const chartOptions: readonly string[] = ['title', 'height', 'x', 'y', 'alt'];

/** The axes of a chart. @param log the numbers along the axes that are logarithmic */
export function chartAxes(
  { x, y }: ChartOptions,
  log: { x?: readonly number[]; y?: readonly number[] } = {},
): { xaxis: Layout; yaxis: Layout } {
  const axis = (text: string, values?: readonly number[]) => ({
    title: { text },
    ...(values && { type: 'log', ...logTicks(values) }),
  });
  return { xaxis: axis(x, log.x), yaxis: axis(y, log.y) };
}

/**
 * Labels at powers of ten, over a short stretch at 2 and 5 as well, and there as plain numbers: left alone, Plotly crowds
 * in all nine digits, and writes 0.02 as a small 2.
 */
function logTicks(values: readonly number[]): Layout {
  const shown = values.filter((value) => value > 0);
  const factor = Math.max(...shown) / Math.min(...shown);
  if (factor < 100) return { dtick: 'D2', tickformat: '~r' };
  return { exponentformat: 'power', ...(factor < 1e6 && { dtick: 1 }) };
}

/** A number as it stands in a text: `0.000125` → `1.25e-4`, `12.3456` → `12.3`. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
