// probabilities, labels → how surprising the right classes were

import { log } from '../tensor/math';
import type { Tensor } from '../tensor/tensor';
import { classIndices, type Labels } from './labels';
import { probabilityShape } from './probabilities';

/**
 * The mean of -log p, with p the probability given to the right class: the cross-entropy, in nats. As in scikit-learn, p is
 * kept within [ε, 1 - ε], ε = 2⁻⁵², so one confident mistake costs 36 and not infinity. From logits,
 * {@link softmaxCrossEntropy} gives the same without that limit.
 *
 * @param probabilities `(n, classes)`
 * @param labels the right classes: indices `(n)`, or one-hot rows `(n, classes)`
 * @returns the loss, in nats, at least 0
 * @throws ShapeError when the lengths differ or there are no examples
 * @throws OptionError when a row is not a distribution or a label is out of range
 */
export function logLoss(probabilities: Tensor, labels: Labels): number {
  const [n, classes] = probabilityShape(probabilities, 'logLoss');
  const expected = classIndices(labels, n, classes, 'logLoss');
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const p = probabilities.data[i * classes + expected[i]];
    sum -= log(Math.min(Math.max(p, Number.EPSILON), 1 - Number.EPSILON));
  }
  return sum / n;
}
