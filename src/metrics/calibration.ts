// probabilities, labels → does it happen as often as the model says?

import { requireKnownNames, requireOption } from '../errors';
import type { Tensor } from '../tensor/tensor';
import { argmax } from './argmax';
import { classIndices, type Labels } from './labels';
import { probabilityShape } from './probabilities';

/** Options of {@link expectedCalibrationError} and {@link calibrationBins}. */
export interface CalibrationOptions {
  /** How many bins of equal width [0, 1] is cut into (default 10). */
  bins?: number;
}

/** The examples whose confidence is in (lo, hi]. */
export interface CalibrationBin {
  /** The edge below, which belongs to the bin before. */
  lo: number;
  /** The edge above, which belongs to this bin. */
  hi: number;
  /** How many examples there are. */
  count: number;
  /** The fraction of them that is predicted right; null when there are none. */
  accuracy: number | null;
  /** Their mean confidence; null when there are none. */
  confidence: number | null;
}

/**
 * The mean distance between confidence and accuracy: Σ (count / n) · |accuracy - confidence| over the bins of
 * {@link calibrationBins}. 0 is calibrated (Guo et al. 2017, "On calibration of modern neural networks").
 *
 * @param probabilities `(n, classes)`
 * @param labels the right classes: indices `(n)`, or one-hot rows `(n, classes)`
 * @returns the error, in [0, 1]
 * @throws ShapeError when the lengths differ or there are no examples
 * @throws OptionError when bins is not a whole number of at least 1, a row is not a distribution or a label is out of range
 */
export function expectedCalibrationError(probabilities: Tensor, labels: Labels, options?: CalibrationOptions): number {
  let sum = 0;
  let n = 0;
  for (const { count, accuracy, confidence } of binned(probabilities, labels, options, 'expectedCalibrationError')) {
    if (accuracy !== null && confidence !== null) sum += count * Math.abs(accuracy - confidence);
    n += count;
  }
  return sum / n;
}

/**
 * Examples sorted by confidence, the probability of the predicted class: what a reliability diagram shows. A confidence on
 * an edge belongs to the bin below it.
 *
 * @param probabilities `(n, classes)`
 * @param labels the right classes: indices `(n)`, or one-hot rows `(n, classes)`
 * @returns the bins from 0 to 1, empty ones too
 * @throws as {@link expectedCalibrationError}
 */
export function calibrationBins(probabilities: Tensor, labels: Labels, options?: CalibrationOptions): CalibrationBin[] {
  return binned(probabilities, labels, options, 'calibrationBins');
}

function binned(
  probabilities: Tensor,
  labels: Labels,
  options: CalibrationOptions = {},
  who: string,
): CalibrationBin[] {
  requireKnownNames(options, ['bins'], who);
  const { bins = 10 } = options;
  requireOption(
    Number.isInteger(bins) && bins >= 1,
    `${who}: bins must be a whole number of at least 1`,
    bins,
    'pass e.g. 10',
  );
  const [n, classes] = probabilityShape(probabilities, who);
  const expected = classIndices(labels, n, classes, who);
  const predicted = argmax(probabilities);
  const confidences = Array.from(predicted, (label, i) => probabilities.data[i * classes + label]);
  return Array.from({ length: bins }, (_, b) => {
    const [lo, hi] = [b / bins, (b + 1) / bins];
    let [count, right, sum] = [0, 0, 0];
    confidences.forEach((confidence, i) => {
      if (confidence <= lo || confidence > hi) return;
      count++;
      sum += confidence;
      if (predicted[i] === expected[i]) right++;
    });
    const means =
      count > 0 ? { accuracy: right / count, confidence: sum / count } : { accuracy: null, confidence: null };
    return { lo, hi, count, ...means };
  });
}
