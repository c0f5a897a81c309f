// What a tensor is: a shape, and a number for each place in it.

/** Sizes along each axis, e.g. `[64, 20]` for a batch of 64 examples with 20 features. */
export type Shape = readonly number[];

/**
 * Numbers with a shape: float64, row-major, contiguous. Element `[i, j]` of a matrix with `n` columns is
 * `data[i * n + j]`.
 */
export interface Tensor<S extends Shape = Shape> {
  readonly shape: S;
  data: Float64Array;
}

/** `[rows, columns]`. */
export type Matrix = Tensor<readonly [rows: number, columns: number]>;

/** `[n, height, width, channels]`, as in Keras. */
export type Images = Tensor<readonly [n: number, height: number, width: number, channels: number]>;

/** How many numbers a shape holds; 1 for the empty shape. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** A shape as it is written in messages, e.g. `(64, 20)`. */
export function showShape(shape: Shape): string {
  return `(${shape.join(', ')})`;
}

/** Whether two shapes are the same, axis by axis. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
