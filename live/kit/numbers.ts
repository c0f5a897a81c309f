// number → the nearest place of a slider, and how it is written; a place in a chart.

import type { LiveOption } from '../../src/course/live-figures';

/** A place in a chart. */
export type Point = readonly [x: number, y: number];

/** A number as figures show it: with as many decimals as its slider has, and a true minus sign. */
export function formatted(value: number, step: number): string {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** The place of the slider that is nearest to a number; its default when it is none. */
export function nearest(value: number, { min, max, step, value: standard }: LiveOption): number {
  if (!Number.isFinite(value)) return standard;
  const place = min + Math.round((Math.min(max, Math.max(min, value)) - min) / step) * step;
  return Number(Math.min(max, place).toPrecision(12)); // 0.30000000000000004 is 0.3
}
