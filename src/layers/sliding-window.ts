// size, strides, padding → where a window stands on an image: what Conv2D and MaxPool2D share.

import { requireKnownNames, requireOption, ShapeError } from '../errors';
import { showShape, type Shape } from '../tensor/tensor';

/** The same length for both axes, or `[height, width]`. */
export type Size2D = number | readonly [height: number, width: number];

/** How a window slides over an image. */
export interface SlidingWindowOptions {
  /** Steps from one place to the next (default 1). */
  strides?: Size2D;
  /** `valid`: no window leaves the image (default). `same`: with stride 1 the output is as large as the image. */
  padding?: 'valid' | 'same';
}

/** The places of a window along one axis: place `i` begins at `i · stride - before`. */
export interface WindowAxis {
  readonly size: number;
  readonly stride: number;
  /** Padding before the first number of the image; what lies behind the last follows from the rest. */
  readonly before: number;
  /** How many places there are. */
  readonly count: number;
}

/** A window that slides over images `(height, width, channels)`, with the sizes of Keras and TensorFlow. */
export class SlidingWindow {
  readonly size: readonly [height: number, width: number];
  readonly strides: readonly [height: number, width: number];
  readonly padding: 'valid' | 'same';

  /**
   * @param size height and width of the window
   * @param who opens the messages
   * @throws OptionError when a length is not a whole number of at least 1, or there is no such padding or option
   */
  constructor(
    size: Size2D,
    options: SlidingWindowOptions = {},
    private readonly who = 'SlidingWindow',
  ) {
    requireKnownNames(options, ['strides', 'padding'], who);
    const { strides = 1, padding = 'valid' } = options;
    this.size = pair(size, `${who}: the size of the window`);
    this.strides = pair(strides, `${who}: strides`);
    requireOption(
      padding === 'valid' || padding === 'same',
      `${who}: padding must be 'valid' or 'same'`,
      padding,
      "leave it out for 'valid'",
    );
    this.padding = padding;
  }

  /**
   * Its places on an image. `valid` has ⌊(length - size) / stride⌋ + 1 of them along an axis, `same` has ⌈length / stride⌉;
   * of the padding that this takes, an odd one goes to the bottom and to the right.
   *
   * @param image `(height, width, channels)`
   * @throws ShapeError when this is no image, or the window is larger
   */
  over(image: Shape): readonly [height: WindowAxis, width: WindowAxis] {
    if (image.length !== 3) {
      throw new ShapeError(
        `${this.who}: an image must have the shape (height, width, channels), received ${showShape(image)}; check inputShape`,
      );
    }
    const axes = [this.along(0, image[0]), this.along(1, image[1])] as const;
    if (axes.some(({ count }) => count < 1)) {
      throw new ShapeError(
        `${this.who}: the window must fit into the image, received a window of ${showShape(this.size)} and an image of ${showShape(image)}; make it smaller or use padding 'same'`,
      );
    }
    return axes;
  }

  private along(axis: 0 | 1, length: number): WindowAxis {
    const [size, stride] = [this.size[axis], this.strides[axis]];
    if (this.padding === 'valid') return { size, stride, before: 0, count: Math.floor((length - size) / stride) + 1 };
    const count = Math.ceil(length / stride);
    const missing = Math.max((count - 1) * stride + size - length, 0);
    return { size, stride, before: Math.floor(missing / 2), count };
  }
}

function pair(size: Size2D, what: string): readonly [number, number] {
  const both = typeof size === 'number' ? [size, size] : size;
  const holds =
    Array.isArray(both) && both.length === 2 && both.every((length) => Number.isInteger(length) && length >= 1);
  requireOption(holds, `${what} must be a whole number of at least 1, or two`, size, 'pass e.g. 3 or [3, 3]');
  return both as [number, number];
}
