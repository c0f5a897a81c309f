// prediction, labels → which classes are taken for which

import { OptionError, requireOption } from '../errors';
import { zeros, type Matrix, type Tensor } from '../tensor/tensor';
import { classIndices, type Labels } from './labels';
import { predictedClasses, type Prediction } from './predicted-classes';

/**
 * Counts of true class (row) by predicted class (column), as in scikit-learn: `(classes, classes)`. The diagonal is right.
 *
 * @param prediction logits or probabilities `(n, classes)`, or predicted classes `(n)`
 * @param labels the right classes: indices `(n)`, or one-hot rows `(n, classes)`
 * @param classes how many classes there are; needed with predicted classes, which do not tell (default: the columns)
 * @throws ShapeError when the lengths differ or there are no examples
 * @throws OptionError when a prediction is NaN, or when a label or a predicted class is out of range
 */
export function confusionMatrix(prediction: Prediction, labels: Labels, classes?: number): Matrix {
  const size = classes ?? (prediction as Partial<Tensor>)?.shape?.[1];
  requireOption(
    size !== undefined && Number.isInteger(size) && size >= 1,
    'confusionMatrix: classes must be a whole number of at least 1',
    size,
    'pass the number of classes, e.g. dataset.classes',
  );
  const predicted = predictedClasses(prediction, 'confusionMatrix');
  const expected = classIndices(labels, predicted.length, size, 'confusionMatrix');
  const counts = zeros([size, size]);
  for (let i = 0; i < expected.length; i++) {
    if (predicted[i] < 0 || predicted[i] >= size) {
      throw new OptionError(
        `confusionMatrix: predicted classes must be in [0, ${size}), received ${predicted[i]} in row ${i}; number the classes from 0, or correct how many there are`,
      );
    }
    counts.data[expected[i] * size + predicted[i]]++;
  }
  return counts;
}
