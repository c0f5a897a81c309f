// class → strokes, jitter, slant, thickness, noise → makeDigits: as many handwritten digits as one likes.

import { requireKnownNames, requireOption } from '../errors';
import { cos, sin } from '../tensor/math';
import { requireRng, type Rng } from '../tensor/random';
import type { ByteImages, Dataset } from './dataset';
import { digitStrokes, type Point, type Stroke } from './digit-strokes';
import { drawStroke } from './draw-stroke';

/** Options of {@link makeDigits}. */
export interface DigitsOptions {
  /** How many images. */
  samples: number;
  /** Height and width of an image in pixels, at least 8 (default 28, as MNIST). */
  size?: number;
  /** The images depend on its seed only; fewer samples are the first of more. */
  rng: Rng;
}

const white = 255;
const tapeLength = 2 ** 16;

/**
 * Images of digits, drawn as a hand would: strokes whose points are off, slanted, turned, stretched, shifted, thick or thin,
 * with stray marks, on noisy paper. Each of the 10 classes is equally likely. They are no handwriting of people: figures on
 * them say how methods compare, not how well digits can be read.
 *
 * Draws, each from its own stream `rng.split('makeDigits').split(…)`: 'labels' one integer an image · 'strokes' all about
 * the drawing, image by image · 'noise' 65,536 normals once, then for each image where it begins to read them.
 *
 * @returns x `(samples, size, size, 1)`, bytes from 0 (paper) to 255 (ink), which become numbers from 0 to 1
 * @throws OptionError when samples is not a whole number of at least 1, or size of at least 8, or an option is unknown
 */
export function makeDigits(options: DigitsOptions): Dataset<ByteImages> {
  requireKnownNames(options, ['samples', 'size', 'rng'], 'makeDigits');
  const { samples, size = 28, rng } = options;
  requireOption(
    Number.isInteger(samples) && samples >= 1,
    'makeDigits: samples must be a whole number of at least 1',
    samples,
    'pass e.g. 2000',
  );
  requireOption(
    Number.isInteger(size) && size >= 8,
    'makeDigits: size must be a whole number of at least 8',
    size,
    'leave it out for 28',
  );
  requireRng(rng, 'makeDigits');
  const streams = rng.split('makeDigits');
  const [labels, strokes, noise] = ['labels', 'strokes', 'noise'].map((name) => streams.split(name));
  const tape = Float64Array.from({ length: tapeLength }, noise.normal);

  const classes = digitStrokes.length;
  const data = new Uint8Array(samples * size * size);
  const y = new Int32Array(samples).map(() => labels.integer(classes));
  const ink = new Float64Array(size * size);
  for (let i = 0; i < samples; i++) {
    draw(ink.fill(0), size, y[i], strokes);
    const start = noise.integer(tapeLength);
    const roughness = 0.12 * strokes.uniform();
    for (let k = 0; k < ink.length; k++) {
      const value = ink[k] + roughness * tape[(start + k) % tapeLength];
      data[i * ink.length + k] = Math.round(white * Math.min(Math.max(value, 0), 1));
    }
  }
  return { x: { shape: [samples, size, size, 1], data, white }, y, classes };
}

/** One digit, as this hand writes it this time. */
function draw(ink: Float64Array, size: number, label: number, rng: Rng): void {
  const ways = digitStrokes[label];
  const thickness = size * (0.05 + 0.06 * rng.uniform());
  const place = placement(size, rng);
  for (const stroke of ways[rng.integer(ways.length)]) drawStroke(ink, size, place(stroke), thickness);
  for (let marks = rng.integer(3); marks > 0; marks--) {
    const from: Point = [rng.uniform() * size, rng.uniform() * size];
    const to: Point = [from[0] + 0.12 * size * rng.normal(), from[1] + 0.12 * size * rng.normal()];
    drawStroke(ink, size, [from, to], thickness);
  }
  const strength = 0.75 + 0.25 * rng.uniform();
  for (let k = 0; k < ink.length; k++) ink[k] *= strength;
}

/** Unit square → pixels: the same turn, slant, stretch and shift for all strokes of a digit, and some jitter for each point. */
function placement(size: number, rng: Rng): (stroke: Stroke) => Stroke {
  const [width, height] = [0.85 + 0.1 * rng.normal(), 0.85 + 0.08 * rng.normal()];
  const slant = 0.22 * rng.normal();
  const angle = 0.1 * rng.normal();
  const [right, down] = [0.5 + 0.05 * rng.normal(), 0.5 + 0.05 * rng.normal()];
  const [c, s] = [cos(angle), sin(angle)];
  return (stroke) =>
    stroke.map(([x, y]) => {
      const v = height * (y - 0.5 + 0.03 * rng.normal());
      const u = width * (x - 0.5 + 0.03 * rng.normal()) - slant * v;
      return [size * (right + c * u - s * v), size * (down + s * u + c * v)];
    });
}
