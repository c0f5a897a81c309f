import { expect } from 'chai';
import { corruptLabels } from '../../src/data/corrupt-labels';
import { OptionError } from '../../src/errors';
import { createRng } from '../../src/tensor/random';
import { numberedDataset } from './example';

describe('corruptLabels', () => {
  const dataset = numberedDataset(3000, 4);
  const wrongRows = (fraction: number, data = dataset) => {
    const { y } = corruptLabels(data, { fraction, rng: createRng(1) });
    return [...y.keys()].filter((i) => y[i] !== data.y[i]);
  };

  it('makes exactly the fraction wrong, and leaves x and the given labels alone', () => {
    const before = dataset.y.slice();
    const { x, classes } = corruptLabels(dataset, { fraction: 0.3, rng: createRng(1) });
    expect(wrongRows(0.3)).to.have.length(900);
    expect([x, classes]).to.deep.equal([dataset.x, 4]);
    expect(dataset.y).to.deep.equal(before);
    expect(wrongRows(0)).to.have.length(0);
    expect(wrongRows(1)).to.have.length(3000);
    expect(wrongRows(0.3, numberedDataset(5, 2))).to.have.length(2); // 1.5 is rounded up
  });

  it('each other class is equally likely', () => {
    const { y } = corruptLabels(dataset, { fraction: 1, rng: createRng(1) });
    const shifts = [0, 0, 0, 0];
    y.forEach((label, i) => shifts[(label - dataset.y[i] + 4) % 4]++);
    expect(shifts[0]).to.equal(0);
    for (const count of shifts.slice(1)) expect(count).to.be.closeTo(1000, 3.29 * Math.sqrt(3000 * (1 / 3) * (2 / 3)));
  });

  it('a larger fraction corrupts the same examples and more', () => {
    const few = wrongRows(0.1);
    const many = new Set(wrongRows(0.4));
    expect(few.every((row) => many.has(row))).to.equal(true);
  });

  it('a second time with the same rng undoes itself when there are two classes; a stream of its own does not', () => {
    const data = numberedDataset(200, 2);
    const rng = createRng(1);
    const once = corruptLabels(data, { fraction: 0.2, rng });
    expect(corruptLabels(once, { fraction: 0.2, rng }).y).to.deep.equal(data.y);
    expect(corruptLabels(once, { fraction: 0.2, rng: rng.split('again') }).y).to.not.deep.equal(data.y);
  });

  it('refuses a fraction that is none', () => {
    expect(() => corruptLabels(dataset, { fraction: 20, rng: createRng(1) })).to.throw(
      OptionError,
      'corruptLabels: fraction must be in [0, 1], received 20; pass the fraction of wrong labels, e.g. 0.2',
    );
    // @ts-expect-error rng is missing
    expect(() => corruptLabels(dataset, { fraction: 0.2 })).to.throw('corruptLabels: rng is needed');
  });
});
