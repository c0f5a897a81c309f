// a prediction in either form → class indices

import { OptionError, ShapeError } from '../errors';
import { requireClassNumbers } from '../tensor/labels';
import { matrixShape, showShape, type Tensor } from '../tensor/tensor';
import { argmax } from './argmax';

/** What was predicted: class indices `(n)`, or logits or probabilities `(n, classes)`. */
export type Prediction = Int32Array | Tensor;

/**
 * Predicted classes: `(n)`.
 *
 * @throws ShapeError when scores have one column only, which no class can be read off
 * @throws OptionError when classes are no Int32Array, or a score is NaN, of which no class can be made; `who` opens the message
 */
export function predictedClasses(prediction: Prediction, who: string): Int32Array {
  if (!isMatrix(prediction)) {
    requireClassNumbers(prediction, `${who}: predictions`, ', or a matrix (n, classes)');
    return prediction;
  }
  const [, classes] = matrixShape(prediction, who);
  if (classes < 2) {
    throw new ShapeError(
      `${who}: predictions must have a column for each class, received ${showShape(prediction.shape)}; say from which number on an example is of class 1: Int32Array.from(y.data, (p) => (p > 0.5 ? 1 : 0))`,
    );
  }
  const bad = prediction.data.findIndex(Number.isNaN);
  if (bad >= 0) {
    const row = Math.floor(bad / classes);
    throw new OptionError(
      `${who}: predictions must be numbers, received NaN in row ${row}; the model may have diverged`,
    );
  }
  return argmax(prediction);
}

function isMatrix(prediction: Prediction): prediction is Tensor {
  return (prediction as Partial<Tensor>)?.shape?.length === 2;
}
