import { expect } from 'chai';
import * as fc from 'fast-check';
import { makeClassification, type ClassificationOptions } from '../../src/data/classification';
import { OptionError } from '../../src/errors';
import { createRng } from '../../src/tensor/random';
import type { Dataset } from '../../src/data/dataset';

const base = { samples: 600, features: 12, informative: 3, redundant: 4, repeated: 2, flipY: 0, rng: createRng(5) };

function rowsOf({ x, y }: Dataset): number[][] {
  return Array.from(y, (_, i) => [...x.data.subarray(i * x.shape[1], (i + 1) * x.shape[1])]);
}

/** Residual of the least-squares fit of `target` by `columns`, as a fraction of its sum of squares: Gram and Schmidt. */
function unexplained(target: number[], columns: number[][]): number {
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  const without = (a: number[], b: number[]) => a.map((value, i) => value - (dot(a, b) / dot(b, b)) * b[i]);
  const basis: number[][] = [];
  for (const column of columns) basis.push(basis.reduce(without, column));
  const rest = basis.reduce(without, target);
  return dot(rest, rest) / dot(target, target);
}

describe('makeClassification', () => {
  const data = makeClassification({ ...base, shuffle: false });
  const columns = Array.from({ length: base.features }, (_, j) => rowsOf(data).map((row) => row[j]));
  const [informative, redundant, repeated, noise] = [
    columns.slice(0, 3),
    columns.slice(3, 7),
    columns.slice(7, 9),
    columns.slice(9),
  ];

  it('has the asked shape', () => {
    expect(data.x.shape).to.deep.equal([600, 12]);
    expect([data.y.length, data.classes]).to.deep.equal([600, 2]);
  });

  it('redundant columns are linear combinations of the informative ones', () => {
    for (const column of redundant) expect(unexplained(column, informative)).to.be.below(1e-20);
    expect(unexplained(informative[2], informative.slice(0, 2))).to.be.above(0.01);
  });

  it('repeated columns are copies of informative or redundant ones', () => {
    for (const column of repeated) expect([...informative, ...redundant].map(String)).to.include(String(column));
  });

  it('the other columns are standard normal noise', () => {
    for (const column of noise) {
      const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
      const variance = column.reduce((sum, value) => sum + value * value, 0) / column.length;
      expect(mean).to.be.closeTo(0, 3.29 / Math.sqrt(600));
      expect(variance).to.be.closeTo(1, 3.29 * Math.sqrt(2 / 600));
      expect(unexplained(column, [...informative])).to.be.above(0.95);
    }
  });

  it('puts clusters of equal size around different corners of a cube, class after class', () => {
    const far = makeClassification({ ...base, samples: 402, classSep: 1000, shuffle: false });
    const corners = rowsOf(far).map((row) => row.slice(0, 3).map((value) => (value > 0 ? 1 : -1)));
    rowsOf(far).forEach((row, i) =>
      row.slice(0, 3).forEach((value, j) => expect(value).to.be.closeTo(1000 * corners[i][j], 10)),
    );
    const sizes = [101, 101, 100, 100]; // two left over go to the first two
    let start = 0;
    const seen = sizes.map((size, k) => {
      const cluster = corners.slice(start, start + size).map(String);
      expect(new Set(cluster).size).to.equal(1);
      expect(far.y.subarray(start, start + size).every((label) => label === k % 2)).to.equal(true);
      start += size;
      return cluster[0];
    });
    expect(new Set(seen).size).to.equal(4);
  });

  it('each cluster has a covariance of its own', () => {
    const cluster = (k: number) => rowsOf(data).slice(150 * k, 150 * (k + 1));
    const covariance = (rows: number[][]) => {
      const mean = (j: number) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length;
      return rows.reduce((sum, row) => sum + (row[0] - mean(0)) * (row[1] - mean(1)), 0) / rows.length;
    };
    const values = [0, 1, 2, 3].map((k) => covariance(cluster(k)));
    expect(Math.max(...values) - Math.min(...values)).to.be.above(0.2);
  });

  it('flips as many labels as asked, of which 1/classes stay by chance', () => {
    const flipped = makeClassification({ ...base, samples: 3000, flipY: 0.4, shuffle: false });
    const clean = makeClassification({ ...base, samples: 3000, shuffle: false });
    const changed = flipped.y.filter((label, i) => label !== clean.y[i]).length / 3000;
    expect(changed).to.be.closeTo(0.2, 3.29 * Math.sqrt((0.2 * 0.8) / 3000));
    expect(flipped.x).to.deep.equal(clean.x);
  });

  it('shuffling moves rows with their labels, and columns as a whole', () => {
    const shuffled = makeClassification(base);
    const key = (row: number[], label: number) => `${[...row].sort((a, b) => a - b)} ${label}`;
    const keys = ({ y }: Dataset, rows: number[][]) => rows.map((row, i) => key(row, y[i])).sort();
    expect(keys(shuffled, rowsOf(shuffled))).to.deep.equal(keys(data, rowsOf(data)));
    expect(shuffled.x).not.to.deep.equal(data.x);
    const sum = (j: number, of: Dataset) =>
      rowsOf(of)
        .reduce((total, row) => total + Math.abs(row[j]), 0)
        .toFixed(6);
    const sums = (of: Dataset) => Array.from({ length: 12 }, (_, j) => sum(j, of)).sort();
    expect(sums(shuffled)).to.deep.equal(sums(data));
  });

  it('defaults are those of scikit-learn: two classes, two clusters each, separation 1, one label in a hundred redrawn', () => {
    const given = { samples: 500, features: 5, informative: 2, redundant: 1, rng: createRng(3) };
    const full = { ...given, repeated: 0, classes: 2, clustersPerClass: 2, flipY: 0.01, classSep: 1, shuffle: true };
    expect(makeClassification(given)).to.deep.equal(makeClassification(full));
  });

  it('takes any sizes that fit together', () => {
    const sizes = fc.record({
      samples: fc.integer({ min: 1, max: 30 }),
      informative: fc.integer({ min: 2, max: 4 }),
      redundant: fc.integer({ min: 0, max: 3 }),
      repeated: fc.integer({ min: 0, max: 3 }),
      noise: fc.integer({ min: 0, max: 3 }),
      classes: fc.integer({ min: 2, max: 4 }),
    });
    fc.assert(
      fc.property(sizes, fc.integer(), ({ noise: columns, ...rest }, seed) => {
        const features = rest.informative + rest.redundant + rest.repeated + columns;
        const { x, y } = makeClassification({ ...rest, features, clustersPerClass: 1, rng: createRng(seed) });
        expect(x.shape).to.deep.equal([rest.samples, features]);
        expect(x.data.every(Number.isFinite) && y.every((label) => label >= 0 && label < rest.classes)).to.equal(true);
      }),
      { seed: 1 },
    );
  });

  it('refuses counts that do not fit together', () => {
    const make = (change: Partial<ClassificationOptions>) => () => makeClassification({ ...base, ...change });
    expect(make({ features: 8 })).to.throw(
      OptionError,
      'makeClassification: informative + redundant + repeated must be at most features, received 3 + 4 + 2 for 8; raise features',
    );
    expect(make({ classes: 3, clustersPerClass: 3 })).to.throw(
      OptionError,
      'at most 2^informative, the corners of the cube, received 3 · 3 for 2^3',
    );
    make({ classes: 4, clustersPerClass: 2 })();
    expect(make({ samples: 0 })).to.throw(
      'makeClassification: samples must be a whole number of at least 1, received 0',
    );
    expect(make({ redundant: -1 })).to.throw(
      'makeClassification: redundant must be a whole number of at least 0, received -1',
    );
    expect(make({ classes: 1 })).to.throw(
      'makeClassification: classes must be a whole number of at least 2, received 1',
    );
    expect(make({ flipY: 1.5 })).to.throw('makeClassification: flipY must be in [0, 1], received 1.5');
    expect(make({ classSep: NaN })).to.throw('makeClassification: classSep must be a finite number, received NaN');
    expect(make({ rng: undefined })).to.throw('makeClassification: rng is needed');
  });
});
