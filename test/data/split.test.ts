import { expect } from 'chai';
import * as fc from 'fast-check';
import { split } from '../../src/data/split';
import { OptionError, ShapeError } from '../../src/errors';
import { createRng } from '../../src/tensor/random';
import { numberedDataset, numberedImages, rowNumbers } from './example';

describe('split', () => {
  it('of 2000 takes 400 for the test, 320 of the rest for validation, 1280 to train', () => {
    const { train, validation, test } = split(numberedDataset(2000), { test: 0.2, validation: 0.2, rng: createRng(1) });
    expect([test.y.length, validation.y.length, train.y.length]).to.deep.equal([400, 320, 1280]);
    expect([test.classes, validation.classes, train.classes]).to.deep.equal([3, 3, 3]);
  });

  it('rounds held-out parts up, exactly: k hundredths of n are ⌈k · n / 100⌉, however the fraction was computed', () => {
    for (const n of [3, 7, 10, 100, 999, 2000]) {
      const dataset = numberedDataset(n);
      for (let k = 0; k < 95; k++) {
        const due = Math.floor((k * n + 99) / 100);
        if (due >= n) continue;
        for (const fraction of [k / 100, 1 - (100 - k) / 100, 1 - 0.05 - (95 - k) / 100, k * 0.01]) {
          const options = { test: Math.max(fraction, 0), validation: 0, rng: createRng(1) };
          expect(split(dataset, options).test.y.length, `${fraction} of ${n}`).to.equal(due);
        }
      }
    }
    const { validation } = split(numberedDataset(10), { test: 0, validation: 1 - 0.7, rng: createRng(1) });
    expect(validation.y.length).to.equal(3);
  });

  it('takes one more for a fraction that is truly above', () => {
    for (const [fraction, n, due] of [
      [0.3001, 10, 4],
      [0.300000001, 10, 4],
      [1e-9, 1000, 1],
      [1 / 3, 100, 34],
    ]) {
      const { test } = split(numberedDataset(n), { test: fraction, validation: 0, rng: createRng(1) });
      expect(test.y.length, `${fraction} of ${n}`).to.equal(due);
    }
  });

  it('puts every example in exactly one part, with its label', () => {
    const fraction = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), fraction, fraction, fc.integer(), (n, test, validation, seed) => {
        const parts = split(numberedDataset(n), { test, validation, rng: createRng(seed) });
        const rows = [parts.train, parts.validation, parts.test].flatMap(rowNumbers);
        expect(rows.sort((a, b) => a - b)).to.deep.equal(Array.from({ length: n }, (_, i) => i));
      }),
      { seed: 1 },
    );
  });

  it('shuffles: every part has examples from all over', () => {
    const parts = split(numberedDataset(1000), { test: 0.2, validation: 0.2, rng: createRng(1) });
    for (const part of Object.values(parts)) {
      const rows = rowNumbers(part);
      expect(rows.reduce((sum, row) => sum + row, 0) / rows.length).to.be.closeTo(499.5, 80); // 4 standard errors of 160 rows
    }
  });

  it('depends on the seed of rng, not on what was drawn before', () => {
    const rng = createRng(1);
    const first = split(numberedDataset(50), { test: 0.2, validation: 0.2, rng });
    rng.uniform();
    expect(split(numberedDataset(50), { test: 0.2, validation: 0.2, rng })).to.deep.equal(first);
    expect(split(numberedDataset(50), { test: 0.2, validation: 0.2, rng: createRng(2) })).not.to.deep.equal(first);
  });

  it('keeps images that are bytes as bytes, each with its label', () => {
    const { train, validation, test } = split(numberedImages(20), { test: 0.2, validation: 0.25, rng: createRng(1) });
    expect([test, validation, train].map(({ x }) => x.shape)).to.deep.equal([
      [4, 2, 1, 1],
      [4, 2, 1, 1],
      [12, 2, 1, 1],
    ]);
    const rows = [train, validation, test].flatMap(({ x, y, classes }) =>
      Array.from(y, (label, i) => {
        const row = x.data[2 * i];
        expect([x.data[2 * i + 1], label]).to.deep.equal([100 + row, row % classes]);
        return row;
      }),
    );
    expect(rows.sort((a, b) => a - b)).to.deep.equal(Array.from({ length: 20 }, (_, i) => i));
  });

  it('a fraction of 0 leaves that part empty', () => {
    const { train, validation, test } = split(numberedDataset(7), { test: 0, validation: 0, rng: createRng(1) });
    expect([test.y.length, validation.y.length, train.y.length]).to.deep.equal([0, 0, 7]);
  });

  it('refuses fractions that are none, and to leave nothing to train on', () => {
    const options = { test: 0.2, validation: 0.2, rng: createRng(1) };
    expect(() => split(numberedDataset(9), { ...options, test: 1 })).to.throw(
      OptionError,
      'split: test must be in [0, 1), received 1; pass the fraction to hold out, e.g. 0.2',
    );
    expect(() => split(numberedDataset(9), { ...options, validation: -0.1 })).to.throw(
      'split: validation must be in [0, 1)',
    );
    expect(() => split(numberedDataset(9), { ...options, test: NaN })).to.throw('received NaN');
    expect(() => split(numberedDataset(2), { ...options })).to.throw('received 2 of which 2 are held out');
    // @ts-expect-error rng is missing
    expect(() => split(numberedDataset(9), { test: 0.2, validation: 0.2 })).to.throw('split: rng is needed');
    expect(() => split({ ...numberedDataset(9), y: new Int32Array(8) }, options)).to.throw(
      ShapeError,
      '9 rows and 8 labels',
    );
  });
});
