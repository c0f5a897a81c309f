// StandardScaler, train_test_split and make_moons of scikit-learn

import { expect } from 'chai';
import { makeMoons } from '../../src/data/moons';
import { split } from '../../src/data/split';
import { Standardizer, standardize } from '../../src/data/standardizer';
import type { Dataset } from '../../src/data/dataset';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros, type Matrix } from '../../src/tensor/tensor';
import { close, describeReference } from './read';

function matrix(rows: number[][]): Matrix {
  return tensor([rows.length, rows[0].length], rows);
}

function numbered(n: number): Dataset {
  const x = zeros([n, 1]);
  x.data.forEach((_, i) => (x.data[i] = i));
  return { x, y: new Int32Array(n), classes: 2 };
}

describeReference('scaler_split', (content) => {
  const train = matrix(content.X_train);
  const test = matrix(content.X_test);
  const standardizer = Standardizer.fit(train);

  it('mean, variance and scale are those of StandardScaler, constant columns included', () => {
    close(standardizer.mean, content.mean, { scale: 0 });
    close(standardizer.variance, content.var, { scale: 0 });
    close(standardizer.scale, content.scale, { scale: 0 });
  });

  it('transform and inverse are those of StandardScaler', () => {
    close(standardizer.transform(train), content.train_transformed);
    close(standardizer.transform(test), content.test_transformed);
    close(standardizer.inverse(standardizer.transform(test)), content.test_inverse_of_transformed);
  });

  it('standardize uses the statistics of train for the other parts', () => {
    const part = (x: Matrix): Dataset => ({ x, y: new Int32Array(x.shape[0]), classes: 2 });
    const parts = standardize({ train: part(train), validation: part(test), test: part(test) });
    close(parts.train.x, content.train_transformed);
    close(parts.validation.x, content.test_transformed);
    close(parts.test.x, content.test_transformed);
  });

  it('a single row is shifted, not scaled', () => {
    const { X, mean, scale, transformed } = content.single_row;
    const single = Standardizer.fit(matrix(X));
    close(single.mean, mean, { scale: 0 });
    close(single.scale, scale);
    close(single.transform(matrix(X)), transformed);
  });

  for (const { n, test_size, n_train, n_test } of content.split_sizes) {
    it(`split holds out ${test_size} of ${n} rounded up`, () => {
      const parts = split(numbered(n), { test: test_size, validation: 0, rng: createRng(n) });
      expect([parts.train.y.length, parts.test.y.length]).to.deep.equal([n_train, n_test]);
    });
  }

  it('split takes validation from what the test leaves', () => {
    const { n, first, second } = content.seed001_split;
    const parts = split(numbered(n), { test: first.test_size, validation: second.test_size, rng: createRng(1) });
    expect([first.n, first.n_train]).to.deep.equal([n, second.n]);
    expect(parts.test.y).to.have.length(first.n_test);
    expect(parts.validation.y).to.have.length(second.n_test);
    expect(parts.train.y).to.have.length(second.n_train);
  });
});

describeReference('moons0', (content) => {
  /** Along each moon x only grows or only falls, so class and x bring shuffled points into one order. */
  function ordered(points: number[][], labels: ArrayLike<number>): number[][] {
    return points.map(([x, y], i) => [labels[i], x, y]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  }

  for (const { n_samples: samples, X, y } of content.cases) {
    it(`makeMoons gives the points of make_moons(${samples}) in random order`, () => {
      const moons = makeMoons({ samples, noise: 0, rng: createRng(7) });
      const points = Array.from(moons.y, (_, i) => [...moons.x.data.subarray(2 * i, 2 * i + 2)]);
      close(ordered(points, moons.y), ordered(X, y), { tolerance: 1e-15 });
    });
  }
});
