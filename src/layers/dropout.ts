// x → Dropout → x·mask: in training each number is dropped or scaled up; in evaluation nothing happens.

import { isFraction, requireOption } from '../errors';
import { loops } from '../tensor/loops';
import { requireRng, type Rng } from '../tensor/random';
import { empty, requireWhole, type Shape, type Tensor } from '../tensor/tensor';
import { Layer, type ForwardOptions } from './layer';
import { keepMask } from './keep-mask';

/**
 * Inverted dropout (Hinton et al. 2012; Srivastava et al. 2014): in training each number is dropped with probability
 * `rate` and the others are divided by `1 - rate`, so that the mean stays the same and evaluation needs no scaling.
 *
 * @param rate the fraction dropped, in [0, 1) (default 0.5)
 * @throws OptionError when the rate is outside [0, 1); in training, when `forward` gets no rng
 */
export class Dropout extends Layer {
  override readonly type = 'Dropout';
  private mask?: Tensor;

  constructor(readonly rate = 0.5) {
    super();
    requireOption(isFraction(rate), 'Dropout: rate must be in [0, 1)', rate, 'pass the fraction to drop, e.g. 0.5');
  }

  override build(inputShape: Shape, _rng?: Rng): Shape {
    return inputShape;
  }

  override forward(x: Tensor, { training = false, rng }: ForwardOptions = {}): Tensor {
    this.mask = undefined;
    if (!training || this.rate === 0) return x;
    requireRng(rng, 'Dropout in training');
    requireWhole(x, 'Dropout');
    this.mask = keepMask(x.shape, this.rate, rng); // as x: 0 or 1 / (1 - rate)
    return multiply(x, this.mask); // as x
  }

  override backward(dy: Tensor): Tensor {
    if (this.mask) this.needGradient(dy, this.mask.shape);
    return this.mask ? multiply(dy, this.mask) : dy; // what was dropped takes no part in the gradient either
  }

  override config(): Record<string, unknown> {
    return { rate: this.rate };
  }
}

function multiply(a: Tensor, b: Tensor): Tensor {
  const y = empty(a.shape);
  if (loops.current.times?.(a.data, b.data, y.data)) return y; // the same, compiled
  for (let i = 0; i < a.data.length; i++) y.data[i] = a.data[i] * b.data[i];
  return y;
}
