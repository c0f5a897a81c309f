// numbers and classes → Dataset → split → standardize → batches → fit

import { OptionError, ShapeError, requireOption } from '../errors';
import { showShape, type Tensor } from '../tensor/tensor';

/** Examples and their classes. Nothing in the library changes a dataset: each step gives a new one. */
export interface Dataset {
  /** One example a row: `(n, features)`, or images `(n, height, width, channels)`. */
  x: Tensor;
  /** The class of each example, in 0 … classes - 1: `(n)`. */
  y: Int32Array;
  /** How many classes there are, whether or not each of them occurs. */
  classes: number;
}

/**
 * Holds that a dataset can be learned from.
 *
 * @param who opens the messages
 * @throws ShapeError when x is not at least a matrix, is empty, or has not one row for each label
 * @throws OptionError when a number of x is not finite, or a label is not a class
 */
export function checkDataset({ x, y, classes }: Dataset, who: string): void {
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
  checkFinite(x, who);
}

/** Holds that labels are classes. @throws OptionError that names the first that is not; `who` opens the message */
export function checkLabels(y: ArrayLike<number>, classes: number, who: string): void {
  for (let row = 0; row < y.length; row++) {
    if (!(Number.isInteger(y[row]) && y[row] >= 0 && y[row] < classes)) {
      throw new OptionError(
        `${who}: labels must be whole numbers in [0, ${classes}), received ${y[row]} in row ${row}; number the classes from 0`,
      );
    }
  }
}

/** Holds that rows hold finite numbers. @throws OptionError that names row and column; `who` opens the message */
export function checkFinite(x: Tensor, who: string): void {
  const bad = x.data.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return;
  const columns = x.data.length / x.shape[0];
  const [row, column] = [Math.floor(bad / columns), bad % columns];
  throw new OptionError(
    `${who}: x must hold finite numbers, received ${x.data[bad]} in row ${row}, column ${column}; remove the row or fill in the value`,
  );
}
