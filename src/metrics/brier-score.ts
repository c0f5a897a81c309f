// probabilities, labels → their squared distance

import type { Tensor } from '../tensor/tensor';
import { classIndices, type Labels } from './labels';
import { probabilityShape } from './probabilities';

/**
 * The mean squared distance between the probabilities and the one-hot label, summed over the classes: 0 is perfect, 2 is
 * sure and wrong (Brier 1950, "Verification of forecasts expressed in terms of probability"). With two classes this is
 * twice the mean of (p - y)², which others call the Brier score.
 *
 * @param probabilities `(n, classes)`
 * @param labels the right classes: indices `(n)`, or one-hot rows `(n, classes)`
 * @returns the score, in [0, 2]
 * @throws ShapeError when the lengths differ or there are no examples
 * @throws OptionError when a row is not a distribution or a label is out of range
 */
export function brierScore(probabilities: Tensor, labels: Labels): number {
  const [n, classes] = probabilityShape(probabilities, 'brierScore');
  const expected = classIndices(labels, n, classes, 'brierScore');
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < classes; j++) {
      const difference = probabilities.data[i * classes + j] - (j === expected[i] ? 1 : 0);
      sum += difference * difference;
    }
  }
  return sum / n;
}
