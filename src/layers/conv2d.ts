// x → Conv2D → y: a small Dense that looks through a window, and the window slides over the image.

import { requireKnownNames, requireOption, ShapeError } from '../errors';
import type { Regularizer } from '../regularizers/regularizer';
import { matmul } from '../tensor/matmul';
import type { Rng } from '../tensor/random';
import {
  reshape,
  sameShape,
  showShape,
  zeros,
  type Images,
  type Matrix,
  type Shape,
  type Tensor,
} from '../tensor/tensor';
import { addToRows, checkKernelOptions, noActivation, sumRows } from './dense';
import { col2im, im2col } from './im2col';
import { heNormal, type Initializer } from './initializers';
import { Layer, type Parameter } from './layer';
import { SlidingWindow, type Size2D, type SlidingWindowOptions } from './sliding-window';

/** Options of {@link Conv2D}. */
export interface Conv2DOptions extends SlidingWindowOptions {
  /** The penalty on the kernel (default none). The bias is never regularized. */
  kernelRegularizer?: Regularizer;
  /** Whether to add a bias (default true). */
  useBias?: boolean;
  /** Draws the initial kernel (default {@link heNormal}); the bias starts at 0. */
  initializer?: Initializer;
}

const names = ['strides', 'padding', 'kernelRegularizer', 'useBias', 'initializer'];

/**
 * A convolution of images `(batch, height, width, channels)` with the kernel `w` of shape `(kernel height, kernel width,
 * channels, filters)` and the bias `b` of `(filters)` (LeCun et al. 1989; axes, padding and strides as in Keras). It has no
 * activation: ReLU is a layer of its own.
 *
 * The definition are the plain loops of {@link convolve}. Here the same sums are one matrix product: {@link im2col} writes
 * each window as a row, and rows · kernel is what a {@link Dense} computes.
 *
 * @param filters how many channels come out, at least 1
 * @param kernelSize height and width of the window
 * @throws OptionError when `filters`, `kernelSize` or `strides` are not whole numbers of at least 1, or an option is unknown
 */
export class Conv2D extends Layer {
  override readonly type = 'Conv2D';
  readonly window: SlidingWindow;
  private image?: Shape;
  private output?: Shape;
  private kernel?: Parameter;
  private bias?: Parameter;
  private last?: { columns: Matrix; batch: number };

  constructor(
    readonly filters: number,
    kernelSize: Size2D,
    private readonly options: Conv2DOptions = {},
  ) {
    super();
    requireKnownNames(options, names, 'Conv2D', noActivation);
    checkKernelOptions(options, 'Conv2D');
    requireOption(
      Number.isInteger(filters) && filters >= 1,
      'Conv2D: filters must be a whole number of at least 1',
      filters,
      'pass e.g. 32',
    );
    const { strides, padding } = options;
    this.window = new SlidingWindow(kernelSize, { strides, padding }, 'Conv2D');
  }

  override build(inputShape: Shape, rng: Rng): Shape {
    const [down, across] = this.window.over(inputShape);
    const shape = [...this.window.size, inputShape[2], this.filters]; // (kernel height, kernel width, channels, filters)
    const { kernelRegularizer: regularizer, useBias = true, initializer = heNormal } = this.options;
    this.kernel = { name: 'kernel', value: zeros(shape), grad: zeros(shape), regularizer };
    const w = this.kernel.value.data;
    const places = this.window.size[0] * this.window.size[1];
    for (let i = 0; i < w.length; i++) w[i] = initializer(places * inputShape[2], places * this.filters, rng);
    if (useBias) this.bias = { name: 'bias', value: zeros([this.filters]), grad: zeros([this.filters]), decay: false };
    this.parameters = this.bias ? [this.kernel, this.bias] : [this.kernel];
    this.image = inputShape;
    this.output = [down.count, across.count, this.filters];
    return this.output;
  }

  override forward(x: Tensor): Images {
    const w = asMatrix(this.need(this.kernel, 'build').value); // (kernel height · kernel width · channels, filters)
    const image = this.need(this.image, 'build');
    if (!sameShape(x.shape.slice(1), image)) {
      throw new ShapeError(
        `Conv2D: built for images of shape ${showShape(image)}, received ${showShape(x.shape)}; give the shape that inputShape says`,
      );
    }
    const columns = im2col(x, this.window); // (batch · places, kernel height · kernel width · channels)
    this.last = { columns, batch: x.shape[0] };
    const y = matmul(columns, w); // (batch · places, filters)
    if (this.bias) addToRows(y, this.bias.value);
    return reshape(y, [x.shape[0], ...this.output!]) as Images; // (batch, output height, output width, filters)
  }

  override backward(dy: Tensor): Tensor {
    const w = asMatrix(this.need(this.kernel, 'build').value); // (kernel height · kernel width · channels, filters)
    const { columns, batch } = this.need(this.last, 'forward');
    this.backwardParameters(dy);
    const dRows = reshape(dy, [columns.shape[0], this.filters] as const); // (batch · places, filters)
    const dColumns = matmul(dRows, w, { transposeB: true }); // (batch · places, kernel height · kernel width · channels)
    return col2im(dColumns, [batch, ...this.image!], this.window); // as x
  }

  override backwardParameters(dy: Tensor): void {
    const { grad: dw } = this.need(this.kernel, 'build');
    const { columns } = this.need(this.last, 'forward');
    const dRows = reshape(dy, [columns.shape[0], this.filters] as const); // (batch · places, filters)
    matmul(columns, dRows, { transposeA: true, into: dw }); // as w
    if (this.bias) sumRows(dRows, this.bias.grad); // (filters)
  }

  override config(): Record<string, unknown> {
    const { kernelRegularizer, useBias = true } = this.options;
    const { size, strides, padding } = this.window;
    return {
      filters: this.filters,
      kernelSize: size,
      strides,
      padding,
      useBias,
      kernelRegularizer: kernelRegularizer?.config,
    };
  }
}

/** A kernel as the matrix that a row of `im2col` is multiplied with: the same numbers, the window's axes in one. */
function asMatrix(kernel: Tensor): Matrix {
  const filters = kernel.shape[3];
  return reshape(kernel, [kernel.data.length / filters, filters] as const);
}
