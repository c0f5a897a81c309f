import { expect } from 'chai';
import * as fc from 'fast-check';
import { batches } from '../../src/data/batches';
import { OptionError } from '../../src/errors';
import { createRng } from '../../src/tensor/random';
import { numberedDataset, rowNumbers } from './example';

describe('batches', () => {
  it('gives full batches and a smaller last one', () => {
    const sizes = [...batches(numberedDataset(150), 64, createRng(1))].map((batch) => batch.x.shape);
    expect(sizes).to.deep.equal([
      [64, 2],
      [64, 2],
      [22, 2],
    ]);
  });

  it('shows every example once an epoch, with its label, whatever the batch size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 90 }), (n, size) => {
        const rows = [...batches(numberedDataset(n), size, createRng(n))].flatMap(rowNumbers);
        expect(rows.sort((a, b) => a - b)).to.deep.equal(Array.from({ length: n }, (_, i) => i));
      }),
      { seed: 1 },
    );
  });

  it('shuffles anew in each epoch, and the same for the same seed', () => {
    const rng = createRng(1);
    const epoch = () => [...batches(numberedDataset(30), 8, rng)].flatMap(rowNumbers);
    const [first, second] = [epoch(), epoch()];
    expect(first).not.to.deep.equal(second);
    expect([...batches(numberedDataset(30), 8, createRng(1))].flatMap(rowNumbers)).to.deep.equal(first);
  });

  it('batches stay as they are when the next one is made', () => {
    const [first, second] = batches(numberedDataset(8), 4, createRng(1));
    expect(new Set([...rowNumbers(first), ...rowNumbers(second)]).size).to.equal(8);
  });

  it('refuses a size that is none when it is called, not when the first batch is taken', () => {
    expect(() => batches(numberedDataset(8), 0, createRng(1))).to.throw(
      OptionError,
      'batches: size must be a whole number of at least 1, received 0; pass the number of examples in a batch, e.g. 64',
    );
    expect(() => batches(numberedDataset(8), 2.5, createRng(1))).to.throw('received 2.5');
    // @ts-expect-error rng is missing
    expect(() => batches(numberedDataset(8), 4)).to.throw('batches: rng is needed');
  });
});
