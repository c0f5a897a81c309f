// prediction, target → mean of the squared differences.

import { OptionError, ShapeError } from '../errors';
import { empty, requireWhole, sameShape, showShape, type Tensor } from '../tensor/tensor';
import type { Loss, Target } from './loss';

/**
 * The mean of `(prediction - target)²` over **all elements**, as in PyTorch and Keras: with `d` outputs a row it divides by
 * `batch · d`. The gradient is `2 (prediction - target) / (batch · d)`.
 *
 * @throws ShapeError when prediction and target have different shapes
 * @throws OptionError when they are empty
 */
export const meanSquaredError: Loss = {
  name: 'meanSquaredError',
  classifies: false,

  value(prediction, target) {
    const y = checkTarget(prediction, target);
    let sum = 0;
    for (let i = 0; i < y.data.length; i++) {
      const difference = prediction.data[i] - y.data[i];
      sum += difference * difference;
    }
    return sum / y.data.length;
  },

  gradient(prediction, target) {
    const y = checkTarget(prediction, target);
    const dPrediction = empty(prediction.shape);
    for (let i = 0; i < y.data.length; i++)
      dPrediction.data[i] = (2 * (prediction.data[i] - y.data[i])) / y.data.length;
    return dPrediction;
  },
};

function checkTarget(prediction: Tensor, target: Target): Tensor {
  if (target instanceof Int32Array || !sameShape(prediction.shape, target.shape)) {
    const [what, remedy] =
      target instanceof Int32Array
        ? [`${target.length} class indices`, 'class indices go with softmaxCrossEntropy']
        : [showShape(target.shape), 'give the target a row for each example and a column for each output'];
    throw new ShapeError(
      `meanSquaredError: prediction and target must have the same shape, received ${showShape(prediction.shape)} and ${what}; ${remedy}`,
    );
  }
  requireWhole(prediction, 'meanSquaredError');
  requireWhole(target, 'meanSquaredError');
  if (prediction.data.length === 0) {
    throw new OptionError(
      'meanSquaredError: a batch must have at least one row, received an empty batch; leave it out',
    );
  }
  return target;
}
