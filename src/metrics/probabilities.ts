// what log loss, Brier score and calibration have in common: they need probabilities, not logits

import { OptionError } from '../errors';
import { matrixShape, type Tensor } from '../tensor/tensor';

/**
 * Rows and columns of probabilities.
 *
 * @throws ShapeError when they are not a matrix `(n, classes)`
 * @throws OptionError when one is outside [0, 1], or a row does not add up to 1 within 1e-6; `who` opens the message
 */
export function probabilityShape(probabilities: Tensor, who: string): readonly [n: number, classes: number] {
  const [n, classes] = matrixShape(probabilities, who);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < classes; j++) {
      const p = probabilities.data[i * classes + j];
      if (!(p >= 0 && p <= 1)) {
        throw new OptionError(
          `${who}: probabilities must be in [0, 1], received ${p} in row ${i}; pass fractions, not percent, and of logits softmax(logits)`,
        );
      }
      sum += p;
    }
    if (!(Math.abs(sum - 1) <= 1e-6)) {
      throw new OptionError(
        `${who}: the probabilities of an example must add up to 1, received ${sum} in row ${i}; divide each row by its sum if they are rounded, and pass softmax(logits) if they are logits`,
      );
    }
  }
  return [n, classes];
}
