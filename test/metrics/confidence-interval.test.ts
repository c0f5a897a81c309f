import { expect } from 'chai';
import { OptionError, ShapeError } from '../../src/errors';
import { meanInterval, pairedInterval, pairedTest } from '../../src/metrics/confidence-interval';
import { createRng } from '../../src/tensor/random';

describe('meanInterval', () => {
  it('of two values is as wide as t with one degree of freedom makes it', () => {
    const { mean, low, high, standardDeviation, standardError, n, level } = meanInterval([1, 3]);
    expect([mean, standardDeviation, standardError, n, level]).to.deep.equal([2, Math.SQRT2, 1, 2, 0.95]);
    expect([low, high]).to.deep.equal([2 - 12.706204736174694, 2 + 12.706204736174694]); // t table
  });

  it('contains the true mean as often as its level says', () => {
    const rng = createRng(1);
    for (const level of [0.8, 0.95]) {
      let hits = 0;
      for (let i = 0; i < 2000; i++) {
        const { low, high } = meanInterval(
          [1, 2, 3, 4, 5].map(() => 7 + 3 * rng.normal()),
          { level },
        );
        if (low <= 7 && 7 <= high) hits++;
      }
      expect(hits / 2000).to.be.closeTo(level, 3.29 * Math.sqrt((level * (1 - level)) / 2000));
    }
  });

  it('has no width when all values are the same', () => {
    expect(meanInterval([4, 4, 4])).to.include({ mean: 4, low: 4, high: 4, standardError: 0 });
  });

  it('refuses too few values, NaN and levels that are none', () => {
    expect(() => meanInterval([1])).to.throw(
      ShapeError,
      'meanInterval: at least two values are needed to see a spread, received 1; run more seeds',
    );
    expect(() => meanInterval([1, NaN, 2])).to.throw(
      OptionError,
      'meanInterval: values must be finite numbers, received NaN at 1',
    );
    expect(() => meanInterval([1, 2], { level: 95 })).to.throw(
      OptionError,
      'meanInterval: level must be in (0, 1), received 95; pass e.g. 0.95',
    );
    expect(() => meanInterval([1, 2], { level: 1 })).to.throw(OptionError, 'received 1');
    expect(() => meanInterval([1, 2], { levle: 0.9 } as object)).to.throw(OptionError, 'received "levle"');
  });
});

describe('pairedInterval', () => {
  const [a, b] = [
    [0.84, 0.82, 0.87, 0.85],
    [0.81, 0.8, 0.83, 0.84],
  ];

  it('is the interval of a - b: positive when a is larger', () => {
    const { mean, low, high } = pairedInterval(a, b);
    expect(mean).to.be.closeTo(0.025, 1e-15);
    expect(low).to.be.above(0);
    const turned = pairedInterval(b, a);
    expect([-turned.high, -turned.low]).to.deep.equal([low, high]);
  });

  it('what a pair has in common does not widen it', () => {
    const common = [0, 10, 20, 30];
    const { low, high } = pairedInterval(
      a.map((value, i) => value + common[i]),
      b.map((value, i) => value + common[i]),
    );
    expect(high - low).to.be.closeTo(pairedInterval(a, b).high - pairedInterval(a, b).low, 1e-12);
  });

  it('refuses what is not paired', () => {
    expect(() => pairedInterval(a, [1, 2])).to.throw(
      ShapeError,
      'pairedInterval: a and b must be pairs, received 4 and 2 values',
    );
    expect(() => pairedInterval([1], [2])).to.throw(ShapeError, 'pairedInterval: at least two values');
    expect(() => pairedInterval(a, [1, 2, 3, Infinity])).to.throw(
      OptionError,
      'pairedInterval: b must be finite numbers, received Infinity at 3',
    );
    expect(() => pairedInterval(a, b, { level: 0 })).to.throw(OptionError, 'pairedInterval: level must be in (0, 1)');
  });
});

describe('pairedTest', () => {
  it('p is 1 - level where the interval just touches 0', () => {
    const [a, b] = [
      [3, 5, 4, 8, 6],
      [1, 4, 4.5, 5, 3],
    ];
    const { p, t, df } = pairedTest(a, b);
    expect(df).to.equal(4);
    expect(t).to.be.above(0);
    expect(pairedInterval(a, b, { level: 1 - p }).low).to.be.closeTo(0, 1e-12);
    expect(pairedTest(b, a)).to.deep.equal({ t: -t, df, p });
  });

  it('without a spread is NaN for no difference, certain for one', () => {
    expect(pairedTest([1, 2], [1, 2])).to.deep.equal({ t: NaN, df: 1, p: NaN });
    expect(pairedTest([2, 3], [1, 2])).to.deep.equal({ t: Infinity, df: 1, p: 0 });
  });

  it('refuses what is not paired', () => {
    expect(() => pairedTest([1, 2, 3], [1, 2])).to.throw(ShapeError, 'pairedTest: a and b must be pairs');
    expect(() => pairedTest([1, NaN], [1, 2])).to.throw(
      OptionError,
      'pairedTest: a must be finite numbers, received NaN at 1',
    );
  });
});
