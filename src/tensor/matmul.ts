// x, w → x·w: the one operation that takes nearly all the time of training.

import { OptionError, ShapeError } from '../errors';
import { loops } from './loops';
import { overlap } from './overlap';
import { empty, matrixShape, reshape, showShape, type Matrix, type Tensor } from './tensor';

/** Options of {@link matmul}. */
export interface MatmulOptions {
  /** Use the transpose of `a` (default false). Nothing is copied. */
  transposeA?: boolean;
  /** Use the transpose of `b` (default false). Nothing is copied. */
  transposeB?: boolean;
  /** Whose values to overwrite with the product, of any shape of `m · n` values; sharing no memory with `a` or `b` (default a new tensor). */
  into?: Tensor;
}

/**
 * The matrix product: element `[i, j]` is the sum over `k` of `a[i, k] · b[k, j]`, added in the order of `k`.
 *
 * @param a `(m, k)`, or `(k, m)` with `transposeA`
 * @param b `(k, n)`, or `(n, k)` with `transposeB`
 * @returns `(m, n)`; made during a training step, it is overwritten by the next: copy what you keep
 * @throws ShapeError when the inner sizes differ, or `into` has another number of values
 * @throws OptionError when `into` shares memory with an operand: numbers would be overwritten before they are read
 */
export function matmul(
  a: Tensor,
  b: Tensor,
  { transposeA = false, transposeB = false, into }: MatmulOptions = {},
): Matrix {
  const [aRows, aColumns] = matrixShape(a, 'matmul');
  const [bRows, bColumns] = matrixShape(b, 'matmul');
  const [m, k] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [inner, n] = transposeB ? [bColumns, bRows] : [bRows, bColumns];
  if (k !== inner) {
    throw new ShapeError(
      `matmul: the columns of a must be as many as the rows of b, received ${showShape([m, k])} and ${showShape([inner, n])}; transpose or reshape one of them`,
    );
  }
  if (into) checkInto(into, m * n, a, b);
  const y: Matrix = into ? reshape(into, [m, n] as const) : empty([m, n] as const); // (m, n)
  if (!loops.current.multiply?.(m, n, k, a.data, transposeA, b.data, transposeB, y.data)) {
    multiply(m, n, k, a.data, transposeA, b.data, transposeB, y.data);
  }
  return y;
}

function checkInto(into: Tensor, size: number, a: Tensor, b: Tensor): void {
  if (into.data.length !== size) {
    throw new ShapeError(
      `matmul: into must hold the ${size} values of the product, received ${showShape(into.shape)}; check the sizes`,
    );
  }
  if (overlap(into.data, a.data) || overlap(into.data, b.data)) {
    throw new OptionError(
      'matmul: into must share no memory with a and b, received a part of one of them; leave it out',
    );
  }
}

/**
 * The product as one would write it by hand: the reference that every faster one must equal to the bit. Floating-point
 * addition is not associative, so "equal" means the same order: each element starts at 0 and adds its products in the
 * order of `k`.
 */
export function multiply(
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  transposeA: boolean,
  b: Float64Array,
  transposeB: boolean,
  y: Float64Array,
): void {
  const [aRow, aColumn] = transposeA ? [1, m] : [k, 1]; // steps in memory from one row, one column of a to the next
  const [bRow, bColumn] = transposeB ? [1, k] : [n, 1];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += a[i * aRow + p * aColumn] * b[p * bRow + j * bColumn];
      y[i * n + j] = sum;
    }
  }
}
