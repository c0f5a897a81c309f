// number → place of a slider, and its text

import { expect } from 'chai';
import fc from 'fast-check';
import { formatted, nearest } from '../../../live/kit/numbers';
import { liveFigures, type LiveOption } from '../../../src/course/live-figures';

const rate: LiveOption = { label: 'rate', min: 0, max: 0.9, step: 0.05, value: 0.5 };

describe('nearest', () => {
  it('is the place of the slider beside a number, without the dust of floating point', () => {
    expect(nearest(0.29, rate)).to.equal(0.3);
    expect(nearest(0.1 + 0.2, { ...rate, step: 0.1 })).to.equal(0.3);
    expect(nearest(-2.96, { ...rate, min: -4, max: 4, step: 0.1 })).to.equal(-3);
  });

  it('stays within the slider', () => {
    expect(nearest(7, rate)).to.equal(0.9);
    expect(nearest(-7, rate)).to.equal(0);
  });

  it('is the default for what is no number', () => {
    expect(nearest(NaN, rate)).to.equal(0.5);
    expect(nearest(Infinity, rate)).to.equal(0.5);
  });

  it('leaves a number alone that is a place, for each option of each figure', () => {
    const options = Object.values(liveFigures).flatMap(({ options }) => Object.values<LiveOption>(options));
    for (const option of options) {
      fc.assert(
        fc.property(fc.double({ min: option.min, max: option.max, noNaN: true }), (value) => {
          const place = nearest(value, option);
          expect(Math.abs(place - value)).to.be.at.most(option.step * 0.5000001);
          expect(nearest(place, option)).to.equal(place);
        }),
        { seed: 1, numRuns: 50 },
      );
    }
  });
});

describe('formatted', () => {
  it('has as many decimals as the steps', () => {
    expect(formatted(0.5, 0.05)).to.equal('0.50');
    expect(formatted(2, 0.1)).to.equal('2.0');
    expect(formatted(12, 1)).to.equal('12');
    expect(formatted(0.0123, 0.001)).to.equal('0.012');
  });

  it('writes a minus sign as long as a plus sign, and none before a zero', () => {
    expect(formatted(-3, 0.1)).to.equal('−3.0');
    expect(formatted(-0.0001, 0.01)).to.equal('0.00');
  });
});
