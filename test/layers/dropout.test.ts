// rate → what is dropped, what is scaled, and what stays as it is (bounds: two-sided 0.1 %, seeds are fixed)

import { expect } from 'chai';
import { Dropout } from '../../src/layers/dropout';
import { keepMask } from '../../src/layers/keep-mask';
import { createRng } from '../../src/tensor/random';
import { empty } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

const training = true;

function ones(n: number) {
  const x = empty([n, 1]);
  x.data.fill(1);
  return x;
}

describe('Dropout', () => {
  for (const rate of [0.1, 0.2, 0.5, 0.8]) {
    it(`Dropout(${rate}) drops ${rate} of the numbers and divides the others by ${1 - rate}`, () => {
      const n = 20000;
      const y = new Dropout(rate).forward(ones(n), { training, rng: createRng(`share ${rate}`) }).data;
      const kept = y.filter((value) => value !== 0);
      expect(Math.abs(kept.length / n - (1 - rate))).to.be.below(3.29 * Math.sqrt((rate * (1 - rate)) / n));
      for (const value of kept) expect(value).to.equal(1 / (1 - rate));
    });

    it(`Dropout(${rate}) keeps the mean activation of each unit over many masks`, () => {
      const [layer, rng, x] = [new Dropout(rate), createRng(`mean ${rate}`), randomTensor([3, 5], 'activations')];
      const masks = 3000;
      const mean = new Float64Array(15);
      for (let i = 0; i < masks; i++)
        layer.forward(x, { training, rng }).data.forEach((value, j) => (mean[j] += value / masks));
      mean.forEach((value, j) =>
        expect(Math.abs(value - x.data[j])).to.be.below(
          3.89 * Math.abs(x.data[j]) * Math.sqrt(rate / (1 - rate) / masks),
        ),
      ); // 15 at once
    });
  }

  it('drops independently: neighbours, rows and columns, and one mask and the next', () => {
    const [rows, columns, rate] = [300, 64, 0.3];
    const rng = createRng('independent');
    const [first, second] = [keepMask([rows, columns], rate, rng).data, keepMask([rows, columns], rate, rng).data];
    const n = first.length;
    const covariance = (other: Float64Array, shift: number) =>
      first.reduce((sum, value, i) => sum + (value - 1) * (other[(i + shift) % n] - 1), 0) / n;
    const variance = rate / (1 - rate);
    for (const [other, shift] of [
      [first, 1],
      [first, columns],
      [second, 0],
      [second, 1],
    ] as const) {
      expect(Math.abs(covariance(other, shift) / variance)).to.be.below(3.29 / Math.sqrt(n));
    }
  });

  it('sends gradients back through the same mask', () => {
    const [layer, x, dy] = [new Dropout(0.3), randomTensor([7, 9], 'x', 0.1), randomTensor([7, 9], 'dy')];
    const y = layer.forward(x, { training, rng: createRng('mask') });
    const mask = y.data.map((value, i) => (value === 0 ? 0 : value / x.data[i]));
    expect(mask.filter((factor) => factor === 0)).to.not.have.length(0);
    layer.backward(dy).data.forEach((dx, i) => expect(dx).to.be.closeTo(dy.data[i] * mask[i], 1e-15));
  });

  it('is the identity in evaluation and at rate 0, forward and backward, and then needs no rng', () => {
    const [x, dy] = [randomTensor([3, 5], 'x'), randomTensor([3, 5], 'dy')];
    const layer = new Dropout(0.8);
    layer.forward(x, { training, rng: createRng(1) }); // no mask is left over from here
    expect(numbers(layer.forward(x))).to.deep.equal(numbers(x));
    expect(numbers(layer.backward(dy))).to.deep.equal(numbers(dy));
    const off = new Dropout(0);
    expect(numbers(off.forward(x, { training }))).to.deep.equal(numbers(x));
    expect(numbers(off.backward(dy))).to.deep.equal(numbers(dy));
  });

  it('draws a new mask at each pass, and the same ones from the same seed', () => {
    const draw = (seed: number) => {
      const [layer, rng] = [new Dropout(0.3), createRng(seed)];
      return [0, 1].map(() => numbers(layer.forward(ones(50), { training, rng })));
    };
    const [first, second] = draw(1);
    expect(first).to.not.deep.equal(second);
    expect(draw(1)).to.deep.equal([first, second]);
    expect(draw(2)[0]).to.not.deep.equal(first);
  });

  it('drops half by default', () => {
    expect(new Dropout().rate).to.equal(0.5);
  });

  it('leaves its input as it is', () => {
    const x = randomTensor([3, 5], 'x');
    const before = numbers(x);
    new Dropout(0.3).forward(x, { training, rng: createRng(1) });
    expect(numbers(x)).to.deep.equal(before);
  });

  it('tells of a rate outside [0, 1), and that 1 would drop everything', async () => {
    for (const rate of [1, 1.5, -0.1, NaN]) {
      await expectLesson(
        () => new Dropout(rate),
        'OptionError',
        'Dropout: rate must be in [0, 1)',
        `received ${rate}`,
        'fraction to drop',
      );
    }
  });

  it('keepMask tells of such a rate, and of a missing rng, too', async () => {
    for (const rate of [1, 1.5, -0.1, NaN]) {
      await expectLesson(() => keepMask([3], rate, createRng(1)), 'OptionError', 'keepMask: rate', `received ${rate}`);
    }
    await expectLesson(() => keepMask([3], 0.5, undefined as never), 'OptionError', 'keepMask: rng', 'createRng(42)');
  });

  it('tells that training needs an rng', async () => {
    await expectLesson(
      () => new Dropout(0.3).forward(ones(3), { training }),
      'OptionError',
      'Dropout',
      'rng',
      'createRng(42)',
    );
  });
});
