// metrics of scikit-learn and torchmetrics, intervals and tests of SciPy

import { expect } from 'chai';
import { accuracy } from '../../src/metrics/accuracy';
import { argmax } from '../../src/metrics/argmax';
import { brierScore } from '../../src/metrics/brier-score';
import { calibrationBins, expectedCalibrationError } from '../../src/metrics/calibration';
import { meanInterval, pairedInterval, pairedTest, type Interval } from '../../src/metrics/confidence-interval';
import { confusionMatrix } from '../../src/metrics/confusion-matrix';
import { logLoss } from '../../src/metrics/log-loss';
import { tQuantile, tTwoSided } from '../../src/metrics/student-t';
import { tensor } from '../../src/tensor/tensor';
import { close, describeReference, type Reference } from './read';

describeReference('metrics', (metrics) => {
  describe('several classes', () => {
    const { multiclass } = metrics;
    const probabilities = tensor([multiclass.probs.length, multiclass.probs[0].length], multiclass.probs);
    const labels = Int32Array.from(multiclass.labels);

    it('the predicted class is the most probable one', () => {
      expect([...argmax(probabilities)]).to.deep.equal(multiclass.pred);
    });

    it('accuracy equals scikit-learn, from probabilities and from classes', () => {
      close(accuracy(probabilities, labels), multiclass.accuracy);
      close(accuracy(Int32Array.from(multiclass.pred), labels), multiclass.accuracy);
    });

    it('the confusion matrix has the true classes in its rows', () => {
      close(confusionMatrix(probabilities, labels), multiclass.confusion_matrix_rows_true);
    });

    it('log loss and Brier score equal scikit-learn', () => {
      close(logLoss(probabilities, labels), multiclass.log_loss);
      close(brierScore(probabilities, labels), multiclass.brier_multiclass_sum);
      close(brierScore(probabilities, labels), multiclass.sklearn_brier_scale_by_half_False);
    });

    it('calibration bins are (lo, hi] of the top-label confidence', () => {
      const expected: Reference[] = multiclass.bins_10;
      const bins = calibrationBins(probabilities, labels, { bins: expected.length });
      expect(bins).to.have.length(expected.length);
      expected.forEach(({ lo, hi, count, accuracy, confidence }, b) => {
        close([bins[b].lo, bins[b].hi, bins[b].count], [lo, hi, count]);
        close([bins[b].accuracy ?? NaN, bins[b].confidence ?? NaN], [accuracy ?? NaN, confidence ?? NaN]);
      });
    });

    it('the expected calibration error is that of the formula, and of torchmetrics to its float32', () => {
      close(expectedCalibrationError(probabilities, labels), multiclass.ece_10);
      close(expectedCalibrationError(probabilities, labels), multiclass.torchmetrics_ece_10_l1, { tolerance: 1e-7 });
    });
  });

  describe('two classes', () => {
    const { binary } = metrics;
    const positive: number[] = binary.prob_positive;
    const probabilities = tensor(
      [positive.length, 2],
      positive.map((p) => [1 - p, p]),
    );
    const labels = Int32Array.from(binary.labels);
    const fromHalf = Int32Array.from(positive, (p) => (p >= 0.5 ? 1 : 0)); // here a tie goes to the second class

    it('accuracy and confusion matrix equal scikit-learn', () => {
      close(accuracy(fromHalf, labels), binary['accuracy_at_0.5_ge']);
      close(confusionMatrix(fromHalf, labels, 2), binary.confusion_matrix_rows_true);
    });

    it('log loss clips at ε as scikit-learn does', () => {
      close(logLoss(probabilities, labels), binary.log_loss);
    });

    it('the Brier score is twice the one of the positive class alone', () => {
      close(brierScore(probabilities, labels), 2 * binary.brier);
    });
  });

  describe('statistics', () => {
    const { statistics } = metrics;
    const { A, B } = statistics;

    function expectSummary(interval: (level: number) => Interval, summary: Reference): void {
      for (const [level, expected] of [
        [0.95, summary.t_interval_95],
        [0.99, summary.t_interval_99],
      ]) {
        const { n, mean, standardDeviation, standardError, low, high } = interval(level);
        close([low, high], expected);
        close([n, mean, standardDeviation, standardError], [summary.n, summary.mean, summary.std_ddof1, summary.sem]);
      }
    }

    it('meanInterval equals the t interval of SciPy, down to two values', () => {
      expectSummary((level) => meanInterval(A, { level }), statistics.summary_A);
      expectSummary((level) => meanInterval(B, { level }), statistics.summary_B);
      expectSummary((level) => meanInterval(statistics.small_n2.x, { level }), statistics.small_n2);
    });

    it('pairedInterval(b, a) is the interval of b - a', () => {
      expectSummary((level) => pairedInterval(B, A, { level }), statistics.summary_diff);
      expectSummary((level) => meanInterval(statistics.diff_B_minus_A, { level }), statistics.summary_diff);
      const { low, high } = pairedInterval(B, A);
      close([low, high], statistics.paired_t.ci95);
    });

    it('pairedTest(b, a) equals scipy.stats.ttest_rel(b, a)', () => {
      const { t, df, p } = pairedTest(B, A);
      close(t, statistics.paired_t.statistic);
      expect(df).to.equal(statistics.paired_t.df);
      close(p, statistics.paired_t.pvalue_two_sided);
    });

    it('t quantiles equal SciPy', () => {
      const quantiles = statistics['t_quantiles_0.975'];
      for (const df of Object.keys(quantiles)) close(tQuantile(0.975, Number(df)), quantiles[df], { scale: 0 });
    });

    it('two-sided p values of t equal SciPy', () => {
      for (const { t, df, two_sided_p } of statistics.t_cdf_samples) close(tTwoSided(t, df), two_sided_p, { scale: 0 });
    });
  });
});
