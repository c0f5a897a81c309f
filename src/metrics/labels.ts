// labels in either form → class indices, checked against what they are compared with

import { OptionError, ShapeError } from '../errors';
import { requireClassNumbers } from '../tensor/labels';
import { matrixShape, showShape, type Tensor } from '../tensor/tensor';

/** The right answers: class indices `(n)`, or one-hot rows `(n, classes)`. */
export type Labels = Int32Array | Tensor;

/**
 * Labels as class indices: `(n)`.
 *
 * @param n how many there must be
 * @param who opens the messages
 * @throws ShapeError when there are none, or not as many as examples, or one-hot rows with other columns
 * @throws OptionError when one is not a class
 */
export function classIndices(labels: Labels, n: number, classes: number, who: string): Int32Array {
  if (n === 0) throw new ShapeError(`${who}: at least one example is needed, received none; check the split`);
  const indices = isOneHot(labels) ? fromOneHot(labels, classes, who) : labels;
  requireClassNumbers(indices, `${who}: labels`, ', or one-hot rows');
  if (indices.length !== n) {
    throw new ShapeError(
      `${who}: every prediction needs its label, received ${n} predictions and ${indices.length} labels; give one label a row`,
    );
  }
  const bad = indices.findIndex((label) => label < 0 || label >= classes);
  if (bad >= 0) {
    throw new OptionError(
      `${who}: labels must be whole numbers in [0, ${classes}), received ${indices[bad]} in row ${bad}; number the classes from 0, and give the prediction a column for each`,
    );
  }
  return indices;
}

function isOneHot(labels: Labels): labels is Tensor {
  return (labels as Partial<Tensor>)?.shape?.length === 2;
}

function fromOneHot(labels: Tensor, classes: number, who: string): Int32Array {
  const [n, columns] = matrixShape(labels, who);
  if (columns !== classes) {
    throw new ShapeError(
      `${who}: one-hot labels need one column a class, received ${showShape(labels.shape)} for ${classes} classes; ${columns === 1 ? 'pass class numbers as Int32Array.from(y.data)' : 'check the number of classes'}`,
    );
  }
  const indices = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const row = labels.data.subarray(i * classes, (i + 1) * classes);
    indices[i] = row.indexOf(1);
    if (indices[i] < 0 || row.some((value, j) => value !== (j === indices[i] ? 1 : 0))) {
      throw new OptionError(
        `${who}: a one-hot row holds a single 1 and zeros, received [${row.join(', ')}] in row ${i}; pass class indices, and the prediction as the first argument`,
      );
    }
  }
  return indices;
}
