// logits → probabilities.

import { exp } from '../tensor/math';
import { empty, matrixShape, type Matrix, type Tensor } from '../tensor/tensor';

/**
 * Probabilities from logits: `exp(zᵢ) / Σ exp(zⱼ)` in each row. The largest logit is taken off first, which changes
 * nothing but keeps `exp` from overflowing (Goodfellow et al., Deep Learning, 2016, section 4.1).
 *
 * @param logits `(batch, classes)`
 * @returns `(batch, classes)`; each row adds up to 1
 * @throws ShapeError when the logits are not a matrix
 */
export function softmax(logits: Tensor): Matrix {
  const [rows, classes] = matrixShape(logits, 'softmax');
  const p = empty([rows, classes] as const); // (batch, classes)
  for (let start = 0; start < rows * classes; start += classes) {
    const top = maximum(logits.data, start, classes);
    let sum = 0;
    for (let j = start; j < start + classes; j++) sum += p.data[j] = exp(logits.data[j] - top);
    for (let j = start; j < start + classes; j++) p.data[j] /= sum;
  }
  return p;
}

/** The largest of `count` numbers from `start` on; NaN when one of them is NaN. */
export function maximum(data: Float64Array, start: number, count: number): number {
  let top = -Infinity;
  for (let j = start; j < start + count; j++) top = Math.max(top, data[j]);
  return top;
}
