// train.x → Standardizer → x with mean 0 and standard deviation 1 in every column

import { OptionError, ShapeError } from '../errors';
import { empty, matrixShape, type Matrix, type Tensor } from '../tensor/tensor';
import { checkFinite } from './dataset';
import type { Split } from './split';

/**
 * Shifts and scales each column by the mean and the standard deviation of the data it was fitted on.
 *
 * The conventions are scikit-learn's `StandardScaler`: the variance divides by n (not n - 1), and a constant column is
 * shifted only. A column counts as constant when its variance is no more than rounding can make of equal numbers.
 */
export class Standardizer {
  private constructor(
    /** Mean of each column. */
    readonly mean: Float64Array,
    /** Variance of each column, divided by n. */
    readonly variance: Float64Array,
    /** What each column is divided by: its standard deviation, or 1 when it is constant. */
    readonly scale: Float64Array,
  ) {}

  /**
   * Takes the statistics of `x`. Pass the training data alone: statistics of the test data are knowledge of it.
   *
   * @param x `(n, features)`
   * @throws ShapeError when x is not a matrix with at least one row
   * @throws OptionError when x holds NaN or Infinity, or numbers so large that the variance overflows
   */
  static fit(x: Tensor): Standardizer {
    const [n, features] = matrixShape(x, 'Standardizer');
    if (n === 0) {
      throw new ShapeError('Standardizer: at least one row is needed, received none; fit it on the training data');
    }
    checkFinite(x, 'Standardizer');
    const mean = new Float64Array(features);
    const variance = new Float64Array(features);
    const scale = new Float64Array(features);
    for (let j = 0; j < features; j++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += x.data[i * features + j];
      mean[j] = sum / n;
      let squares = 0;
      let rest = 0; // the deviations would sum to 0 if the mean were exact
      for (let i = 0; i < n; i++) {
        const deviation = x.data[i * features + j] - mean[j];
        squares += deviation * deviation;
        rest += deviation;
      }
      variance[j] = (squares - (rest * rest) / n) / n;
      if (!Number.isFinite(variance[j])) {
        throw new OptionError(
          `Standardizer: the variance of a column must be finite, received ${variance[j]} for column ${j}; divide the column by a large number first`,
        );
      }
      const error = n * Number.EPSILON * mean[j];
      const constant = variance[j] <= n * Number.EPSILON * variance[j] + error * error;
      scale[j] = constant ? 1 : Math.sqrt(variance[j]);
    }
    return new Standardizer(mean, variance, scale);
  }

  /** (x - mean) / scale, column by column: `(n, features)`. @throws ShapeError when x has other columns */
  transform(x: Tensor): Matrix {
    return this.columnwise(x, (value, j) => (value - this.mean[j]) / this.scale[j]);
  }

  /** Back to the original units: z · scale + mean, `(n, features)`. @throws ShapeError when z has other columns */
  inverse(z: Tensor): Matrix {
    return this.columnwise(z, (value, j) => value * this.scale[j] + this.mean[j]);
  }

  private columnwise(x: Tensor, change: (value: number, column: number) => number): Matrix {
    const [n, features] = matrixShape(x, 'Standardizer');
    if (features !== this.mean.length) {
      throw new ShapeError(
        `Standardizer: it was fitted on ${this.mean.length} columns, received ${features}; pass the same features in the same order`,
      );
    }
    const y = empty([n, features] as const);
    for (let i = 0; i < x.data.length; i++) y.data[i] = change(x.data[i], i % features);
    return y;
  }
}

/**
 * All three parts standardized with the statistics of the training part alone: each column `(x - mean) / scale`. See
 * {@link Standardizer}.
 *
 * @returns the same rows and labels, x `(n, features)` with mean 0 and standard deviation 1 on the training part
 * @throws ShapeError when x is not a matrix, as images are not, or there is nothing to train on
 * @throws OptionError when a number of the training part is not finite
 */
export function standardize({ train, validation, test }: Split): Split {
  const standardizer = Standardizer.fit(train.x);
  return {
    train: { ...train, x: standardizer.transform(train.x) },
    validation: { ...validation, x: standardizer.transform(validation.x) },
    test: { ...test, x: standardizer.transform(test.x) },
  };
}
