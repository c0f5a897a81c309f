// x → Flatten → rows: each example as one row of numbers, for a Dense after images.

import type { Rng } from '../tensor/random';
import { reshape, sizeOf, type Matrix, type Shape, type Tensor } from '../tensor/tensor';
import { Layer } from './layer';

/** Gives `(batch, height · width · channels)` for images, row-major: the same numbers under another shape. */
export class Flatten extends Layer {
  override readonly type = 'Flatten';
  private shape?: Shape;

  override build(inputShape: Shape, _rng?: Rng): Shape {
    return [sizeOf(inputShape)];
  }

  override forward(x: Tensor): Matrix {
    this.shape = x.shape;
    return reshape(x, [x.shape[0], sizeOf(x.shape.slice(1))] as const); // (batch, numbers of one example)
  }

  override backward(dy: Tensor): Tensor {
    return reshape(dy, this.need(this.shape, 'forward')); // as x
  }

  override config(): Record<string, unknown> {
    return {};
  }
}
