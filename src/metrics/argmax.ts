// logits or probabilities → the class that the model would say

import { matrixShape, type Tensor } from '../tensor/tensor';

/**
 * The column of the largest number of each row; the first of equal ones.
 *
 * @param scores `(n, classes)`
 * @returns `(n)`
 * @throws ShapeError when scores is not a matrix
 */
export function argmax(scores: Tensor): Int32Array {
  const [n, classes] = matrixShape(scores, 'argmax');
  const best = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 1; j < classes; j++) {
      if (scores.data[i * classes + j] > scores.data[i * classes + best[i]]) best[i] = j;
    }
  }
  return best;
}
