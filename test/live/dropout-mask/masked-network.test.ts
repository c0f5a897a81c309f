// rate, seed → the masks of the live figure: against the definition of inverted dropout

import { expect } from 'chai';
import { h, Masks } from '../../../live/dropout-mask/masked-network';

describe('Masks', () => {
  it('divides what it keeps by 1 - rate, and drops the rest', () => {
    for (const rate of [0, 0.2, 0.5, 0.8]) {
      const { first, kept } = new Masks(rate, 3).at(5);
      first.forEach((value, i) => expect(value).to.be.closeTo(kept[0][i] ? h[i] / (1 - rate) : 0, 1e-12));
    }
  });

  it('begins with 0 0.4 0 0.8 0 for the seed of the notebook', () => {
    expect(new Masks(0.5, 359).at(1).first).to.deep.equal([0, 0.4, 0, 0.8, 0]);
  });

  it('is repeated by its seed, in whatever order its masks are asked for', () => {
    const [one, two] = [new Masks(0.2, 7), new Masks(0.2, 7)];
    const late = one.at(20);
    expect(late).to.deep.equal(two.at(20));
    expect(one.at(4)).to.deep.equal(two.at(4));
    expect(new Masks(0.2, 8).at(20)).not.to.deep.equal(late);
  });

  it('takes the mean over the masks up to a number', () => {
    const masks = new Masks(0.3, 5);
    const { inverted, plain } = masks.means(4);
    const seen = [1, 2, 3, 4].map((number) => masks.at(number));
    h.forEach((value, i) => {
      expect(inverted[i]).to.be.closeTo(seen.reduce((sum, { first }) => sum + first[i], 0) / 4, 1e-12);
      expect(plain[i]).to.be.closeTo((value * seen.filter(({ kept }) => kept[0][i]).length) / 4, 1e-12);
    });
  });

  for (const rate of [0.2, 0.5, 0.8]) {
    it(`at rate ${rate} comes to h with the division, and to ${Number((1 - rate).toFixed(1))} of it without`, () => {
      const { inverted, plain } = new Masks(rate, 11).means(1000);
      h.forEach((value, i) => {
        const error = value * Math.sqrt(rate / (1 - rate) / 1000); // one standard error of a mean of 1000
        expect(inverted[i]).to.be.closeTo(value, 4 * error);
        expect(plain[i]).to.be.closeTo(inverted[i] * (1 - rate), 1e-12);
      });
    });
  }

  it('lets a unit that is dropped have no say: what follows from it is 0', () => {
    const masks = new Masks(0.5, 2);
    for (let number = 1; number <= 30; number++) {
      const { second, kept, outputs } = masks.at(number);
      second.forEach((value, i) => expect(value !== 0 && !kept[1][i]).to.equal(false));
      expect(outputs.reduce((sum, value) => sum + value, 0)).to.be.closeTo(1, 1e-12);
    }
  });
});
