// angle → two half circles → noise → makeMoons: two classes that no straight line can part.

import { requireKnownNames, requireOption } from '../errors';
import { cos, sin } from '../tensor/math';
import { requireRng, type Rng } from '../tensor/random';
import { tensor } from '../tensor/tensor';
import type { Dataset } from './dataset';

/** Options of {@link makeMoons}. */
export interface MoonsOptions {
  /** How many points in all (class 1 has one more when odd), or `[class 0, class 1]`. */
  samples: number | readonly [number, number];
  /** Standard deviation of the normal noise added to each coordinate (default 0). The moons have radius 1. */
  noise?: number;
  /** The points depend on its seed only: the same rng gives the same moons. */
  rng: Rng;
}

/**
 * Two interleaving half circles, as scikit-learn's `make_moons`: class 0 is (cos t, sin t), class 1 is
 * (1 - cos t, ½ - sin t), with t in equal steps from 0 to π; then shuffled, then normal noise.
 *
 * Draws: one permutation from `rng.split('makeMoons').split('order')`, then two normals a row (x, then y) from
 * `rng.split('makeMoons').split('noise')`. So another noise leaves order and clean points as they were.
 *
 * @returns x `(samples, 2)`, two classes
 * @throws OptionError when samples is not a whole number of at least 2 (a pair: of at least 1), noise is negative, or an
 * option is unknown
 */
export function makeMoons(options: MoonsOptions): Dataset {
  requireKnownNames(options, ['samples', 'noise', 'rng'], 'makeMoons');
  const { samples, noise = 0, rng } = options;
  const [outer, inner] = countsOf(samples);
  requireOption(
    noise >= 0 && Number.isFinite(noise),
    'makeMoons: noise must be a standard deviation of at least 0',
    noise,
    'pass e.g. 0.3',
  );
  requireRng(rng, 'makeMoons');
  const streams = rng.split('makeMoons');
  const order = streams.split('order').permutation(outer + inner);
  const normals = streams.split('noise');
  const x = tensor([outer + inner, 2], new Float64Array(2 * (outer + inner)));
  const y = new Int32Array(outer + inner);
  order.forEach((i, row) => {
    const [px, py] = i < outer ? outerMoon(angle(i, outer)) : innerMoon(angle(i - outer, inner));
    x.data[2 * row] = px + noise * normals.normal();
    x.data[2 * row + 1] = py + noise * normals.normal();
    y[row] = i < outer ? 0 : 1;
  });
  return { x, y, classes: 2 };
}

function outerMoon(t: number): [x: number, y: number] {
  return [cos(t), sin(t)];
}

function innerMoon(t: number): [x: number, y: number] {
  return [1 - cos(t), 1 - sin(t) - 0.5];
}

/** Angle `i` of `n` in equal steps, both ends included. */
function angle(i: number, n: number): number {
  if (n === 1) return 0;
  return i === n - 1 ? Math.PI : i * (Math.PI / (n - 1));
}

function countsOf(samples: number | readonly [number, number]): readonly [outer: number, inner: number] {
  if (typeof samples === 'number') {
    requireOption(
      Number.isInteger(samples) && samples >= 2,
      'makeMoons: samples must be a whole number of at least 2',
      samples,
      'pass the number of points, e.g. 2000',
    );
    return [Math.floor(samples / 2), Math.ceil(samples / 2)];
  }
  requireOption(
    samples?.length === 2 && samples.every((count) => Number.isInteger(count) && count >= 1),
    'makeMoons: samples must be a whole number, or two of at least 1',
    samples,
    'pass e.g. 2000 or [1000, 1000]',
  );
  return samples;
}
