// logits, labels → mean of -log(probability of the right class).

import { OptionError, ShapeError } from '../errors';
import { log } from '../tensor/math';
import { requireClassNumbers } from '../tensor/labels';
import { matrixShape, requireWhole, sameShape, showShape, type Tensor } from '../tensor/tensor';
import type { Loss, Target } from './loss';
import { expOfRows, maximum, softmax } from './softmax';

/**
 * Cross-entropy of the softmax of `logits`: the mean over the batch of `log Σ exp(zⱼ) - z_label`. Computed from the logits
 * in one piece, so it is exact at logits of ±1000, where a probability would round to 0 (Goodfellow et al. 2016, 6.2.2.3).
 * The gradient is `(softmax(z) - onehot) / batch`.
 *
 * The prediction has shape `(batch, classes)`; the target is class indices or one-hot rows (or any probabilities).
 *
 * @throws OptionError when the batch is empty, a label is out of range, or a row of the target holds a negative number or does not add
 * up to 1 within 1e-6
 * @throws ShapeError when prediction and target do not fit
 */
export const softmaxCrossEntropy: Loss = {
  name: 'softmaxCrossEntropy',
  classifies: true,

  value(logits, target) {
    const [rows, classes] = checkTarget(logits, target);
    const z = logits.data;
    const e = expOfRows(logits).data; // (batch, classes)
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      const top = maximum(z, i * classes, classes);
      let sumOfExp = 0;
      for (let j = 0; j < classes; j++) sumOfExp += e[i * classes + j];
      const logSum = log(sumOfExp); // of the logits less the largest: large numbers that cancel would leave their rounding
      if (target instanceof Int32Array) {
        sum += logSum - (z[i * classes + target[i]] - top);
      } else {
        for (let j = 0; j < classes; j++) {
          const weight = target.data[i * classes + j];
          if (weight !== 0) sum += weight * (logSum - (z[i * classes + j] - top)); // 0 · Infinity is not 0
        }
      }
    }
    return sum / rows;
  },

  gradient(logits, target) {
    const [rows, classes] = checkTarget(logits, target);
    const dz = softmax(logits); // (batch, classes)
    for (let i = 0; i < rows; i++) {
      if (target instanceof Int32Array) dz.data[i * classes + target[i]] -= 1;
      for (let j = 0; j < classes; j++) {
        const at = i * classes + j;
        if (!(target instanceof Int32Array)) dz.data[at] -= target.data[at];
        dz.data[at] /= rows; // the only division by the batch size
      }
    }
    return dz;
  },
};

function checkTarget(logits: Tensor, target: Target): readonly [rows: number, classes: number] {
  const [rows, classes] = matrixShape(logits, 'softmaxCrossEntropy');
  if (rows === 0) {
    throw new OptionError(
      'softmaxCrossEntropy: a batch must have at least one row, received an empty batch; leave it out',
    );
  }
  if (!(target instanceof Int32Array)) {
    if (target && sameShape(target.shape ?? [], logits.shape)) return checkProbabilities(target, rows, classes);
    const oneHot = `one-hot rows ${showShape(logits.shape)}`;
    if (target?.shape?.length !== 2) requireClassNumbers(target, 'softmaxCrossEntropy: the target', `, or ${oneHot}`);
    throw new ShapeError(
      `softmaxCrossEntropy: the target must be class numbers or ${oneHot}, received ${showShape((target as Tensor).shape)}; give it a row for each row of the logits and a column for each class`,
    );
  }
  if (target.length !== rows) {
    throw new ShapeError(
      `softmaxCrossEntropy: each row of the logits needs a label, received ${rows} rows and ${target.length} labels; cut both in the same way`,
    );
  }
  for (let i = 0; i < rows; i++) {
    if (target[i] < 0 || target[i] >= classes) {
      throw new OptionError(
        `softmaxCrossEntropy: labels must be in 0 … ${classes - 1}, received ${target[i]} in row ${i}; check the labels or the units of the last layer`,
      );
    }
  }
  return [rows, classes];
}

/** The gradient is `softmax(z) - target` only where a row of the target adds up to 1; float32 keeps that to 7 digits. */
function checkProbabilities(target: Tensor, rows: number, classes: number): readonly [rows: number, classes: number] {
  requireWhole(target, 'softmaxCrossEntropy');
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < classes; j++) {
      const p = target.data[i * classes + j];
      sum += p;
      if (p < 0) {
        throw new OptionError(
          `softmaxCrossEntropy: a target must be probabilities of at least 0, received ${p} in row ${i}; pass class indices or one-hot rows`,
        );
      }
    }
    if (!(Math.abs(sum - 1) <= 1e-6)) {
      throw new OptionError(
        `softmaxCrossEntropy: a row of the target must add up to 1, received ${sum} in row ${i}; pass class indices or one-hot rows`,
      );
    }
  }
  return [rows, classes];
}
