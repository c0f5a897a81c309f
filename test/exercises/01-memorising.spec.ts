// Memorising: a split, a scaling and an epoch without a leak, on numbers that can be followed with a pencil

import { expect } from 'chai';
import { exercise, expectClose, made, type Oracle } from '../../grader/exercise';

type Parts = { train: number[]; validation: number[]; test: number[] };
type Rows = number[][];

const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const average = (values: number[]) => add(values) / values.length;
const columnsOf = (x: Rows) => x[0].map((_, j) => x.map((row) => row[j]));
const spread = (values: number[], divisor = values.length) =>
  Math.sqrt(add(values.map((v) => (v - average(values)) ** 2)) / divisor);
const statistics = (x: Rows) => ({
  mean: columnsOf(x).map(average),
  scale: columnsOf(x).map((column) => spread(column) || 1),
});
const scaled = (part: Rows, { mean, scale }: ReturnType<typeof statistics>) =>
  part.map((row) => row.map((v, j) => (v - mean[j]) / scale[j]));

const split = async (answer: Oracle, n: number, seed: number, test = 0.2, validation = 0.2): Promise<Parts> => {
  const parts = await answer.call('splitPositions', n, test, validation, made('createRng', seed));
  return { train: Array.from(parts.train), validation: Array.from(parts.validation), test: Array.from(parts.test) };
};
const sizes = ({ train, validation, test }: Parts) => [train.length, validation.length, test.length];
const allOf = ({ train, validation, test }: Parts) => [...train, ...validation, ...test];
const ascending = (values: number[]) => [...values].sort((a, b) => a - b);
const positions = (n: number) => Array.from({ length: n }, (_, i) => i);
const asText = (parts: Parts) => JSON.stringify([parts.train, parts.validation, parts.test].map(ascending));
const isRun = (values: number[]) => ascending(values).every((v, i, sorted) => i === 0 || v === sorted[i - 1] + 1);

/** How unevenly twenty positions reach a test set of one: about 19 when all are equally likely, above 66 once in a million. */
async function unevenness(answer: Oracle, seeds: number[]): Promise<number> {
  const counts = positions(20).map(() => 0);
  for (const { test } of await Promise.all(seeds.map((seed) => split(answer, 20, seed, 0.05, 0.2)))) counts[test[0]]++;
  const expected = seeds.length / 20;
  return add(counts.map((count) => (count - expected) ** 2 / expected));
}

/** An epoch of logistic regression with one thing done otherwise. */
function epoch(change: {
  divisor?: (batch: number, size: number, n: number) => number;
  sign?: number;
  drop?: boolean;
  stale?: boolean;
  target?: (p: number, y: number) => number;
}) {
  const { divisor = (batch) => batch, sign = -1, drop = false, stale = false, target = (p, y) => p - y } = change;
  return (weights: number[], x: Rows, y: number[], order: number[], size: number, rate: number): number[] => {
    const w = [...weights];
    for (let from = 0; from < order.length; from += size) {
      const batch = order.slice(from, from + size);
      if (drop && batch.length < size) continue;
      const used = stale ? weights : [...w];
      for (const i of batch) {
        const p = 1 / (1 + Math.exp(-add(x[i].map((v, j) => v * used[j]))));
        for (let j = 0; j < w.length; j++)
          w[j] += (sign * rate * target(p, y[i]) * x[i][j]) / divisor(batch.length, size, order.length);
      }
    }
    return w;
  };
}
const right = epoch({});

const x = [[1, 0], [0, 1], [1, 1]]; // prettier-ignore
const y = [1, 0, 1];

export default exercise(
  {
    slug: '01-memorising',
    imports: ['holdout'],
    tasks: [
      {
        id: 1,
        export: 'splitPositions',
        points: 3,
        hints: [
          'Shuffle the positions once, then cut the shuffled list in three: nothing can be in two parts then.',
          '`const order = Array.from(rng.permutation(n))`. The first `Math.ceil(test * n)` of them are the test set.',
          'The validation set is the next `Math.ceil(validation * (n - testCount))`; `order.slice(from, to)` cuts.',
        ],
        diagnoses: [
          { says: 'positions that are in two parts', when: async (answer) => isRepeated(await split(answer, 100, 1)) },
          {
            says: 'positions that are in no part',
            when: async (answer) => new Set(allOf(await split(answer, 100, 1))).size < 100,
          },
          {
            says: 'another split at every call: the generator that is given must be the only source of randomness',
            when: async (answer) => asText(await split(answer, 100, 1)) !== asText(await split(answer, 100, 1)),
          },
          {
            says: 'a cut without a shuffle: data are often sorted by class',
            when: async (answer) => isRun((await split(answer, 100, 1)).test),
          },
          {
            says: 'the same split for every seed',
            when: async (answer) => asText(await split(answer, 100, 1)) === asText(await split(answer, 100, 2)),
          },
          {
            says: 'the test set and the training set exchanged',
            when: async (answer) => String(sizes(await split(answer, 100, 1))) === '20,16,64',
          },
          {
            says: 'the validation set as a fraction of all examples: it is one of those that are left',
            when: async (answer) => String(sizes(await split(answer, 100, 1))) === '60,20,20',
          },
          {
            says: 'the validation set cut off first: the test set is a fraction of all examples',
            when: async (answer) => String(sizes(await split(answer, 100, 1))) === '64,20,16',
          },
          {
            says: 'numbers rounded down',
            when: async (answer) => String(sizes(await split(answer, 53, 1))) === '35,8,10',
          },
          {
            says: 'numbers rounded to the nearest',
            when: async (answer) => String(sizes(await split(answer, 52, 1))) === '34,8,10',
          },
          {
            says: 'a shuffle that prefers some orders, such as a sort by coin flips',
            when: async (answer) => (await unevenness(answer, positions(400))) > 66,
          },
        ],
      },
      {
        id: 2,
        export: 'columnStatistics',
        points: 2,
        hints: [
          'A column is the j-th number of every row: `x.map((row) => row[j])`.',
          'Variance: the mean of `(value - mean) ** 2`. The standard deviation is its square root; where that is 0, give 1.',
        ],
        diagnoses: [
          {
            says: 'a variance that divides by n - 1',
            formula: (x) => ({
              mean: statistics(x).mean,
              scale: columnsOf(x)
                .map((column) => spread(column, column.length - 1))
                .map((s) => (s === 0 ? 1 : s)),
            }),
          },
          {
            says: 'a variance that divides by n - 1',
            formula: (x) => ({
              mean: statistics(x).mean,
              scale: columnsOf(x).map((column) => spread(column, column.length - 1) || 1),
            }),
          },
          {
            says: 'the variance: the standard deviation is its square root',
            formula: (x) => ({
              mean: statistics(x).mean,
              scale: columnsOf(x).map((column) => spread(column) ** 2 || 1),
            }),
          },
          {
            says: '0 for a column of equal values, by which nothing can be divided',
            formula: (x) => ({ mean: statistics(x).mean, scale: columnsOf(x).map((column) => spread(column)) }),
          },
          {
            says: 'statistics of the rows: each column is a feature',
            formula: (x) => ({ mean: x.map(average), scale: x.map((row: number[]) => spread(row) || 1) }),
          },
          {
            says: 'one mean and one deviation for the whole table: every column has its own',
            formula: (x) => ({ mean: x[0].map(() => average(x.flat())), scale: x[0].map(() => spread(x.flat()) || 1) }),
          },
          {
            says: 'the sum in place of the mean',
            formula: (x) => ({ mean: columnsOf(x).map(add), scale: statistics(x).scale }),
          },
          {
            says: 'the root of the mean square: take the mean away before you square',
            formula: (x) => ({
              mean: statistics(x).mean,
              scale: columnsOf(x).map((column) => Math.sqrt(average(column.map((v) => v * v))) || 1),
            }),
          },
          {
            says: 'the range in place of the standard deviation',
            formula: (x) => ({
              mean: statistics(x).mean,
              scale: columnsOf(x).map((column) => Math.max(...column) - Math.min(...column) || 1),
            }),
          },
        ],
      },
      {
        id: 3,
        export: 'scaleParts',
        points: 3,
        hints: [
          'Which rows may decide about the mean? Only those that the model learns from.',
          'Call `columnStatistics(train)` once and use it for all three parts.',
        ],
        diagnoses: [
          {
            says: 'each part scaled by its own statistics: the same value would mean something else in each',
            formula: (a, b, c) => [a, b, c].map((part) => (part.length ? scaled(part, statistics(part)) : [])),
          },
          {
            says: 'statistics of all parts together: the held-out examples leak into them',
            formula: (a, b, c) => [a, b, c].map((part) => scaled(part, statistics([...a, ...b, ...c]))),
          },
          {
            says: 'statistics of training and validation together: a leak as well',
            formula: (a, b, c) => [a, b, c].map((part) => scaled(part, statistics([...a, ...b]))),
          },
          {
            says: 'the training part scaled, the others as they were',
            formula: (a, b, c) => [scaled(a, statistics(a)), b, c],
          },
          {
            says: 'the test part as it was',
            formula: (a, b, c) => [scaled(a, statistics(a)), scaled(b, statistics(a)), c],
          },
          {
            says: 'the mean not taken away',
            formula: (a, b, c) => [a, b, c].map((part) => scaled(part, { ...statistics(a), mean: a[0].map(() => 0) })),
          },
          {
            says: 'the mean taken away and no division',
            formula: (a, b, c) => [a, b, c].map((part) => scaled(part, { ...statistics(a), scale: a[0].map(() => 1) })),
          },
          {
            says: 'a multiplication by the standard deviation: divide',
            formula: (a, b, c) =>
              [a, b, c].map((part) => scaled(part, { ...statistics(a), scale: statistics(a).scale.map((s) => 1 / s) })),
          },
        ],
      },
      {
        id: 4,
        export: 'trainEpoch',
        points: 4,
        hints: [
          'Two loops: over the batches, and over the examples of a batch. The weights change once a batch.',
          'A batch is `order.slice(from, from + batchSize)`; the last one may be shorter, so divide by `batch.length`.',
          'For each example: `p = 1 / (1 + Math.exp(-z))`, then add `(p - y[i]) * x[i][j] / batch.length` to `gradient[j]`.',
        ],
        diagnoses: [
          { says: 'the sum over the batch: the gradient is a mean', formula: epoch({ divisor: () => 1 }) },
          {
            says: 'the gradient divided by the batch size twice',
            formula: epoch({ divisor: (batch) => batch * batch }),
          },
          {
            says: 'the last batch divided by batchSize, though it has fewer examples',
            formula: epoch({ divisor: (_batch, size) => size }),
          },
          {
            says: 'a division by the number of all examples: the mean is over the batch',
            formula: epoch({ divisor: (_batch, _size, n) => n }),
          },
          { says: 'the last, shorter batch left out', formula: epoch({ drop: true }) },
          { says: 'a step up the slope: gradient descent subtracts', formula: epoch({ sign: 1 }) },
          {
            says: 'the examples in their original order: use `order`',
            formula: (w, x, y, _order, size, rate) => right(w, x, y, positions(x.length), size, rate),
          },
          {
            says: 'one step for all examples: every batch makes a step',
            formula: (w, x, y, order, _size, rate) => right(w, x, y, order, order.length, rate),
          },
          {
            says: 'a step after each example: a batch makes one step',
            formula: (w, x, y, order, _size, rate) => right(w, x, y, order, 1, rate),
          },
          {
            says: 'gradients at the weights of the start: every batch sees the weights that the one before it left',
            formula: epoch({ stale: true }),
          },
          {
            says: 'x·w in place of the probability',
            formula: (w, x, y, order, size, rate) => withoutSigmoid(w, x, y, order, size, rate),
          },
          {
            says: 'a gradient with p (1 - p): that is the slope of the squared error',
            formula: epoch({ target: (p, y) => (p - y) * p * (1 - p) }),
          },
          {
            says: 'the first batch only',
            formula: (w, x, y, order, size, rate) => right(w, x, y, order.slice(0, size), size, rate),
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const table = (rows: number, columns: number): Rows =>
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => 2 + 3 * rng.normal()));
    const agrees = async (name: string, args: () => unknown[]) => {
      for (let repeat = 0; repeat < 5; repeat++) {
        const input = args();
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };
    const leavesInputs = async (name: string, ...args: unknown[]) => {
      await answer.call(name, ...args);
      expectClose(answer.argumentsAfter().slice(0, args.length), args, 0);
    };

    task(1, ({ it }) => {
      it('splitPositions of 100 with 0.2 and 0.2 gives 64, 16 and 20 positions', async () =>
        expectClose(sizes(await split(answer, 100, 1)), [64, 16, 20]));
      it('splitPositions of 53 with 0.2 and 0.2 gives 33, 9 and 11: held-out numbers are rounded up', async () =>
        expectClose(sizes(await split(answer, 53, 1)), [33, 9, 11]));
      it('splitPositions of 52 with 0.2 and 0.2 gives 32, 9 and 11', async () =>
        expectClose(sizes(await split(answer, 52, 1)), [32, 9, 11]));
      it('splitPositions with 0 and 0 leaves all for training', async () =>
        expectClose(sizes(await split(answer, 10, 1, 0, 0)), [10, 0, 0]));
      it('splitPositions puts each of 100 positions in one part', async () =>
        expectClose(ascending(allOf(await split(answer, 100, 1))), positions(100)));
      it('splitPositions gives the same parts for the same seed', async () =>
        expect(asText(await split(answer, 100, 1))).to.equal(asText(await split(answer, 100, 1))));
      it('splitPositions gives other parts for another seed', async () =>
        expect(asText(await split(answer, 100, 1))).not.to.equal(asText(await split(answer, 100, 2))));
      it('splitPositions shuffles: the test set is not a run of neighbours', async () =>
        expect(isRun((await split(answer, 100, 1)).test)).to.equal(false));
      it.hidden('splitPositions deals out every position once, in the right numbers', async () => {
        for (let repeat = 0; repeat < 10; repeat++) {
          const [n, seed, test, validation] = [
            20 + rng.integer(200),
            rng.integer(1e6),
            0.5 * rng.uniform(),
            0.5 * rng.uniform(),
          ];
          const parts = await split(answer, n, seed, test, validation);
          expectClose(sizes(parts), sizes(await split(reference, n, seed, test, validation)));
          expectClose(ascending(allOf(parts)), positions(n));
        }
      });
      it.hidden('splitPositions lets every position into the test set equally often', async () => {
        expect(
          await unevenness(
            answer,
            Array.from({ length: 400 }, () => rng.integer(1e9)),
          ),
        ).to.be.below(66);
      });
    });

    task(2, ({ it }) => {
      it('columnStatistics of (1, 5), (3, 5) is mean (2, 5), scale (1, 1)', async () =>
        expectClose(await answer.call('columnStatistics', [[1, 5], [3, 5]]), { mean: [2, 5], scale: [1, 1] })); // prettier-ignore
      it('columnStatistics of (0), (0), (3), (9) is mean 3, scale √13.5', async () =>
        expectClose(await answer.call('columnStatistics', [[0], [0], [3], [9]]), {
          mean: [3],
          scale: [Math.sqrt(13.5)],
        }));
      it('columnStatistics of one row (7, -2) is that row, scale 1', async () =>
        expectClose(await answer.call('columnStatistics', [[7, -2]]), { mean: [7, -2], scale: [1, 1] }));
      it.hidden('columnStatistics agrees with the definition on random tables', () =>
        agrees('columnStatistics', () => [table(2 + rng.integer(6), 1 + rng.integer(4))]),
      );
    });

    task(3, ({ it }) => {
      it('scaleParts takes mean 2 and deviation 2 from the training rows (0), (4), whatever the others hold', async () =>
        expectClose(await answer.call('scaleParts', [[0], [4]], [[2], [10]], [[-2]]), [[[-1], [1]], [[0], [4]], [[-2]]])); // prettier-ignore
      it('scaleParts gives an empty part back as it is', async () =>
        expectClose(await answer.call('scaleParts', [[0], [4]], [], []), [[[-1], [1]], [], []]));
      it('scaleParts shifts a column of equal values and leaves its size', async () =>
        expectClose(await answer.call('scaleParts', [[3, 0], [3, 2]], [[4, 1]], [[3, 5]]), [[[0, -1], [0, 1]], [[1, 0]], [[0, 4]]])); // prettier-ignore
      it('scaleParts leaves its arguments as they are', () =>
        leavesInputs('scaleParts', [[0], [4]], [[2], [10]], [[-2]]));
      it.hidden('scaleParts agrees with the definition on random tables', () =>
        agrees('scaleParts', () => {
          const columns = 1 + rng.integer(3);
          return [
            table(3 + rng.integer(5), columns),
            table(2 + rng.integer(3), columns),
            table(2 + rng.integer(3), columns),
          ];
        }),
      );
    });

    task(4, ({ it }) => {
      it('trainEpoch from w = (0, 0) on one batch of (1, 0), (0, 1), (1, 1) with y = 1, 0, 1 and η = 0.6 gives (0.2, 0)', async () =>
        expectClose(await answer.call('trainEpoch', [0, 0], x, y, [0, 1, 2], 3, 0.6), [0.2, 0]));
      it('trainEpoch with batches of 2 gives the last, shorter batch its own mean', async () =>
        expectClose(await answer.call('trainEpoch', [0, 0], x, y, [1, 2, 0], 2, 0.4), [
          0.1 + 0.4 / (1 + Math.exp(0.1)),
          0,
        ]));
      it('trainEpoch with batches of 1 makes three steps, to (0.5, 0)', async () =>
        expectClose(await answer.call('trainEpoch', [0, 0], x, y, [1, 0, 2], 1, 0.5), [0.5, 0]));
      it('trainEpoch with η = 0 leaves the weights', async () =>
        expectClose(await answer.call('trainEpoch', [1, -2], x, y, [2, 0, 1], 2, 0), [1, -2]));
      it('trainEpoch leaves its arguments as they are', () =>
        leavesInputs('trainEpoch', [0.5, -1], x, y, [2, 0, 1], 2, 0.1));
      it.hidden('trainEpoch agrees with the definition on random examples', () =>
        agrees('trainEpoch', () => {
          const [n, columns] = [5 + rng.integer(8), 1 + rng.integer(3)];
          const rows = table(n, columns).map((row) => row.map((v) => v / 4));
          const labels = rows.map(() => rng.integer(2));
          return [
            rows[0].map(() => rng.normal()),
            rows,
            labels,
            Array.from(rng.permutation(n)),
            2 + rng.integer(3),
            0.1 + rng.uniform(),
          ];
        }),
      );
    });
  },
);

function isRepeated(parts: Parts): boolean {
  const all = allOf(parts);
  return new Set(all).size < all.length;
}

function withoutSigmoid(
  weights: number[],
  x: Rows,
  y: number[],
  order: number[],
  size: number,
  rate: number,
): number[] {
  let w = [...weights];
  for (let from = 0; from < order.length; from += size) {
    const batch = order.slice(from, from + size);
    const slope = w.map((_, j) => average(batch.map((i) => (add(x[i].map((v, k) => v * w[k])) - y[i]) * x[i][j])));
    w = w.map((v, j) => v - rate * slope[j]);
  }
  return w;
}
