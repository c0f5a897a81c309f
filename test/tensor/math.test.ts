import { expect } from 'chai';
import fc from 'fast-check';
import { power } from '../../src/tensor/math';

describe('power', () => {
  it('is the repeated product, to the bit', () => {
    expect([power(0.9, 0), power(0.9, 1), power(0.9, 3), power(0, 0)]).to.deep.equal([1, 0.9, 0.9 * 0.9 * 0.9, 1]);
  });

  it('refuses roots and reciprocals, which are no repeated products', () => {
    for (const n of [0.5, -1, NaN]) expect(() => power(2, n)).to.throw(`whole number of at least 0, received ${n}`);
  });

  it('agrees with ** within rounding', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: 0, max: 60 }), (x, n) => {
        expect(power(x, n)).to.be.closeTo(x ** n, 1e-13 * Math.max(1, Math.abs(x ** n)));
      }),
    );
  });
});
