// cells → Markdown

import { expect } from 'chai';
import { formatInterval } from '../../src/figures/format-interval';
import { alignedTable, table } from '../../src/figures/table';
import { meanInterval } from '../../src/metrics/confidence-interval';
import { expectLesson } from '../support/errors';

describe('table', () => {
  it('writes a head, a line and a row for each row', () => {
    const rows = [
      ['L1', 0.1],
      ['', 2e-7],
    ];
    expect(table(['penalty', 'λ'], rows)).to.equal('| penalty | λ |\n| --- | --- |\n| L1 | 0.1 |\n|  | 2e-7 |');
    expect(table(['nothing'], [])).to.equal('| nothing |\n| --- |');
  });

  it('keeps a bar and a line break inside their cell', () => {
    const [, , row] = table(['a', 'b'], [['Σ|w|', 'one\n  two']]).split('\n');
    expect(row).to.equal('| Σ\\|w\\| | one two |');
    expect(table(['Σ\\|w\\|'], [])).to.equal(table(['Σ|w|'], [])); // escaped already
  });

  it('aligns columns when asked', () => {
    expect(alignedTable(['a', 'b'], [':--', '--:'], []).split('\n')[1]).to.equal('| :-- | --: |');
  });

  it('refuses rows of another length than the head', () =>
    expectLesson(() => table(['a', 'b'], [[1, 2], [3]]), 'ShapeError', '1 in row 1'));
});

describe('formatInterval', () => {
  it('writes the mean and the ends of its interval', () => {
    // s / √4 is 0.0064550, the t of 3 degrees of freedom 3.182446: 0.825 ± 0.0205426
    const interval = meanInterval([0.81, 0.84, 0.82, 0.83]);
    expect(formatInterval(interval)).to.equal('0.825 [0.804, 0.846]');
    expect(formatInterval(interval, { digits: 1, factor: 100 })).to.equal('82.5 [80.4, 84.6]');
  });

  it('keeps the signs, except of what rounds to zero', () => {
    expect(formatInterval({ mean: -0.025, low: -0.06, high: 0.01 }, { digits: 2 })).to.equal('-0.03 [-0.06, 0.01]');
    expect(formatInterval({ mean: -0.02, low: -10.04, high: -0.001 }, { digits: 1 })).to.equal('0.0 [-10.0, 0.0]');
    expect(formatInterval({ mean: -0.2, low: -0.5, high: -0.3 }, { digits: 0 })).to.equal('0 [-1, 0]');
  });
});
