// Received value, expected value → where they differ

import { expect } from 'chai';
import { difference } from '../../../grader/spec/compare';
import { printed } from '../../../grader/spec/show-value';

describe('difference', () => {
  it('is fair: typed arrays, -0, rounding and additional fields are no mistakes', () => {
    expect(difference(new Float64Array([1, 2]), [1, 2])).to.equal(undefined);
    expect(difference(-0, 0)).to.equal(undefined);
    expect(difference(0.1 + 0.2, 0.3)).to.equal(undefined);
    expect(difference({ a: 1, b: 2 }, { a: 1 })).to.equal(undefined);
    expect(difference(NaN, NaN)).to.equal(undefined);
  });

  it('is strict: another number, NaN, another length, a text, nothing', () => {
    for (const [received, expected] of [
      [1 + 1e-6, 1],
      [NaN, 1],
      [1, NaN],
      [Infinity, 1],
      [-Infinity, Infinity],
      [
        [1, 2, 3],
        [1, 2],
      ],
      [[1], [1, 2]],
      ['1', 1],
      [undefined, 0],
      [[undefined], [0]],
      [{}, [1]],
      [{ a: 1 }, { a: 2 }],
      [true, false],
      [null, 0],
    ]) {
      expect(difference(received, expected), `${printed(received)} for ${printed(expected)}`).to.be.a('string');
    }
  });

  it('says where lists differ', () => {
    expect(
      difference(
        [
          [1, 2],
          [3, 5],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).to.equal('expected 4 at [1][1], received 5');
  });
});
