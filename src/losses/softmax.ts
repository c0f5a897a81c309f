// logits → probabilities.

import { loops } from '../tensor/loops';
import { exp } from '../tensor/math';
import { empty, matrixShape, type Matrix, type Tensor } from '../tensor/tensor';

/**
 * Probabilities from logits: `exp(zᵢ) / Σ exp(zⱼ)` in each row. The largest logit is taken off first, which changes
 * nothing but keeps `exp` from overflowing (Goodfellow et al., Deep Learning, 2016, section 4.1).
 *
 * @param logits `(batch, classes)`
 * @returns `(batch, classes)`; each row adds up to 1. Made during a training step, it is overwritten by the next
 * @throws ShapeError when the logits are not a matrix
 */
export function softmax(logits: Tensor): Matrix {
  const p = expOfRows(logits); // (batch, classes)
  const [rows, classes] = p.shape;
  for (let start = 0; start < rows * classes; start += classes) {
    let sum = 0;
    for (let j = start; j < start + classes; j++) sum += p.data[j];
    for (let j = start; j < start + classes; j++) p.data[j] /= sum;
  }
  return p;
}

/** `exp(zᵢ - the largest of its row)`, in (0, 1]. @returns `(batch, classes)` */
export function expOfRows(logits: Tensor): Matrix {
  const [rows, classes] = matrixShape(logits, 'softmax');
  const e = empty([rows, classes] as const); // (batch, classes)
  if (loops.current.expOfRows?.(classes, logits.data, e.data)) return e; // the same, compiled
  for (let start = 0; start < rows * classes; start += classes) {
    const top = maximum(logits.data, start, classes);
    for (let j = start; j < start + classes; j++) e.data[j] = exp(logits.data[j] - top);
  }
  return e;
}

/** The largest of `count` numbers from `start` on; NaN when one of them is NaN. */
export function maximum(data: Float64Array, start: number, count: number): number {
  let top = -Infinity;
  for (let j = start; j < start + count; j++) top = Math.max(top, data[j]);
  return top;
}
