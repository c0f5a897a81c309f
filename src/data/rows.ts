// dataset, order → the rows of a batch or of a part: the one place where examples are picked out.

import { empty, type Tensor } from '../tensor/tensor';
import { isBytes, type ByteImages, type Dataset, type Inputs } from './dataset';

/** Which rows, in which order; undefined: all as they stand. */
export type Order = ArrayLike<number> | undefined;

/**
 * Rows `order[from]` … `order[to - 1]` of `x`, in that order, as numbers: here the bytes of images become pixels in [0, 1].
 *
 * @returns `(to - from, …)`, taken from the running workspace if there is one
 */
export function gatherRows(x: Inputs, order: Order, from = 0, to = order?.length ?? x.shape[0]): Tensor {
  const [n, ...rest] = x.shape;
  const width = x.data.length / n;
  const rows = empty([to - from, ...rest]);
  if (isBytes(x)) {
    for (let i = from, target = 0; i < to; i++) {
      let source = (order ? order[i] : i) * width;
      for (const end = source + width; source < end;) rows.data[target++] = x.data[source++] / x.white;
    }
  } else if (!order) {
    rows.data.set(x.data.subarray(from * width, to * width));
  } else {
    for (let i = from, target = 0; i < to; i++) {
      let source = order[i] * width;
      for (const end = source + width; source < end;) rows.data[target++] = x.data[source++];
    }
  }
  return rows;
}

/** The labels that belong to the rows of {@link gatherRows}: `(to - from)`. */
export function gatherLabels(y: Int32Array, order: Order, from = 0, to = order?.length ?? y.length): Int32Array {
  if (!order) return y.subarray(from, to);
  const labels = new Int32Array(to - from);
  for (let i = from; i < to; i++) labels[i - from] = y[order[i]];
  return labels;
}

/** Rows, as numbers, and their labels: a batch. */
export function gather(
  { x, y, classes }: Dataset<Inputs>,
  order: ArrayLike<number>,
  from = 0,
  to = order.length,
): Dataset {
  return { x: gatherRows(x, order, from, to), y: gatherLabels(y, order, from, to), classes };
}

/** Rows, in the form they have, and their labels: a part of a dataset. */
export function pick<X extends Inputs>(
  { x, y, classes }: Dataset<X>,
  order: Int32Array,
  from = 0,
  to = order.length,
): Dataset<X> {
  const rows = isBytes(x) ? pickBytes(x, order.subarray(from, to)) : gatherRows(x, order, from, to);
  return { x: rows as X, y: gatherLabels(y, order, from, to), classes };
}

function pickBytes({ shape: [n, height, width, channels], data, white }: ByteImages, order: Int32Array): ByteImages {
  const size = data.length / n;
  const bytes = new Uint8Array(order.length * size);
  order.forEach((row, i) => bytes.set(data.subarray(row * size, (row + 1) * size), i * size));
  return { shape: [order.length, height, width, channels], data: bytes, white };
}
