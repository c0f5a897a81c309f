// shape, values → Tensor: what fits, and what is refused

import { expect } from 'chai';
import { Workspace } from '../../src/tensor/memory';
import { empty, reshape, tensor, zeros } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';

describe('tensor', () => {
  it('holds a copy of its values, row by row', () => {
    const values = [
      [1, 2],
      [3, 4],
    ];
    const { shape, data } = tensor([2, 2], values);
    values[0][0] = 7;
    expect(shape).to.deep.equal([2, 2]);
    expect([...data]).to.deep.equal([1, 2, 3, 4]);
  });

  it('refuses too few values, values that are no numbers, and lengths that are none', async () => {
    await expectLesson(() => tensor([2, 2], [1, 2, 3]), 'ShapeError', '(2, 2) holds 4 values, received 3');
    await expectLesson(() => tensor([2], ['1', 2]), 'OptionError', 'received "1" at 0');
    for (const length of [-1, 1.5, NaN]) await expectLesson(() => zeros([length, 2]), 'ShapeError', `(${length}, 2)`);
  });
});

describe('nested arrays', () => {
  const right: [shape: number[], values: unknown[]][] = [
    [
      [2, 3],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      [3, 1, 2],
      [[[1, 2]], [[3, 4]], [[5, 6]]],
    ],
    [
      [2, 1, 3],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      [2, 3],
      [Float64Array.of(1, 2, 3), Float32Array.of(4, 5, 6)],
    ],
    [
      [2, 3],
      [1, 2, 3, 4, 5, 6],
    ],
  ];
  for (const [shape, values] of right) {
    it(`of ${JSON.stringify(values)} fit the shape (${shape.join(', ')})`, () => {
      expect([...tensor(shape, values).data]).to.deep.equal([1, 2, 3, 4, 5, 6]);
    });
  }

  const wrong: [what: string, shape: number[], values: unknown[], received: string][] = [
    ['rows of unequal length with the right sum', [2, 2], [[1, 2, 3], [4]], '(2) in [0], received 3 values'],
    [
      'columns for rows',
      [2, 3],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      '(2, 3) in all, received 3 rows',
    ],
    [
      'a row too few',
      [3, 2],
      [
        [1, 2],
        [3, 4],
      ],
      'received 2 rows',
    ],
    [
      'more levels than axes',
      [4],
      [
        [1, 2],
        [3, 4],
      ],
      'received 2 rows',
    ],
    ['a number beside a row', [2, 2], [1, [2, 3], 4], 'received 3 rows, some of them numbers'],
    ['as many numbers and rows as there are rows', [3, 2], [1, [2, 3, 4, 5], 6], 'some of them numbers'],
    [
      'unequal lengths deep inside',
      [2, 2, 2],
      [
        [
          [1, 2],
          [3, 4],
        ],
        [[5], [6, 7, 8]],
      ],
      'in [1][0], received 1 values',
    ],
    ['typed rows of unequal length', [2, 2], [Float64Array.of(1, 2, 3), Float64Array.of(4)], 'received 3 values'],
  ];
  for (const [what, shape, values, received] of wrong) {
    it(`that hold ${what} are a ShapeError`, () =>
      expectLesson(() => tensor(shape, values), 'ShapeError', 'tensor', 'nested as the shape says', received));
  }

  it('and flat ones have no holes', async () => {
    await expectLesson(() => tensor([2], [1, , 3]), 'ShapeError', 'received 3');
    await expectLesson(() => tensor([3], [1, , 3]), 'OptionError', 'received undefined at 1');
  });
});

describe('zeros', () => {
  it('are kept: not even a training step overwrites them', () => {
    const step = new Workspace();
    const kept = step.run(() => zeros([3]));
    kept.data.fill(7);
    step.run(() => [zeros([3]), empty([3])].forEach(({ data }) => data.fill(5)));
    expect([...kept.data]).to.deep.equal([7, 7, 7]);
    step.release();
  });
});

describe('reshape', () => {
  const t = tensor([4], [1, 2, 3, 4]);

  it('gives the same numbers another shape, without a copy', () => {
    const square = reshape(t, [2, 2]);
    expect(square.shape).to.deep.equal([2, 2]);
    expect(square.data).to.equal(t.data);
  });

  it('refuses shapes of another size, and lengths that are none, though their product is right', async () => {
    await expectLesson(() => reshape(t, [2, 3]), 'ShapeError', 'reshape: (4) holds 4 values, received (2, 3)');
    await expectLesson(() => reshape(t, [-2, -2]), 'ShapeError', 'reshape', 'received (-2, -2)');
    await expectLesson(() => reshape(t, [0.5, 8]), 'ShapeError', 'reshape', 'received (0.5, 8)');
  });
});
