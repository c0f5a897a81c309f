// numbers and classes → Dataset → split → standardize → batches → fit

import { OptionError, ShapeError, requireOption } from '../errors';
import { requireClassNumbers } from '../tensor/labels';
import { showShape, sizeOf, type Images, type Tensor } from '../tensor/tensor';

/**
 * Images as they are stored: a byte a pixel, an eighth of the memory of a {@link Tensor}. They become numbers batch by
 * batch, where they are picked out for the network.
 */
export interface ByteImages {
  /** `(n, height, width, channels)` */
  readonly shape: Images['shape'];
  /** Image by image, row by row. */
  readonly data: Uint8Array;
  /** The byte that stands for 1: a pixel of the network is `byte / white`. */
  readonly white: number;
}

/** What a network can be given, example by example. */
export type Inputs = Tensor | ByteImages;

/** Examples and their classes. Nothing in the library changes a dataset: each step gives a new one. */
export interface Dataset<X extends Inputs = Tensor> {
  /** One example a row: `(n, features)`, or images `(n, height, width, channels)`. */
  x: X;
  /** The class of each example, in 0 … classes - 1: `(n)`. */
  y: Int32Array;
  /** How many classes there are, whether or not each of them occurs. */
  classes: number;
}

/**
 * Checks that a dataset can be learned from.
 *
 * @param who opens the messages
 * @throws ShapeError when x is not at least a matrix, is empty, has not one row for each label, or not as many numbers (or
 * bytes) as its shape says
 * @throws OptionError when a number of x is not finite, the labels are no Int32Array, or one is not a class
 */
export function checkDataset({ x, y, classes }: Dataset<Inputs>, who: string): void {
  const n = x.shape[0];
  if (x.shape.length < 2) {
    throw new ShapeError(
      `${who}: x must have a row for each example, received shape ${showShape(x.shape)}; give it the shape (examples, features)`,
    );
  }
  if (x.data.length === 0) {
    throw new ShapeError(
      `${who}: a dataset needs at least one example and one feature, received shape ${showShape(x.shape)}; check how it was made`,
    );
  }
  requireClassNumbers(y, `${who}: the labels y of a dataset`);
  if (y.length !== n) {
    throw new ShapeError(
      `${who}: every row of x needs its label, received ${n} rows and ${y.length} labels; give one label a row`,
    );
  }
  requireOption(
    Number.isInteger(classes) && classes >= 2,
    `${who}: classes must be a whole number of at least 2`,
    classes,
    'give the number of classes',
  );
  checkLabels(y, classes, who);
  checkSize(x, who);
  if (!isBytes(x)) return checkFinite(x, who);
  requireOption(
    Number.isFinite(x.white) && x.white > 0 && x.white <= 255,
    `${who}: white must be the byte that stands for 1, in (0, 255]`,
    x.white,
    'pass e.g. 255',
  );
}

/** Whether inputs are {@link ByteImages}. */
export function isBytes(x: Inputs): x is ByteImages {
  return 'white' in x;
}

function checkSize(x: Inputs, who: string): void {
  const what = isBytes(x) ? 'bytes' : 'numbers';
  if (x.data.length !== sizeOf(x.shape)) {
    throw new ShapeError(
      `${who}: shape ${showShape(x.shape)} holds ${sizeOf(x.shape)} ${what}, received ${x.data.length} ${what}; give one for each element`,
    );
  }
}

/** Checks that labels are classes. @throws OptionError that names the first that is not; `who` opens the message */
export function checkLabels(y: ArrayLike<number>, classes: number, who: string): void {
  for (let row = 0; row < y.length; row++) {
    if (!(Number.isInteger(y[row]) && y[row] >= 0 && y[row] < classes)) {
      throw new OptionError(
        `${who}: labels must be whole numbers in [0, ${classes}), received ${y[row]} in row ${row}; number the classes 0 to ${classes - 1}, or correct how many classes there are`,
      );
    }
  }
}

/** Checks that rows hold finite numbers. @throws OptionError that names row and column; `who` opens the message, `name` follows */
export function checkFinite(rows: Tensor, who: string, name = 'x'): void {
  const bad = rows.data.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return;
  const columns = rows.data.length / rows.shape[0];
  const [row, column] = [Math.floor(bad / columns), bad % columns];
  throw new OptionError(
    `${who}: ${name} must hold finite numbers, received ${rows.data[bad]} in row ${row}, column ${column}; leave that example out, with its label, or fill in the value`,
  );
}
