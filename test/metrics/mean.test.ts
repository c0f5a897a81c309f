// values → their mean

import { expect } from 'chai';
import { mean } from '../../src/metrics/mean';
import { expectLesson } from '../support/errors';

describe('mean', () => {
  it('is the sum divided by how many there are, of lists and of typed arrays', () => {
    expect(mean([1, 2, 6])).to.equal(3);
    expect(mean(Int32Array.of(-1, 2))).to.equal(0.5);
  });

  it('does not join texts to a number: 1 and 2 would have the mean 6', async () => {
    await expectLesson(() => mean(['1', '2'] as never), 'OptionError', 'mean: values must be numbers', '"1" at 0');
    await expectLesson(() => mean([1, null] as never), 'OptionError', 'received null at 1');
    expect(mean([1, NaN])).to.be.NaN;
  });

  it('has no answer for nothing', () => expectLesson(() => mean([]), 'ShapeError', 'none'));
});
