// x → Softmax → probabilities: for models that give probabilities; training needs the logits before it.

import { ShapeError } from '../errors';
import { softmax } from '../losses/softmax';
import type { Rng } from '../tensor/random';
import { empty, showShape, type Matrix, type Shape, type Tensor } from '../tensor/tensor';
import { Layer } from './layer';

/**
 * Probabilities `y = softmax(x)` in each row (Goodfellow et al., Deep Learning, 2016, section 4.1). Not to be put before
 * `softmaxCrossEntropy`, which takes logits: `fit` refuses it.
 */
export class Softmax extends Layer {
  override readonly type = 'Softmax';
  private y?: Matrix;

  override build(inputShape: Shape, _rng?: Rng): Shape {
    if (inputShape.length !== 1) {
      throw new ShapeError(
        `Softmax: one example must be a row of numbers, received shape ${showShape(inputShape)}; put a Flatten and a Dense before it`,
      );
    }
    return inputShape;
  }

  override forward(x: Tensor): Matrix {
    this.y = softmax(x); // (batch, classes)
    return this.y;
  }

  override backward(dy: Tensor): Matrix {
    const y = this.need(this.y, 'forward');
    this.needGradient(dy, y.shape);
    const [rows, classes] = y.shape;
    const dx = empty([rows, classes] as const); // (batch, classes)
    for (let start = 0; start < dx.data.length; start += classes) {
      let mean = 0; // of dy, weighted with the probabilities
      for (let j = start; j < start + classes; j++) mean += y.data[j] * dy.data[j];
      for (let j = start; j < start + classes; j++) dx.data[j] = y.data[j] * (dy.data[j] - mean);
    }
    return dx;
  }

  override config(): Record<string, unknown> {
    return {};
  }
}
