// prediction, labels → the fraction that is right

import type { Tensor } from '../tensor/tensor';
import { classIndices, type Labels } from './labels';
import { predictedClasses, type Prediction } from './predicted-classes';

/**
 * The fraction of examples whose class is predicted right, in [0, 1].
 *
 * @param prediction logits or probabilities `(n, classes)`, of which the largest counts (the first of equal ones), or
 * predicted classes `(n)`
 * @param labels the right classes: indices `(n)`, or one-hot rows `(n, classes)`
 * @throws ShapeError when the lengths differ or there are no examples
 * @throws OptionError when a prediction is NaN or a label is out of range
 */
export function accuracy(prediction: Prediction, labels: Labels): number {
  const predicted = predictedClasses(prediction, 'accuracy');
  const classes = prediction instanceof Int32Array ? classesIn(labels) : prediction.shape[1];
  const expected = classIndices(labels, predicted.length, classes, 'accuracy');
  let right = 0;
  for (let i = 0; i < expected.length; i++) if (predicted[i] === expected[i]) right++;
  return right / expected.length;
}

/** Predicted classes do not tell how many classes there are: any label may stand beside them. */
function classesIn(labels: Labels): number {
  return (labels as Partial<Tensor>)?.shape?.[1] ?? Infinity;
}
