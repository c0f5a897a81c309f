// numbers → Tensor: the one container that flows through data, layers, losses and optimizers.

import { OptionError, received, ShapeError } from '../errors';
import { allocate, view } from './memory';
import { showShape, sizeOf, type Shape, type Tensor } from './shape';

export { sameShape, showShape, sizeOf, type Images, type Matrix, type Shape, type Tensor } from './shape';

function checkShape(shape: Shape, who = 'tensor'): void {
  if (!shape.every((length) => Number.isInteger(length) && length >= 0)) {
    throw new ShapeError(
      `${who}: every length of a shape must be a whole number of at least 0, received ${showShape(shape)}; check the sizes`,
    );
  }
}

/** Checks that there is a number for each element of the shape. @throws ShapeError; `who` opens the message */
export function requireWhole({ shape, data }: { shape: Shape; data: ArrayLike<number> }, who: string): void {
  if (data.length === sizeOf(shape)) return;
  throw new ShapeError(
    `${who}: shape ${showShape(shape)} holds ${sizeOf(shape)} numbers, received ${data.length}; give one for each element`,
  );
}

/**
 * A tensor of the given shape that holds a copy of `values`.
 *
 * @param shape lengths of the axes
 * @param values a flat list, row by row, or arrays that are nested as the shape says; the innermost may be a flat list of all axes
 * that are left
 * @throws ShapeError when the number of values is not the product of the shape, or arrays are nested in another way
 * @throws OptionError when a value is not a number
 *
 * @example `tensor([2, 2], [1, 2, 3, 4])`
 */
export function tensor<const S extends Shape>(shape: S, values: ArrayLike<number> | readonly unknown[]): Tensor<S> {
  checkShape(shape);
  const flat = Array.isArray(values) && values.some(isList) ? flattened(values, shape, '') : values;
  if (flat.length !== sizeOf(shape)) {
    throw new ShapeError(
      `tensor: shape ${showShape(shape)} holds ${sizeOf(shape)} values, received ${flat.length}; give one value for each element`,
    );
  }
  for (let i = 0; i < flat.length; i++) {
    if (typeof flat[i] !== 'number') {
      throw new OptionError(
        `tensor: every value must be a number, received ${received(flat[i])} at ${i}; ${howToConvert(flat[i])}`,
      );
    }
  }
  return { shape, data: Float64Array.from(flat as ArrayLike<number>) };
}

/** Number makes 0 of an empty text and of null, so it is no remedy for what is missing. */
function howToConvert(value: unknown): string {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
    return 'leave out the row with the missing value, or fill it in';
  if (typeof value === 'string' && Number.isNaN(Number(value)))
    return 'give each category a number, or better a column of its own with 0 and 1';
  return 'make a number of it with Number';
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** The values of nested arrays, row by row. @param at where these stand among all, e.g. `[0][2]` */
function flattened(values: ArrayLike<unknown>, axes: Shape, at: string): unknown[] {
  const list = Array.from(values);
  const nested = list.some(isList);
  const due = nested ? axes[0] : sizeOf(axes);
  if (list.length !== due || (nested && !(axes.length > 1 && list.every(isList)))) {
    throw new ShapeError(
      `tensor: arrays must be nested as the shape says, ${showShape(axes)} ${at ? `in ${at}` : 'in all'}, received ${list.length} ${nested ? 'rows' : 'values'}${nested && !list.every(isList) ? ', some of them numbers' : ''}; give rows of equal length, or one flat list`,
    );
  }
  return nested ? list.flatMap((row, i) => flattened(row as ArrayLike<unknown>, axes.slice(1), `${at}[${i}]`)) : list;
}

/** A tensor full of zeros, in memory of its own, to be kept. @throws ShapeError when a length is negative or not whole */
export function zeros<const S extends Shape>(shape: S): Tensor<S> {
  checkShape(shape);
  return { shape, data: new Float64Array(sizeOf(shape)) };
}

/**
 * A tensor whose values are still to be written. It may hold old numbers: for results that are written in full only. Made
 * during a training step, as the results of `matmul`, `softmax`, `keepMask` and all layers are, it is overwritten by the
 * next step: copy what you keep, or make it with {@link zeros}.
 *
 * @throws ShapeError when a length is negative or not whole
 */
export function empty<const S extends Shape>(shape: S): Tensor<S> {
  checkShape(shape);
  return allocate(shape, sizeOf(shape));
}

/**
 * The same numbers under another shape; nothing is copied.
 *
 * @throws ShapeError when the sizes differ, or a length is negative or not whole
 */
export function reshape<const S extends Shape>(t: Tensor, shape: S): Tensor<S> {
  checkShape(shape, 'reshape');
  if (sizeOf(shape) !== t.data.length) {
    throw new ShapeError(
      `reshape: ${showShape(t.shape)} holds ${t.data.length} values, received ${showShape(shape)}, which holds ${sizeOf(shape)}; keep the number of values`,
    );
  }
  return view(shape, t.data);
}

/** Rows and columns of a matrix. @throws ShapeError when the tensor has another rank, or not a number for each element; `who` opens the message */
export function matrixShape(t: Tensor, who: string): readonly [rows: number, columns: number] {
  if (t.shape.length !== 2) {
    throw new ShapeError(
      `${who}: a matrix (rows, columns) is needed, received shape ${showShape(t.shape)}; use Flatten or reshape first`,
    );
  }
  requireWhole(t, who);
  return t.shape as readonly [number, number];
}
