import { expect } from 'chai';
import * as fc from 'fast-check';
import { Standardizer, standardize } from '../../src/data/standardizer';
import { split } from '../../src/data/split';
import { OptionError, ShapeError } from '../../src/errors';
import { createRng } from '../../src/tensor/random';
import { tensor } from '../../src/tensor/tensor';
import { numberedDataset } from './example';

describe('Standardizer', () => {
  it('gives every column mean 0 and standard deviation 1, dividing by n', () => {
    const x = Standardizer.fit(tensor([4, 1], [1, 2, 3, 6])).transform(tensor([4, 1], [1, 2, 3, 6]));
    const deviation = Math.sqrt(3.5); // (4 + 1 + 0 + 9) / 4
    expect([...x.data]).to.deep.equal([-2 / deviation, -1 / deviation, 0, 3 / deviation]);
  });

  it('inverse undoes transform', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 20 }), (rows) => {
        const x = tensor([rows.length, 3], rows);
        const standardizer = Standardizer.fit(x);
        const back = standardizer.inverse(standardizer.transform(x));
        back.data.forEach((number, i) => expect(number).to.be.closeTo(x.data[i], 1e-9));
      }),
      { seed: 1 },
    );
  });

  it('a constant column is shifted only, also when its mean is rounded', () => {
    const { scale, mean } = Standardizer.fit(tensor([3, 2], [0.1, 7, 0.1, 7, 0.1, 7]));
    expect([...scale]).to.deep.equal([1, 1]);
    expect(mean[1]).to.equal(7);
  });

  it('refuses what it cannot fit or transform', () => {
    const standardizer = Standardizer.fit(tensor([2, 2], [1, 2, 3, 4]));
    expect(() => standardizer.transform(tensor([1, 3], [1, 2, 3]))).to.throw(
      ShapeError,
      'fitted on 2 columns, received 3',
    );
    expect(() => standardizer.inverse(tensor([1, 3], [1, 2, 3]))).to.throw(
      ShapeError,
      'fitted on 2 columns, received 3',
    );
    expect(() => Standardizer.fit(tensor([0, 2], []))).to.throw(ShapeError, 'at least one row');
    expect(() => Standardizer.fit(tensor([2], [1, 2]))).to.throw(ShapeError, 'a matrix');
    expect(() => Standardizer.fit(tensor([2, 2], [1, 2, NaN, 4]))).to.throw(
      OptionError,
      'received NaN in row 1, column 0',
    );
    expect(() => Standardizer.fit(tensor([2, 1], [1e300, -1e300]))).to.throw(
      OptionError,
      'received Infinity for column 0',
    );
  });
});

describe('standardize', () => {
  const parts = split(numberedDataset(20), { test: 0.25, validation: 0.2, rng: createRng(1) });

  it('applies the statistics of train to all three parts', () => {
    const standardizer = Standardizer.fit(parts.train.x);
    const { train, validation, test } = standardize(parts);
    expect(train.x).to.deep.equal(standardizer.transform(parts.train.x));
    expect(validation.x).to.deep.equal(standardizer.transform(parts.validation.x));
    expect(test.x).to.deep.equal(standardizer.transform(parts.test.x));
    expect([train.y, validation.y, test.y]).to.deep.equal([parts.train.y, parts.validation.y, parts.test.y]);
  });

  it('does not look at the other parts: an outlier in the test leaves train as it was', () => {
    const spoiled = {
      ...parts.test,
      x: tensor(
        parts.test.x.shape,
        parts.test.x.data.map(() => 1e9),
      ),
    };
    expect(standardize({ ...parts, test: spoiled }).train).to.deep.equal(standardize(parts).train);
  });
});
