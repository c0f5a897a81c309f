// finishes over seeds → what may be said of them

import { expect } from 'chai';
import { fiveModels } from '../../../src/course/five-models';
import { choice, standings, summary, written, type Result } from '../../../live/five-model-race/race-standings';
import { pairedInterval } from '../../../src/metrics/confidence-interval';

/** Finishes with these accuracies in percent. */
function result(validation: number[], test: number[]): Result {
  const scores = (accuracy: number) => ({ loss: 0.5, accuracy: accuracy / 100, calibrationError: 0.1 });
  return validation.map((percent, i) => ({ epochs: 100, validation: scores(percent), test: scores(test[i]) }));
}

const first = result([80, 83, 79, 83, 80], [82, 85, 82, 86, 83]);
const second = result([81, 80, 80, 84, 82], [80, 84, 79, 83, 83]);
const third = result([79, 80, 80, 81, 82], [81, 83.5, 82, 83, 84]);

describe('the tally of the live figure five-model-race', () => {
  it('chooses by validation accuracy, the first of equal ones, whatever the test says', () => {
    expect(fiveModels[choice(first)].name).to.equal('L1');
    expect(fiveModels[choice(second)].name).to.equal('Dropout');
  });

  it('knows no interval after one seed, and says so', () => {
    expect(standings([first], pairedInterval).map(({ gain }) => gain)).to.deep.equal(fiveModels.map(() => undefined));
    const text = summary(7, first, [first], pairedInterval);
    expect(text).to.include('Seed 7: validation chooses L1 (83.0\u00a0%); its test accuracy is 85.0\u00a0%.');
    expect(text).to.include('The highest test accuracy, 86.0\u00a0%, has Dropout.');
    expect(text).to.include('One seed is not a result');
  });

  it('gives the paired interval of the library, in points, from two seeds on', () => {
    const results = [first, second, third];
    const [baseline, l1] = standings(results, pairedInterval);
    expect(baseline.gain).to.equal(undefined);
    const { mean, low, high } = pairedInterval([85, 84, 83.5], [82, 80, 81]);
    expect(l1.gain!.mean).to.be.closeTo(mean, 1e-9);
    expect(l1.gain!.low).to.be.closeTo(low, 1e-9);
    expect(l1.gain!.high).to.be.closeTo(high, 1e-9);
    expect(standings(results, pairedInterval).map(({ chosen }) => chosen)).to.deep.equal([0, 1, 0, 1, 1]);
  });

  it('names only models whose interval lies above zero as better', () => {
    const text = summary(3, third, [first, second, third], pairedInterval);
    expect(text).to.include('Over 3 seeds, better than the baseline by more than chance: L1 (');
    expect(text).to.not.include('L2 (');
    expect(summary(2, second, [first, second], pairedInterval)).to.include(
      'no model is better than the baseline by more than chance',
    );
  });

  it('writes points with their sign and a true minus', () => {
    expect(written(pairedInterval([1, 2], [2, 4]))).to.match(/^−1\.5 \[−7\.9, 4\.9\]$/);
  });
});
