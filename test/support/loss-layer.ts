// loss → a layer with one output, so that checkGradients can check its gradient.

import type { Loss, Target } from '../../src/losses/loss';
import { scale } from '../../src/regularizers/l2';
import { tensor, type Tensor } from '../../src/tensor/tensor';
import type { Differentiable } from '../../src/layers/check-gradients';

export function lossLayer(loss: Loss, target: Target): Differentiable {
  let prediction: Tensor;
  return {
    parameters: [],
    forward(x) {
      prediction = x;
      return tensor([1], [loss.value(x, target)]);
    },
    backward: (dy) => scale(loss.gradient(prediction, target), dy.data[0]),
  };
}
