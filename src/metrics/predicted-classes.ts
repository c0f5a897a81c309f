// a prediction in either form → class indices

import { OptionError } from '../errors';
import { matrixShape, type Tensor } from '../tensor/tensor';
import { argmax } from './argmax';

/** What was predicted: class indices `(n)`, or logits or probabilities `(n, classes)`. */
export type Prediction = Int32Array | Tensor;

/**
 * Predicted classes: `(n)`.
 *
 * @throws ShapeError when scores are not a matrix
 * @throws OptionError when a score is NaN, of which no class can be made; `who` opens the message
 */
export function predictedClasses(prediction: Prediction, who: string): Int32Array {
  if (prediction instanceof Int32Array) return prediction;
  const [, classes] = matrixShape(prediction, who);
  const bad = prediction.data.findIndex(Number.isNaN);
  if (bad >= 0) {
    const row = Math.floor(bad / classes);
    throw new OptionError(
      `${who}: predictions must be numbers, received NaN in row ${row}; the model may have diverged`,
    );
  }
  return argmax(prediction);
}
