// log loss, Brier score and calibration: how good the probabilities are

import { expect } from 'chai';
import * as fc from 'fast-check';
import { OptionError, ShapeError } from '../../src/errors';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { softmax } from '../../src/losses/softmax';
import { brierScore } from '../../src/metrics/brier-score';
import { calibrationBins, expectedCalibrationError } from '../../src/metrics/calibration';
import { logLoss } from '../../src/metrics/log-loss';
import { createRng } from '../../src/tensor/random';
import { tensor } from '../../src/tensor/tensor';

const sure = tensor(
  [2, 3],
  [
    [1, 0, 0],
    [0, 0, 1],
  ],
);

describe('logLoss', () => {
  it('is the mean of -log of the probability of the right class', () => {
    expect(logLoss(tensor([2, 2], [0.2, 0.8, 0.5, 0.5]), Int32Array.of(1, 0))).to.be.closeTo(
      -(Math.log(0.8) + Math.log(0.5)) / 2,
      1e-15,
    );
  });

  it('a sure mistake costs 52 log 2, not infinity; a sure hit next to nothing', () => {
    expect(logLoss(sure, Int32Array.of(1, 1))).to.be.closeTo(52 * Math.LN2, 1e-12);
    expect(logLoss(sure, Int32Array.of(0, 2))).to.be.closeTo(2 ** -52, 1e-20);
  });

  it('equals softmaxCrossEntropy of the logits', () => {
    const logit = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(logit, logit, logit), { minLength: 1, maxLength: 9 }), (rows) => {
        const logits = tensor([rows.length, 3], rows);
        const labels = Int32Array.from(rows, (_, i) => i % 3);
        expect(logLoss(softmax(logits), labels)).to.be.closeTo(softmaxCrossEntropy.value(logits, labels), 1e-9);
      }),
      { seed: 1 },
    );
  });
});

describe('brierScore', () => {
  it('is 0 when sure and right, 2 when sure and wrong', () => {
    expect(brierScore(sure, Int32Array.of(0, 2))).to.equal(0);
    expect(brierScore(sure, Int32Array.of(1, 1))).to.equal(2);
  });

  it('sums over the classes: .8 for the right one of two gives 2 · .2²', () => {
    expect(brierScore(tensor([1, 2], [0.2, 0.8]), tensor([1, 2], [0, 1]))).to.be.closeTo(0.08, 1e-15);
  });
});

describe('calibration', () => {
  it('a confidence on an edge belongs to the bin below', () => {
    const rows = [0.5, 0.6, 0.61, 1].map((p) => [p, 1 - p]);
    const bins = calibrationBins(tensor([4, 2], rows), Int32Array.of(0, 0, 1, 0), { bins: 5 });
    expect(bins.map(({ count }) => count)).to.deep.equal([0, 0, 2, 1, 1]);
    expect(bins[1]).to.deep.equal({ lo: 0.2, hi: 0.4, count: 0, accuracy: null, confidence: null });
    expect(bins[2]).to.deep.equal({ lo: 0.4, hi: 0.6, count: 2, accuracy: 1, confidence: 0.55 });
    expect(bins[3]).to.deep.equal({ lo: 0.6, hi: 0.8, count: 1, accuracy: 0, confidence: 0.61 });
  });

  it('the error weighs each gap with its examples', () => {
    const rows = [0.8, 0.8, 0.8, 0.95].map((p) => [p, 1 - p]);
    const error = expectedCalibrationError(tensor([4, 2], rows), Int32Array.of(0, 0, 1, 0)); // right: 2 of 3, 1 of 1
    expect(error).to.be.closeTo((3 * (0.8 - 2 / 3) + (1 - 0.95)) / 4, 1e-15);
  });

  it('is near 0 when labels follow the probabilities, and the overconfidence when they are sharpened', () => {
    const rng = createRng(3);
    const rows = Array.from({ length: 20000 }, () => 0.5 + rng.uniform() / 2);
    const labels = Int32Array.from(rows, (p) => (rng.uniform() < p ? 0 : 1));
    const matrix = (of: number[]) =>
      tensor(
        [of.length, 2],
        of.map((p) => [p, 1 - p]),
      );
    expect(expectedCalibrationError(matrix(rows), labels)).to.be.below(0.012);
    expect(expectedCalibrationError(matrix(rows.map((p) => (p + 1) / 2)), labels)).to.be.closeTo(0.125, 0.01);
  });

  it('has 10 bins by default, and refuses none', () => {
    expect(calibrationBins(sure, Int32Array.of(0, 1))).to.have.length(10);
    expect(() => expectedCalibrationError(sure, Int32Array.of(0, 1), { bin: 1 } as object)).to.throw('received "bin"');
    expect(() => calibrationBins(sure, Int32Array.of(0, 1), { bins: 0 })).to.throw(
      OptionError,
      'calibrationBins: bins must be a whole number of at least 1, received 0; pass e.g. 10',
    );
  });
});

for (const metric of [logLoss, brierScore, expectedCalibrationError, calibrationBins]) {
  describe(`${metric.name} takes probabilities and labels only`, () => {
    const labels = Int32Array.of(0, 1);

    it('refuses logits and NaN', () => {
      expect(() => metric(tensor([2, 2], [3, -2, 0, 1]), labels)).to.throw(
        OptionError,
        `${metric.name}: probabilities must be in [0, 1], received 3 in row 0; pass fractions, not percent, and of logits softmax(logits)`,
      );
      expect(() => metric(tensor([2, 2], [0.5, 0.5, NaN, 1]), labels)).to.throw(OptionError, 'received NaN in row 1');
    });

    it('refuses rows that do not add up to 1', () => {
      expect(() => metric(tensor([2, 2], [0.5, 0.5, 0.5, 0.25]), labels)).to.throw(
        OptionError,
        'must add up to 1, received 0.75 in row 1',
      );
    });

    it('refuses labels that do not fit, and nothing', () => {
      expect(() => metric(tensor([2, 2], [0.5, 0.5, 0.5, 0.5]), Int32Array.of(0, 2))).to.throw(
        OptionError,
        'received 2 in row 1',
      );
      expect(() => metric(tensor([2, 2], [0.5, 0.5, 0.5, 0.5]), Int32Array.of(0))).to.throw(
        ShapeError,
        '2 predictions and 1 labels',
      );
      expect(() => metric(tensor([0, 2], []), new Int32Array(0))).to.throw(
        ShapeError,
        'at least one example is needed',
      );
    });
  });
}
