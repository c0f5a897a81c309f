// images → a grid of them, each with a caption

import type { Dataset, Inputs } from '../data/dataset';
import { gatherRows } from '../data/rows';
import { requireKnownNames, requireOption, ShapeError } from '../errors';
import { showShape } from '../tensor/tensor';
import { figure, type Figure, type TitleOptions } from './figure';
import { list } from './format';

/** Options of {@link imageGrid}. */
export interface ImageGridOptions extends TitleOptions {
  /** How many images stand side by side (default 10). */
  columns?: number;
  /** How many rows there are at most (default 2). */
  rows?: number;
  /** What stands below each image (default its class). */
  captions?: readonly (string | number)[];
}

const gap = 2; // pixels between images
const captionRoom = 5; // pixels of an image's own size 28; larger for larger ones

/**
 * Draws the first images of a dataset: dark on light, whatever the page. To draw others, pick them first.
 *
 * @param data images `(n, height, width, 1)`, numbers from 0 (paper) to 1 (ink) or bytes
 * @throws ShapeError when they are no images of one channel
 * @throws OptionError when there is not a caption for each image that is drawn
 *
 * @example `show(imageGrid(makeDigits({ samples: 20, rng })))`
 */
export function imageGrid({ x, y }: Dataset<Inputs>, options: ImageGridOptions = {}): Figure {
  requireKnownNames(options, ['title', 'columns', 'rows', 'captions'], 'imageGrid');
  const { columns = 10, rows = 2 } = options;
  const [n, height, width, channels] = x.shape;
  if (x.shape.length !== 4 || channels !== 1) {
    throw new ShapeError(
      `imageGrid: images must have the shape (n, height, width, 1), received ${showShape(x.shape)}; reshape them`,
    );
  }
  const count = Math.min(n, rows * columns);
  const captions = options.captions ?? Array.from(y.subarray(0, count));
  requireOption(
    captions.length >= count,
    `imageGrid: each of ${count} images must have its caption`,
    captions.length,
    'give one for each, or leave them out',
  );

  const room = Math.ceil((captionRoom * height) / 28) + 2;
  const [down, across] = [height + room + gap, width + gap]; // from one image to the next
  const usedRows = Math.ceil(count / columns);
  const z = mosaic(x, count, columns, down, across);
  const annotations = Array.from({ length: count }, (_, i) => ({
    text: String(captions[i]),
    x: (i % columns) * across + (width - 1) / 2,
    y: Math.floor(i / columns) * down + height + room / 2 - 0.5,
    showarrow: false,
  }));
  return figure(
    [{ type: 'heatmap', z, zmin: 0, zmax: 255, colorscale: [[0, '#FFFFFF'], [1, '#101010']], showscale: false, hoverinfo: 'skip' }], // prettier-ignore
    {
      title: options.title ?? `${count} of ${n} images, ${height} × ${width} pixels`,
      alt: `${count} images of ${height} × ${width} pixels in rows of ${columns}, with the captions ${list(captions.slice(0, count).map(String))}.`,
      height: 2 * Math.round(30 + (350 / (columns * across)) * usedRows * down), // even: a picture of 1.5 times the size has whole pixels
      layout: {
        annotations,
        xaxis: { visible: false, constrain: 'domain' },
        yaxis: { visible: false, autorange: 'reversed', scaleanchor: 'x', constrain: 'domain' },
      },
    },
  );
}

/** The pixels of the first images, row by row, from 0 to 255, and null between them. */
function mosaic(x: Inputs, count: number, columns: number, down: number, across: number): (number | null)[][] {
  const [, height, width] = x.shape;
  const first = Array.from({ length: count }, (_, i) => i);
  const pixels = gatherRows(x, first).data; // (count, height, width, 1)
  return Array.from({ length: Math.ceil(count / columns) * down }, (_, row) =>
    Array.from({ length: columns * across }, (_, column) => {
      const i = Math.floor(row / down) * columns + Math.floor(column / across);
      const inside = i < count && row % down < height && column % across < width;
      return inside ? Math.round(255 * pixels[(i * height + (row % down)) * width + (column % across)]) : null;
    }),
  );
}
