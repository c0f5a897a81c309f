// Memorising: a split, a scaling and an epoch without a leak, on numbers that can be followed with a pencil

import { expect } from 'chai';
import { exercise, expectClose, made, type Diagnosis, type Oracle } from '../../grader/spec/exercise';

type Parts = { train: number[]; validation: number[]; test: number[] };
type Rows = number[][];

const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const average = (values: number[]) => add(values) / values.length;
const columnsOf = (x: Rows) => x[0].map((_, j) => x.map((row) => row[j]));
const spread = (values: number[], divisor: number = values.length) =>
  Math.sqrt(add(values.map((v) => (v - average(values)) ** 2)) / divisor);
const areEqual = (values: number[]) => values.every((v) => v === values[0]);
type Deviation = (column: number[]) => number;
/** The statistics with some deviation, and 1 for the columns of equal values. */
const statistics = (x: Rows, deviation: Deviation = spread) => ({
  mean: columnsOf(x).map(average),
  scale: columnsOf(x).map((column) => (areEqual(column) ? 1 : deviation(column))),
});
/** As above, with 1 where the deviation comes out as 0. */
const byDeviation: typeof statistics = (x, deviation = spread) => ({
  mean: columnsOf(x).map(average),
  scale: columnsOf(x).map((column) => deviation(column) || 1),
});
/** A mistake with either way to find the columns of equal values. */
const eitherWay = (says: string, formula: (of: typeof statistics) => Diagnosis['formula']) =>
  [statistics, byDeviation].map((of): Diagnosis => ({ says, formula: formula(of) }));
const sample = (column: number[]) => spread(column, column.length - 1);
const variance = (column: number[]) => spread(column) ** 2;
const range = (column: number[]) => Math.max(...column) - Math.min(...column);
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

/**
 * How unevenly 20 positions reach the two parts that take 4 each: about 16 when all are equally likely, above 66 less than
 * once in a million.
 */
async function unevenness(answer: Oracle, seeds: number[]): Promise<{ test: number; validation: number }> {
  const splits = await Promise.all(seeds.map((seed) => split(answer, 20, seed, 0.2, 0.25)));
  const expected = seeds.length / 5;
  const of = (part: 'test' | 'validation') => {
    const counts = positions(20).map(() => 0);
    for (const parts of splits) for (const position of parts[part]) counts[position]++;
    return add(counts.map((count) => (count - expected) ** 2 / expected));
  };
  return { test: of('test'), validation: of('validation') };
}
const UNEVEN = 66;
const SEEDS = 2000; // so many show that a shuffle swaps with any position at each step, or never with the own one

/** Constants of which floats make no exact mean, whatever the order of the sum: one of them shows it. */
const constants = [0.1, 0.7, 1.1, 14.62, 1234.56789, -3.3e-7];
const constantRows = Array.from({ length: 1000 }, () => constants);

/** The deviation that an answer gives for 0 and 6, and for both of them far from 0. */
const deviations = async (answer: Oracle) => {
  const near = await answer.call('columnStatistics', [[0], [6]]);
  const far = await answer.call('columnStatistics', [[1e9], [1e9 + 6]]);
  return [near.scale[0], far.scale[0]];
};

/** An epoch of logistic regression with one thing done otherwise. */
function epoch(change: {
  divisor?: (batch: number, size: number, n: number) => number;
  sign?: number;
  drop?: boolean;
  stale?: boolean;
  target?: (p: number, y: number) => number;
  sigmoid?: (z: number) => number;
}) {
  const { divisor = (batch) => batch, sign = -1, drop = false, stale = false, target = (p, y) => p - y } = change;
  const { sigmoid = (z) => 1 / (1 + Math.exp(-z)) } = change;
  return (weights: number[], x: Rows, y: number[], order: number[], size: number, rate: number): number[] => {
    const w = [...weights];
    for (let from = 0; from < order.length; from += size) {
      const batch = order.slice(from, from + size);
      if (drop && batch.length < size) continue;
      const used = stale ? weights : [...w];
      for (const i of batch) {
        const p = sigmoid(add(x[i].map((v, j) => v * used[j])));
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
            says: 'a test set at random and a validation set that is not: shuffle once, then cut',
            when: async (answer) => {
              const { test, validation } = await unevenness(answer, positions(SEEDS));
              return test < UNEVEN && validation > UNEVEN;
            },
          },
          {
            says: 'a shuffle that prefers some orders, such as a sort by coin flips',
            when: async (answer) => (await unevenness(answer, positions(SEEDS))).test > UNEVEN,
          },
        ],
      },
      {
        id: 2,
        export: 'columnStatistics',
        points: 2,
        hints: [
          'A column is the j-th number of every row: `x.map((row) => row[j])`.',
          'Variance: the mean of `(value - mean) ** 2`. The standard deviation is its square root.',
          'A column is constant when `column.every((value) => value === column[0])`: give 1 there.',
        ],
        diagnoses: [
          {
            says: 'a variance that divides by n - 1',
            formula: (x) => ({
              mean: statistics(x).mean,
              scale: columnsOf(x).map(sample).map((s) => (s === 0 ? 1 : s)), // prettier-ignore
            }),
          },
          ...eitherWay('a variance that divides by n - 1', (of) => (x) => of(x, sample)),
          ...eitherWay('the variance: the standard deviation is its square root', (of) => (x) => of(x, variance)),
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
          ...eitherWay('the sum in place of the mean', (of) => (x) => ({
            mean: columnsOf(x).map(add),
            scale: of(x).scale,
          })),
          ...eitherWay(
            'the root of the mean square: take the mean away before you square',
            (of) => (x) => of(x, (column) => Math.sqrt(average(column.map((v) => v * v)))),
          ),
          ...eitherWay('the range in place of the standard deviation', (of) => (x) => of(x, range)),
          ...eitherWay(
            'the mean distance from the mean: square the distances, and take the root of their mean',
            (of) => (x) => of(x, (column) => average(column.map((v) => Math.abs(v - average(column))))),
          ),
          {
            says: 'the mean of the squares less the square of the mean: far from 0 both are almost equal, and rounding is what is left',
            when: async (answer) => {
              const [near, far] = await deviations(answer);
              return Math.abs(near - 3) < 1e-9 && !(Math.abs(far - 3) < 0.01);
            },
          },
          {
            says: 'a deviation of almost 0 for a column of equal values: floats round, so compare the values themselves',
            when: async (answer) => {
              const { scale } = await answer.call('columnStatistics', constantRows);
              return [...scale].some((s) => s > 0 && s < 1e-3) && [...scale].every((s) => s === 1 || s < 1e-3);
            },
          },
          {
            says: 'any small deviation taken for 0: a column may be in small units, so compare the values themselves',
            when: async (answer) => {
              const { scale } = await answer.call('columnStatistics', [[0, 0], [2e-15, 6]]); // prettier-ignore
              return scale[0] === 1 && scale[1] === 3;
            },
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
          ...eitherWay(
            'each part scaled by its own statistics: the same value would mean something else in each',
            (of) => (a, b, c) => [a, b, c].map((part) => (part.length ? scaled(part, of(part)) : [])),
          ),
          ...eitherWay(
            'statistics of all parts together: the held-out examples leak into them',
            (of) => (a, b, c) => [a, b, c].map((part) => scaled(part, of([...a, ...b, ...c]))),
          ),
          ...eitherWay(
            'statistics of training and validation together: a leak as well',
            (of) => (a, b, c) => [a, b, c].map((part) => scaled(part, of([...a, ...b]))),
          ),
          ...eitherWay('the training part scaled, the others as they were', (of) => (a, b, c) => [
            scaled(a, of(a)),
            b,
            c,
          ]),
          ...eitherWay('the test part as it was', (of) => (a, b, c) => [scaled(a, of(a)), scaled(b, of(a)), c]),
          ...eitherWay(
            'the mean not taken away',
            (of) => (a, b, c) => [a, b, c].map((part) => scaled(part, { ...of(a), mean: a[0].map(() => 0) })),
          ),
          {
            says: 'the mean taken away and no division',
            formula: (a, b, c) => [a, b, c].map((part) => scaled(part, { ...statistics(a), scale: a[0].map(() => 1) })),
          },
          ...eitherWay(
            'a multiplication by the standard deviation: divide',
            (of) => (a, b, c) =>
              [a, b, c].map((part) => scaled(part, { ...of(a), scale: of(a).scale.map((s) => 1 / s) })),
          ),
          ...eitherWay(
            'a variance that divides by n - 1',
            (of) => (a, b, c) => [a, b, c].map((part) => scaled(part, of(a, sample))),
          ),
          ...eitherWay(
            'a division by the variance: the standard deviation is its square root',
            (of) => (a, b, c) => [a, b, c].map((part) => scaled(part, of(a, variance))),
          ),
          {
            says: 'each column put between 0 and 1 by its smallest and its largest value: here it gets mean 0 and deviation 1',
            formula: (a, b, c) =>
              [a, b, c].map((part) =>
                scaled(part, {
                  mean: columnsOf(a).map((column) => Math.min(...column)),
                  scale: byDeviation(a, range).scale,
                }),
              ),
          },
          {
            says: 'a division by the deviation of equal values, of which floats make almost 0: divide by 1 there',
            when: async (answer) => {
              const [, held] = await answer.call('scaleParts', constantRows, [constants.map((c) => c + 1)], []);
              return [...held[0]].some((z) => Math.abs(z) > 1e6) && [...held[0]].every((z) => Math.abs(z) > 0.99);
            },
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
            says: 'exp(z) / (1 + exp(z)), which is NaN where exp(z) is too large for a float: use 1 / (1 + exp(-z))',
            formula: epoch({ sigmoid: (z) => Math.exp(z) / (1 + Math.exp(z)) }),
          },
          {
            says: 'the sign of z turned: the probability is 1 / (1 + exp(-z))',
            formula: epoch({ sigmoid: (z) => 1 / (1 + Math.exp(z)) }),
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
      it.hidden(
        'splitPositions lets every position into the test set and the validation set equally often',
        async () => {
          const seeds = Array.from({ length: SEEDS }, () => rng.integer(1e9));
          const { test, validation } = await unevenness(answer, seeds);
          expect(test).to.be.below(UNEVEN);
          expect(validation).to.be.below(UNEVEN);
        },
      );
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
      it('columnStatistics of (0.1), (0.1), (0.1) is scale 1, although floats give 0.10000000000000002 for the mean', async () =>
        expectClose(await answer.call('columnStatistics', [[0.1], [0.1], [0.1]]), { mean: [0.1], scale: [1] }));
      it('columnStatistics of 14.62, a thousand times, is scale 1', async () => {
        const rows = Array.from({ length: 1000 }, () => [14.62]);
        expectClose(await answer.call('columnStatistics', rows), { mean: [14.62], scale: [1] });
      });
      it('columnStatistics of 1e9 and 1e9 + 6 is scale 3: it does not matter how far from 0 a column lies', async () =>
        expectClose(await answer.call('columnStatistics', [[1e9], [1e9 + 6]]), { mean: [1e9 + 3], scale: [3] }));
      it('columnStatistics of 0 and 2e-15 is scale 1e-15: small values are not equal ones', async () =>
        expectClose((await answer.call('columnStatistics', [[0], [2e-15]])).scale[0] * 1e15, 1));
      it.hidden('columnStatistics gives scale 1 to columns of equal values', async () => {
        const columns = Array.from({ length: 5 }, () => 50 * rng.normal());
        const rows = Array.from({ length: 3 + rng.integer(200) }, () => [...columns, ...constants]);
        expectClose((await answer.call('columnStatistics', rows)).scale, [...columns, ...constants].map(() => 1)); // prettier-ignore
      });
      it.hidden('columnStatistics agrees with the definition far from 0', () =>
        agrees('columnStatistics', () => {
          const far = 1e6 * (1 + rng.uniform());
          return [table(2 + rng.integer(6), 1 + rng.integer(4)).map((row) => row.map((v) => v + far))];
        }),
      );
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
      it('scaleParts of a column of 0.1, ten times, shifts a held-out 0.5 to 0.4', async () => {
        const rows = Array.from({ length: 10 }, () => [0.1]);
        expectClose((await answer.call('scaleParts', rows, [[0.5]], [[0.1]])).slice(1), [[[0.4]], [[0]]]);
      });
      it.hidden('scaleParts shifts columns of equal values and leaves their size', async () => {
        const held = constants.map((c) => c + 1 + rng.integer(9));
        const [, validation] = await answer.call('scaleParts', constantRows, [held], []);
        expectClose(validation, [held.map((v, j) => v - constants[j])], 1e-6);
      });
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
      it('trainEpoch takes x·w = 800 for p = 1 and x·w = -800 for p = 0, without NaN', async () => {
        expectClose(await answer.call('trainEpoch', [800], [[1]], [0], [0], 1, 0.5), [799.5]);
        expectClose(await answer.call('trainEpoch', [800], [[-1]], [1], [0], 1, 0.5), [799.5]);
      });
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
