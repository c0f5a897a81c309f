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

/** The axes of a chart. @param log which axes are logarithmic */
export function chartAxes(
  { x, y }: ChartOptions,
  log: { x?: boolean; y?: boolean } = {},
): { xaxis: Layout; yaxis: Layout } {
  const axis = (text: string, logarithmic?: boolean) => ({
    title: { text },
    ...(logarithmic && { type: 'log', exponentformat: 'power' }),
  });
  return { xaxis: axis(x, log.x), yaxis: axis(y, log.y) };
}

/** A number as it stands in a text: `0.000125` → `1.25e-4`, `12.3456` → `12.3`. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
