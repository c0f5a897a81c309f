// points → ink: a smooth line of some thickness on a grid of pixels.

import type { Stroke } from './digit-strokes';

const pieces = 5; // straight pieces between two points of a stroke

/**
 * Draws a stroke on a square canvas: a Catmull-Rom spline through its points, `thickness` pixels wide, with soft edges.
 *
 * @param ink `size × size` numbers in [0, 1], row by row; where the stroke is darker, it wins
 * @param points in pixels, pixel `[column, row]` having its middle at `column + ½, row + ½`
 */
export function drawStroke(ink: Float64Array, size: number, points: Stroke, thickness: number): void {
  let [x, y] = points[0];
  for (let i = 0; i + 1 < points.length; i++) {
    const [before, from, to, after] = [
      points[Math.max(i - 1, 0)],
      points[i],
      points[i + 1],
      points[Math.min(i + 2, points.length - 1)],
    ];
    for (let k = 1; k <= pieces; k++) {
      const t = k / pieces;
      const nextX = spline(before[0], from[0], to[0], after[0], t);
      const nextY = spline(before[1], from[1], to[1], after[1], t);
      drawPiece(ink, size, x, y, nextX, nextY, thickness / 2);
      [x, y] = [nextX, nextY];
    }
  }
}

/** One coordinate of the curve between `from` (t = 0) and `to` (t = 1) (Catmull and Rom 1974). */
function spline(before: number, from: number, to: number, after: number, t: number): number {
  const slopeFrom = (to - before) / 2;
  const slopeTo = (after - from) / 2;
  const bend = 2 * (from - to) + slopeFrom + slopeTo;
  return from + t * (slopeFrom + t * (to - from - slopeFrom - bend + t * bend));
}

function drawPiece(
  ink: Float64Array,
  size: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  radius: number,
): void {
  const reach = radius + 0.5; // an edge fades out over one pixel
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
  const right = Math.min(size - 1, Math.floor(Math.max(x0, x1) + reach));
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const bottom = Math.min(size - 1, Math.floor(Math.max(y0, y1) + reach));
  const [dx, dy] = [x1 - x0, y1 - y0];
  const squared = dx * dx + dy * dy;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [px, py] = [column + 0.5 - x0, row + 0.5 - y0];
      const t = squared > 0 ? Math.min(Math.max((px * dx + py * dy) / squared, 0), 1) : 0; // the nearest point of the piece
      const [ox, oy] = [px - t * dx, py - t * dy];
      const strength = Math.min(reach - Math.sqrt(ox * ox + oy * oy), 1);
      const at = row * size + column;
      if (strength > ink[at]) ink[at] = strength;
    }
  }
}
