// logits → probabilities

import { expect } from 'chai';
import fc from 'fast-check';
import { softmax } from '../../src/losses/softmax';
import { tensor } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor, vector } from '../support/tensors';

describe('softmax', () => {
  it('gives rows that add up to 1, in the order of the logits', () => {
    const logits = randomTensor([5, 3], 'softmax');
    const p = softmax(logits);
    for (let i = 0; i < 5; i++) {
      const row = p.data.subarray(3 * i, 3 * i + 3);
      expect(row.reduce((sum, value) => sum + value)).to.be.closeTo(1, 1e-15);
      const z = logits.data.subarray(3 * i, 3 * i + 3);
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ])
        expect(row[a] > row[b]).to.equal(z[a] > z[b]);
    }
  });

  it('of log-odds are the odds: 0 and ln 3 give 1/4 and 3/4', () => {
    const [a, b] = numbers(softmax(tensor([1, 2], [0, Math.log(3)])));
    expect(a).to.be.closeTo(0.25, 1e-15);
    expect(b).to.be.closeTo(0.75, 1e-15);
  });

  it('does not change when the same number is added to all logits of a row', () => {
    const whole = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(whole, whole, whole, fc.integer({ min: -1000, max: 1000 }), (a, b, c, shift) => {
        const [p, shifted] = [
          [a, b, c],
          [a + shift, b + shift, c + shift],
        ].map((row) => numbers(softmax(tensor([1, 3], row))));
        expect(shifted).to.deep.equal(p);
      }),
      { seed: 2 },
    );
  });

  it('stays finite at logits of ±1000', () => {
    expect(numbers(softmax(tensor([2, 2], [1000, -1000, -1000, -1000])))).to.deep.equal([1, 0, 0.5, 0.5]);
  });

  it('shows a NaN as NaN', () => {
    expect(numbers(softmax(tensor([1, 2], [NaN, 1])))).to.deep.equal([NaN, NaN]);
  });

  it('of anything but a matrix says what it needs', async () => {
    await expectLesson(() => softmax(vector(1, 2, 3)), 'ShapeError', 'softmax', '(3)');
  });
});
