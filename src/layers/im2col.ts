// x → im2col → a matrix with a window in each row, so that a convolution is one matrix product.

import { ShapeError } from '../errors';
import { empty, requireWhole, sameShape, showShape, type Matrix, type Shape, type Tensor } from '../tensor/tensor';
import type { SlidingWindow } from './sliding-window';

/**
 * Every window of every image as a row: what {@link SlidingWindow} covers at place `i, j`, row by row, with zeros for the
 * padding. A number stands in as many rows as there are windows over it: memory is the price of the speed
 * (Chellapilla, Puri and Simard 2006, "High performance convolutional neural networks for document processing").
 *
 * @param x `(n, height, width, channels)`
 * @returns `(n · places down · places across, window height · window width · channels)`
 * @throws ShapeError when the window does not fit into the image, or x has not a number for each element
 */
export function im2col(x: Tensor, window: SlidingWindow): Matrix {
  requireWhole(x, 'im2col');
  const [n, ...image] = x.shape;
  const [down, across] = window.over(image);
  const columns = empty([n * down.count * across.count, down.size * across.size * image[2]] as const);
  if (window.padding === 'same') columns.data.fill(0);
  eachRun(x.shape, window, (inX, inColumns, length) => {
    for (let k = 0; k < length; k++) columns.data[inColumns + k] = x.data[inX + k];
  });
  return columns;
}

/**
 * Backward through {@link im2col}: a number of an image gets the sum over all windows that it stood in.
 *
 * @param dColumns as the output of `im2col`
 * @param shape that of x, `(n, height, width, channels)`
 * @throws ShapeError when dColumns has not the shape that `im2col` gives for such an x
 */
export function col2im(dColumns: Matrix, shape: Shape, window: SlidingWindow): Tensor {
  const [down, across] = window.over(shape.slice(1));
  const due = [shape[0] * down.count * across.count, down.size * across.size * shape[3]];
  if (!sameShape(dColumns.shape, due)) {
    throw new ShapeError(
      `col2im: for images of shape ${showShape(shape)} the windows must be a matrix ${showShape(due)}, received ${showShape(dColumns.shape)}; give the gradient with respect to what im2col gives`,
    );
  }
  requireWhole(dColumns, 'col2im');
  const dx = empty(shape);
  dx.data.fill(0);
  eachRun(shape, window, (inX, inColumns, length) => {
    for (let k = 0; k < length; k++) dx.data[inX + k] += dColumns.data[inColumns + k];
  });
  return dx;
}

/**
 * Visits each row of each window, as far as it lies inside the image. Channels are innermost, so that these numbers are
 * neighbours both in the image and in the matrix.
 */
function eachRun(
  [n, height, width, channels]: Shape,
  window: SlidingWindow,
  visit: (inX: number, inColumns: number, length: number) => void,
): void {
  const [down, across] = window.over([height, width, channels]);
  let start = 0; // of the window's row in the matrix
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < down.count; i++) {
      for (let j = 0; j < across.count; j++) {
        const column = j * across.stride - across.before;
        const first = Math.max(column, 0);
        const end = Math.min(column + across.size, width);
        for (let p = 0; p < down.size; p++, start += across.size * channels) {
          const row = i * down.stride - down.before + p;
          if (row < 0 || row >= height) continue;
          visit(
            ((image * height + row) * width + first) * channels,
            start + (first - column) * channels,
            (end - first) * channels,
          );
        }
      }
    }
  }
}
