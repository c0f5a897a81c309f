// dataset, order → the rows of a batch or of a part: the one place where examples are picked out.

import { empty, type Tensor } from '../tensor/tensor';
import type { Dataset } from './dataset';

/**
 * Rows `order[from]` … `order[to - 1]` of `x`, in that order.
 *
 * @returns `(to - from, …)`, taken from the running workspace if there is one
 */
export function gatherRows(x: Tensor, order: ArrayLike<number>, from = 0, to = order.length): Tensor {
  const [n, ...rest] = x.shape;
  const width = x.data.length / n;
  const rows = empty([to - from, ...rest]);
  for (let i = from, target = 0; i < to; i++) {
    let source = order[i] * width;
    for (const end = source + width; source < end;) rows.data[target++] = x.data[source++];
  }
  return rows;
}

/** The labels that belong to the rows of {@link gatherRows}: `(to - from)`. */
export function gatherLabels(y: Int32Array, order: ArrayLike<number>, from = 0, to = order.length): Int32Array {
  const labels = new Int32Array(to - from);
  for (let i = from; i < to; i++) labels[i - from] = y[order[i]];
  return labels;
}

/** Rows and their labels. */
export function gather({ x, y, classes }: Dataset, order: ArrayLike<number>, from = 0, to = order.length): Dataset {
  return { x: gatherRows(x, order, from, to), y: gatherLabels(y, order, from, to), classes };
}
