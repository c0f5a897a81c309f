// x, w → convolution → y, as one would write it by hand. Conv2D gives the same numbers faster, with im2col.

import { ShapeError } from '../errors';
import { requireWhole, showShape, sizeOf, zeros, type Images, type Tensor } from '../tensor/tensor';
import { SlidingWindow, type SlidingWindowOptions, type WindowAxis } from './sliding-window';

/**
 * The convolution of images with a kernel: `y[n, i, j, f]` is the sum of `x[n, i·stride + p, j·stride + q, c] · w[p, q, c, f]`
 * over the window `p, q` and the channels `c`. Strictly a cross-correlation: the kernel is not mirrored (Goodfellow et al.,
 * Deep Learning, 2016, section 9.1).
 *
 * @param x `(n, height, width, channels)`
 * @param w `(kernel height, kernel width, channels, filters)`
 * @returns `(n, output height, output width, filters)`
 * @throws ShapeError when the kernel has other channels than the images, or is larger
 */
export function convolve(x: Tensor, w: Tensor, options?: SlidingWindowOptions): Images {
  const { down, across } = places(x, w, options);
  const y = zeros([x.shape[0], down.count, across.count, w.shape[3]] as const);
  eachProduct(x, w, options, (inX, inW, inY) => (y.data[inY] += x.data[inX] * w.data[inW]));
  return y;
}

/**
 * Backward through {@link convolve}: each product `x · w` that was added to a `y` hands `dy · w` to its `x` and `x · dy` to
 * its `w`.
 *
 * @param dy `(n, output height, output width, filters)`
 * @returns `dx` as x, `dw` as w
 * @throws ShapeError when x and w do not fit, or `dy` has another number of values than the output
 */
export function convolveBackward(
  x: Tensor,
  w: Tensor,
  dy: Tensor,
  options?: SlidingWindowOptions,
): { dx: Tensor; dw: Tensor } {
  const { down, across } = places(x, w, options);
  const output = [x.shape[0], down.count, across.count, w.shape[3]];
  if (dy.data.length !== sizeOf(output)) {
    throw new ShapeError(
      `convolveBackward: dy must have a number for each output, received ${showShape(dy.shape)} for ${showShape(output)}; pass the gradient with respect to what convolve gives`,
    );
  }
  const dx = zeros(x.shape);
  const dw = zeros(w.shape);
  eachProduct(x, w, options, (inX, inW, inY) => {
    dx.data[inX] += dy.data[inY] * w.data[inW];
    dw.data[inW] += x.data[inX] * dy.data[inY];
  });
  return { dx, dw };
}

/** Visits all products of a convolution. Around the image x is 0, so nothing is to be added there. */
function eachProduct(
  x: Tensor,
  w: Tensor,
  options: SlidingWindowOptions | undefined,
  visit: (inX: number, inW: number, inY: number) => void,
): void {
  const [n, height, width, channels] = x.shape;
  const [kernelHeight, kernelWidth, , filters] = w.shape;
  const { down, across } = places(x, w, options);
  let inY = 0;
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < down.count; i++) {
      for (let j = 0; j < across.count; j++) {
        for (let f = 0; f < filters; f++, inY++) {
          for (let p = 0; p < kernelHeight; p++) {
            for (let q = 0; q < kernelWidth; q++) {
              const row = i * down.stride - down.before + p;
              const column = j * across.stride - across.before + q;
              if (row < 0 || row >= height || column < 0 || column >= width) continue;
              for (let c = 0; c < channels; c++) {
                const inX = ((image * height + row) * width + column) * channels + c;
                const inW = ((p * kernelWidth + q) * channels + c) * filters + f;
                visit(inX, inW, inY);
              }
            }
          }
        }
      }
    }
  }
}

/** Where the kernel stands on an image. @throws ShapeError when it does not fit */
function places(x: Tensor, w: Tensor, options?: SlidingWindowOptions): { down: WindowAxis; across: WindowAxis } {
  const [, ...image] = x.shape;
  const [height, width, channels] = w.shape;
  if (image.length !== 3 || w.shape.length !== 4 || channels !== image[2]) {
    throw new ShapeError(
      `convolve: images (n, height, width, channels) need a kernel (height, width, channels, filters) with as many channels, received ${showShape(x.shape)} and ${showShape(w.shape)}; reshape one of them`,
    );
  }
  requireWhole(x, 'convolve');
  requireWhole(w, 'convolve');
  const [down, across] = new SlidingWindow([height, width], options, 'convolve').over(image);
  return { down, across };
}
