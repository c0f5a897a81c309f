// values → their mean

import { expect } from 'chai';
import { mean } from '../../src/metrics/mean';
import { expectLesson } from '../support/errors';

describe('mean', () => {
  it('is the sum divided by how many there are, of lists and of typed arrays', () => {
    expect(mean([1, 2, 6])).to.equal(3);
    expect(mean(Int32Array.of(-1, 2))).to.equal(0.5);
  });

  it('has no answer for nothing', () => expectLesson(() => mean([]), 'ShapeError', 'none'));
});
