// x → ReLU → max(0, x): the bend that makes a network more than one linear map.

import { loops } from '../tensor/loops';
import type { Rng } from '../tensor/random';
import { empty, requireWhole, type Shape, type Tensor } from '../tensor/tensor';
import { Layer } from './layer';

/** The rectified linear unit `y = max(0, x)` (Nair and Hinton 2010). Its derivative at exactly 0 is taken as 0. */
export class ReLU extends Layer {
  override readonly type = 'ReLU';
  private x?: Tensor;

  override build(inputShape: Shape, _rng?: Rng): Shape {
    return inputShape;
  }

  override forward(x: Tensor): Tensor {
    requireWhole(x, 'ReLU');
    this.x = x;
    const y = empty(x.shape); // as x
    if (loops.current.relu?.(x.data, y.data)) return y; // the same, compiled
    for (let i = 0; i < x.data.length; i++) y.data[i] = x.data[i] <= 0 ? 0 : x.data[i]; // NaN stays NaN: a fault is not hidden
    return y;
  }

  override backward(dy: Tensor): Tensor {
    const x = this.need(this.x, 'forward');
    this.needGradient(dy, x.shape);
    const dx = empty(x.shape); // as x
    if (loops.current.reluBackward?.(x.data, dy.data, dx.data)) return dx;
    for (let i = 0; i < x.data.length; i++) dx.data[i] = x.data[i] > 0 ? dy.data[i] : 0;
    return dx;
  }

  override config(): Record<string, unknown> {
    return {};
  }
}
