import { expect } from 'chai';
import { addNoiseFeatures } from '../../src/data/noise-features';
import { OptionError, ShapeError } from '../../src/errors';
import { createRng } from '../../src/tensor/random';
import { tensor, type Tensor } from '../../src/tensor/tensor';
import { numberedDataset } from './example';

function column({ data, shape }: Tensor, j: number): Float64Array {
  return data.filter((_, i) => i % shape[1] === j);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('addNoiseFeatures', () => {
  const dataset = numberedDataset(2000);
  const noisy = addNoiseFeatures(dataset, 5, createRng(1));

  it('keeps the columns and labels there are, and appends count columns', () => {
    expect(noisy.x.shape).to.deep.equal([2000, 7]);
    expect(column(noisy.x, 0)).to.deep.equal(column(dataset.x, 0));
    expect(column(noisy.x, 1)).to.deep.equal(column(dataset.x, 1));
    expect([noisy.y, noisy.classes]).to.deep.equal([dataset.y, dataset.classes]);
  });

  it('the new columns are standard normal and independent of the labels and of each other', () => {
    const bound = 3.29 / Math.sqrt(2000);
    const y = Float64Array.from(dataset.y, (label) => (label - 1) / Math.sqrt(2 / 3)); // mean 0, variance 1
    const added = [2, 3, 4, 5, 6].map((j) => column(noisy.x, j));
    added.forEach((a, i) => {
      expect(mean(a)).to.be.closeTo(0, bound);
      expect(mean(a.map((value) => value * value))).to.be.closeTo(1, bound * Math.SQRT2);
      [y, ...added.slice(0, i)].forEach((b) =>
        expect(mean(a.map((value, row) => value * b[row]))).to.be.closeTo(0, bound),
      );
    });
  });

  it('adding 2 and then 3 gives the same columns as adding 5', () => {
    const rng = createRng(1);
    expect(addNoiseFeatures(addNoiseFeatures(dataset, 2, rng), 3, rng)).to.deep.equal(noisy);
    expect(addNoiseFeatures(dataset, 0, rng)).to.deep.equal(dataset);
  });

  it('refuses a count that is none, and images', () => {
    expect(() => addNoiseFeatures(dataset, -1, createRng(1))).to.throw(
      OptionError,
      'addNoiseFeatures: count must be a whole number of at least 0, received -1; pass the number of columns to add, e.g. 18',
    );
    expect(() => addNoiseFeatures(dataset, 1.5, createRng(1))).to.throw('received 1.5');
    // @ts-expect-error rng is missing
    expect(() => addNoiseFeatures(dataset, 2)).to.throw('addNoiseFeatures: rng is needed');
    const images = { x: tensor([1, 1, 2, 1], [1, 2]), y: Int32Array.of(0), classes: 2 };
    expect(() => addNoiseFeatures(images, 2, createRng(1))).to.throw(ShapeError, 'a matrix');
  });
});
