// x → GlobalAveragePool2D → the mean of each channel: one row of numbers for each image, whatever its size.

import { ShapeError } from '../errors';
import type { Rng } from '../tensor/random';
import { empty, requireWhole, showShape, type Images, type Matrix, type Shape, type Tensor } from '../tensor/tensor';
import { Layer } from './layer';

/** The mean over height and width (Lin, Chen and Yan 2014): `(batch, height, width, channels)` to `(batch, channels)`. */
export class GlobalAveragePool2D extends Layer {
  override readonly type = 'GlobalAveragePool2D';
  private shape?: Images['shape'];

  override build(inputShape: Shape, _rng?: Rng): Shape {
    if (inputShape.length !== 3) throw new ShapeError(noImage(inputShape));
    return [inputShape[2]];
  }

  override forward(x: Tensor): Matrix {
    if (x.shape.length !== 4) throw new ShapeError(noImage(x.shape.slice(1)));
    requireWhole(x, 'GlobalAveragePool2D');
    const [n, height, width, channels] = (this.shape = x.shape as Images['shape']);
    const size = height * width;
    const y = empty([n, channels] as const); // (batch, channels)
    y.data.fill(0);
    for (let image = 0, at = 0; image < n; image++) {
      for (let place = 0; place < size; place++) {
        for (let c = 0; c < channels; c++) y.data[image * channels + c] += x.data[at++];
      }
    }
    for (let i = 0; i < y.data.length; i++) y.data[i] /= size;
    return y;
  }

  override backward(dy: Tensor): Images {
    const [n, height, width, channels] = this.need(this.shape, 'forward');
    this.needGradient(dy, [n, channels]);
    const size = height * width;
    const dx = empty([n, height, width, channels] as const); // as x
    for (let image = 0, at = 0; image < n; image++) {
      for (let place = 0; place < size; place++) {
        for (let c = 0; c < channels; c++) dx.data[at++] = dy.data[image * channels + c] / size;
      }
    }
    return dx;
  }

  override config(): Record<string, unknown> {
    return {};
  }
}

function noImage(shape: Shape): string {
  return `GlobalAveragePool2D: one example must be an image (height, width, channels), received shape ${showShape(shape)}; put it after Conv2D or MaxPool2D`;
}
