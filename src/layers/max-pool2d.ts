// x → MaxPool2D → the largest number of each window: smaller images that keep what was found, not where exactly.

import { requireKnownNames, ShapeError } from '../errors';
import type { WindowNumbers } from '../tensor/compiled-loops';
import { loops } from '../tensor/loops';
import type { Rng } from '../tensor/random';
import { empty, requireWhole, sameShape, showShape, type Images, type Shape, type Tensor } from '../tensor/tensor';
import { Layer } from './layer';
import { SlidingWindow, type Size2D, type SlidingWindowOptions } from './sliding-window';

/** Options of {@link MaxPool2D}. */
export interface MaxPool2DOptions extends SlidingWindowOptions {
  /** Steps from one window to the next (default: the size of the window, so that windows do not overlap). */
  strides?: Size2D;
}

/**
 * The maximum of each window, channel by channel (Ranzato et al. 2007); sizes as in Keras. Padding never is the maximum. The
 * gradient goes to the place of the maximum; of equal ones to the first, row by row, as in PyTorch.
 *
 * @param poolSize height and width of the window (default 2)
 * @throws OptionError when `poolSize` or `strides` are not whole numbers of at least 1, or an option is unknown
 */
export class MaxPool2D extends Layer {
  override readonly type = 'MaxPool2D';
  readonly window: SlidingWindow;
  private image?: Shape;
  private last?: { shape: Images['shape']; places: Tensor };

  constructor(poolSize: Size2D = 2, options: MaxPool2DOptions = {}) {
    super();
    requireKnownNames(options, ['strides', 'padding'], 'MaxPool2D');
    const { strides = poolSize, padding } = options;
    this.window = new SlidingWindow(poolSize, { strides, padding }, 'MaxPool2D');
  }

  override build(inputShape: Shape, _rng?: Rng): Shape {
    const [down, across] = this.window.over(inputShape);
    this.image = inputShape;
    return [down.count, across.count, inputShape[2]];
  }

  override forward(x: Tensor): Images {
    const image = this.need(this.image, 'build');
    if (!sameShape(x.shape.slice(1), image)) {
      throw new ShapeError(
        `MaxPool2D: built for images of shape ${showShape(image)}, received ${showShape(x.shape)}; give the shape that inputShape says`,
      );
    }
    requireWhole(x, 'MaxPool2D');
    const [n, height, width, channels] = (x as Images).shape;
    const [down, across] = this.window.over(image);
    const y = empty([n, down.count, across.count, channels] as const); // (batch, output height, output width, channels)
    const places = empty(y.shape); // as y: where in x each maximum stands
    const rowStep = width * channels;
    let to = 0;
    for (let example = 0; example < n; example++) {
      for (let i = 0; i < down.count; i++) {
        const top = Math.max(i * down.stride - down.before, 0);
        const rows = Math.min(i * down.stride - down.before + down.size, height) - top;
        for (let j = 0; j < across.count; j++, to += channels) {
          const left = Math.max(j * across.stride - across.before, 0);
          const columns = Math.min(j * across.stride - across.before + across.size, width) - left;
          const first = ((example * height + top) * width + left) * channels;
          maxOfWindow(x, { first, rows, columns, rowStep, channels }, y, places, to);
        }
      }
    }
    this.last = { shape: [n, height, width, channels], places };
    return y;
  }

  override backward(dy: Tensor): Images {
    const { shape, places } = this.need(this.last, 'forward');
    this.needGradient(dy, places.shape);
    const dx = empty(shape); // as x
    dx.data.fill(0);
    if (loops.current.addAtPlaces?.(places.data, dy.data, dx.data)) return dx; // the same, compiled
    for (let i = 0; i < dy.data.length; i++) dx.data[places.data[i]] += dy.data[i];
    return dx;
  }

  override config(): Record<string, unknown> {
    const { size, strides, padding } = this.window;
    return { poolSize: size, strides, padding };
  }
}

/** y, places ← the maximum of a window for each channel, and where in x it stands, from element `to` on. */
function maxOfWindow(x: Tensor, window: WindowNumbers, y: Tensor, places: Tensor, to: number): void {
  if (loops.current.maxOfWindow?.(x.data, window, y.data, places.data, to)) return; // the same, compiled
  const { first, rows, columns, rowStep, channels } = window;
  for (let c = 0; c < channels; c++) {
    let place = first + c;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const at = first + c + row * rowStep + column * channels;
        if (x.data[at] > x.data[place] || Number.isNaN(x.data[at])) place = at; // NaN stays NaN: a fault is not hidden
      }
    }
    y.data[to + c] = x.data[place];
    places.data[to + c] = place;
  }
}
