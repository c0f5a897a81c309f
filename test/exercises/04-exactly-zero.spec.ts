// Exactly zero: the proximal steps of L1, of the elastic net and of the group lasso, on numbers to follow with a pencil

import { exercise, expectClose } from '../../grader/spec/exercise';

const w = [3, -0.5, 0.2, -2, 0];
const kernel = [
  [3, -4],
  [0.3, 0.4],
  [0, 0],
]; // lengths 5, 0.5 and 0
const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);
const length = (row: number[]) => Math.hypot(...row);
const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const rows = (f: (row: number[], t: number) => number[]) => (kernel: number[][], t: number) =>
  kernel.map((row) => f(row, t));
/** Numbers in units of their own, so that a difference in a small one counts. */
const inUnits = (values: number[], units: number[]) => Array.from(values, (v, i) => v / units[i]);
const net =
  (f: (v: number, η: number, λ1: number, λ2: number) => number) => (w: number[], η: number, λ1: number, λ2: number) =>
    w.map((v) => f(v, η, λ1, λ2));

export default exercise(
  {
    slug: '04-exactly-zero',
    tasks: [
      {
        id: 1,
        export: 'softThreshold',
        points: 3,
        hints: [
          'Three cases: a weight above the threshold, one below minus the threshold, and one in between.',
          'Above: `w - threshold`. Below: `w + threshold`. In between: 0.',
        ],
        diagnoses: [
          {
            says: 'a step that crosses zero: small weights must stop there',
            formula: (w, t) => w.map((v: number) => v - t * Math.sign(v)),
          },
          {
            says: 'the hard threshold: weights that stay must move as well',
            formula: (w, t) => w.map((v: number) => (Math.abs(v) > t ? v : 0)),
          },
          {
            says: 'the sign lost: a negative weight stays negative',
            formula: (w, t) => w.map((v: number) => Math.max(Math.abs(v) - t, 0)),
          },
          {
            says: 'negative weights all set to zero: they have a size too',
            formula: (w, t) => w.map((v: number) => Math.max(v - t, 0)),
          },
          {
            says: 'small weights kept as they are: they are the ones that become zero',
            formula: (w, t) => w.map((v: number) => (Math.abs(v) > t ? soft(v, t) : v)),
          },
          {
            says: 'clipping to ± threshold: that is what the soft threshold takes away',
            formula: (w, t) => w.map((v: number) => Math.min(Math.max(v, -t), t)),
          },
          {
            says: 'a move away from zero: the sign is turned',
            formula: (w, t) => w.map((v: number) => v + t * Math.sign(v)),
          },
          {
            says: 'half the threshold, as for (v - w)² without its ½: a weight moves by the whole threshold',
            formula: (w, t) => w.map((v: number) => soft(v, t / 2)),
          },
          {
            says: 'the garrote w - t²/w, which spares large weights: every weight moves by the threshold',
            formula: (w, t) => w.map((v: number) => (Math.abs(v) > t ? v - (t * t) / v : 0)),
          },
          {
            says: 'w / |w| for the sign, which is NaN for a weight of 0',
            formula: (w, t) => w.map((v: number) => (v / Math.abs(v)) * Math.max(Math.abs(v) - t, 0)),
          },
          {
            says: 'negative weights moved down: towards zero is up for them',
            formula: (w, t) => w.map((v: number) => (Math.abs(v) > t ? v - t : 0)),
          },
        ],
      },
      {
        id: 2,
        export: 'elasticNetStep',
        points: 3,
        hints: [
          'Take v > 0 first. The derivative of ½(v - w)² + η(λ₁v + λ₂v²) by v is v - w + ηλ₁ + 2ηλ₂v.',
          'Set it to zero and solve for v: the numerator is a soft threshold of w by ηλ₁.',
          'Soft threshold by `learningRate * lambda1`, then divide by `1 + 2 * learningRate * lambda2`.',
        ],
        diagnoses: [
          {
            says: 'a shrinkage by 1 + ηλ₂: the 2 of (λw²)′ is missing',
            formula: net((v, η, λ1, λ2) => soft(v, η * λ1) / (1 + η * λ2)),
          },
          {
            says: 'the step for (v - w)² without its ½',
            formula: net((v, η, λ1, λ2) => soft(v, (η * λ1) / 2) / (1 + η * λ2)),
          },
          {
            says: 'a factor exp(-2ηλ₂): the minimum lies at 1 / (1 + 2ηλ₂)',
            formula: net((v, η, λ1, λ2) => soft(v, η * λ1) * Math.exp(-2 * η * λ2)),
          },
          {
            says: 'a threshold that is shrunk as well',
            formula: net((v, η, λ1, λ2) => soft(v, (η * λ1) / (1 + 2 * η * λ2)) / (1 + 2 * η * λ2)),
          },
          {
            says: 'a factor 1 - 2ηλ₂: that is a gradient step, the minimum lies at 1 / (1 + 2ηλ₂)',
            formula: net((v, η, λ1, λ2) => soft(v, η * λ1) * (1 - 2 * η * λ2)),
          },
          {
            says: 'the shrinkage before the threshold: the threshold comes first',
            formula: net((v, η, λ1, λ2) => soft(v / (1 + 2 * η * λ2), η * λ1)),
          },
          {
            says: 'steps that the learning rate does not scale',
            formula: net((v, _η, λ1, λ2) => soft(v, λ1) / (1 + 2 * λ2)),
          },
          {
            says: 'a threshold that the learning rate does not scale',
            formula: net((v, η, λ1, λ2) => soft(v, λ1) / (1 + 2 * η * λ2)),
          },
          {
            says: 'a shrinkage that the learning rate does not scale',
            formula: net((v, η, λ1, λ2) => soft(v, η * λ1) / (1 + 2 * λ2)),
          },
          { says: 'the soft threshold alone: λ₂ is missing', formula: net((v, η, λ1) => soft(v, η * λ1)) },
          { says: 'the shrinkage alone: λ₁ is missing', formula: net((v, η, _λ1, λ2) => v / (1 + 2 * η * λ2)) },
          { says: 'λ₁ and λ₂ exchanged', formula: net((v, η, λ1, λ2) => soft(v, η * λ2) / (1 + 2 * η * λ1)) },
          {
            says: 'a gradient step, which crosses zero',
            formula: net((v, η, λ1, λ2) => v - η * (λ1 * Math.sign(v) + 2 * λ2 * v)),
          },
          {
            says: 'the two steps added: do one after the other',
            formula: net((v, η, λ1, λ2) => soft(v, η * λ1) + v / (1 + 2 * η * λ2)),
          },
        ],
      },
      {
        id: 3,
        export: 'groupLassoPenalty',
        points: 2,
        hints: [
          'For each row: square, add, take the square root. What do you do with the lengths?',
          'Add up the lengths and multiply the sum by λ once. `Math.hypot(...row)` is the length of a row.',
        ],
        diagnoses: [
          { says: 'λ·Σ|w|: that is L1, without groups', formula: (k, λ) => λ * add(k.flat().map(Math.abs)) },
          {
            says: 'λ·Σ‖row‖²: the length is the square root',
            formula: (k, λ) => λ * add(k.flat().map((v: number) => v * v)),
          },
          {
            says: 'the length of the whole kernel: each row has its own square root',
            formula: (k, λ) => λ * length(k.flat()),
          },
          {
            says: 'columns in place of rows: a group is all the weights of one input',
            formula: (k, λ) =>
              λ * add((k[0] ?? []).map((_: number, j: number) => length(k.map((row: number[]) => row[j])))),
          },
          {
            says: 'a factor √(size of the group), which this course leaves out',
            formula: (k, λ) => λ * add(k.map((row: number[]) => Math.sqrt(row.length) * length(row))),
          },
          {
            says: 'the mean of the lengths in place of their sum',
            formula: (k, λ) => (λ * add(k.map(length))) / k.length,
          },
          { says: 'the lengths without λ', formula: (k) => add(k.map(length)) },
          {
            says: 'λ·½Σ‖row‖²: the length is the square root',
            formula: (k, λ) => (λ / 2) * add(k.flat().map((v: number) => v * v)),
          },
          {
            says: 'an ε under the root: the length of a row of zeros is 0',
            when: async (answer) => {
              const zero = await answer.call('groupLassoPenalty', [[0, 0]], 1);
              return (
                zero > 0 && zero < 0.1 && Math.abs((await answer.call('groupLassoPenalty', [[3, 4]], 1)) - 5) < 0.1
              );
            },
          },
          {
            says: 'the largest weight of each row in place of its length',
            formula: (k, λ) => λ * add(k.map((row: number[]) => Math.max(0, ...row.map(Math.abs)))),
          },
        ],
      },
      {
        id: 4,
        export: 'groupLassoStep',
        points: 4,
        hints: [
          'Treat the length of a row as the soft threshold treats a weight; the direction stays.',
          'All weights of a row are multiplied by the same factor: new length divided by old length.',
          'The factor is `1 - threshold / length` when the row is longer than the threshold, and 0 otherwise.',
        ],
        diagnoses: [
          {
            says: 'the soft threshold of each weight: that is L1, a row goes as a whole',
            formula: rows((row, t) => row.map((v) => soft(v, t))),
          },
          {
            says: 'a division by zero: a row of zeros has no direction',
            formula: rows((row, t) => row.map((v) => v * Math.max(1 - t / length(row), 0))),
          },
          {
            says: 'a factor below zero: a short row is turned round in place of removed',
            formula: rows((row, t) => row.map((v) => (length(row) > 0 ? v * (1 - t / length(row)) : 0))),
          },
          {
            says: 'long rows kept as they are: they must become shorter as well',
            formula: rows((row, t) => row.map((v) => (length(row) > t ? v : 0))),
          },
          {
            says: 'short rows kept as they are: they are the ones that become zero',
            formula: rows((row, t) => row.map((v) => (length(row) > t ? v * (1 - t / length(row)) : v))),
          },
          {
            says: 'the square of the length: take its root',
            formula: rows((row, t) => row.map((v) => (length(row) ** 2 > t ? v * (1 - t / length(row) ** 2) : 0))),
          },
          {
            says: 'a factor 1 - threshold that does not know the length of the row',
            formula: rows((row, t) => row.map((v) => (length(row) > t ? v * (1 - t) : 0))),
          },
          {
            says: 'the length of the whole kernel: each row has its own',
            formula: (k, t) =>
              k.map((row: number[]) => row.map((v) => (length(k.flat()) > t ? v * (1 - t / length(k.flat())) : 0))),
          },
          {
            says: 'columns in place of rows: a group is all the weights of one input',
            formula: (k, t) =>
              k.map((row: number[]) =>
                row.map(
                  (v, j) => v * Math.max(1 - t / Math.max(length(k.map((other: number[]) => other[j])), 1e-300), 0),
                ),
              ),
          },
          {
            says: 'a threshold times √(size of the group), a factor which this course leaves out',
            formula: rows((row, t) => {
              const more = Math.sqrt(row.length) * t;
              return row.map((v) => (length(row) > more ? v * (1 - more / length(row)) : 0));
            }),
          },
          {
            says: 'a small number added to the length: short rows come out too long; treat a row of zeros apart',
            when: async (answer) => {
              const [[x], [y]] = await answer.call('groupLassoStep', [[3e-4, 4e-4], [0, 0]], 2.5e-4); // prettier-ignore
              return x > 1.5e-4 * (1 + 1e-7) && x < 1.6e-4 && y === 0;
            },
          },
          {
            says: 'rows of length `threshold`: that is how much is taken away',
            formula: rows((row, t) => row.map((v) => (length(row) > t ? (v * t) / length(row) : 0))),
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const randomWeights = () => Array.from({ length: 4 + rng.integer(8) }, () => rng.normal());
    const randomKernel = () => {
      const units = 1 + rng.integer(4);
      return Array.from({ length: 3 + rng.integer(5) }, () => Array.from({ length: units }, () => rng.normal()));
    };
    const agrees = async (name: string, args: () => unknown[]) => {
      for (let repeat = 0; repeat < 5; repeat++) {
        const input = args();
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };
    const leavesInput = async (name: string, ...args: unknown[]) => {
      await answer.call(name, ...args);
      expectClose(answer.argumentsAfter()[0], args[0], 0);
    };

    task(1, ({ it }) => {
      it('softThreshold of (3, -0.5, 0.2, -2, 0) by 0.5 is (2.5, 0, 0, -1.5, 0)', async () =>
        expectClose(await answer.call('softThreshold', w, 0.5), [2.5, 0, 0, -1.5, 0]));
      it('softThreshold by 0 changes nothing', async () => expectClose(await answer.call('softThreshold', w, 0), w));
      it('softThreshold lands on 0 exactly, not near it', async () => {
        expectClose(await answer.call('softThreshold', [0.3, -0.3, 0.1], 0.3), [0, 0, 0], 0);
      });
      it('softThreshold knows small weights and large ones: (3e-5, -2e-5, 1e6) by 1e-5', async () =>
        expectClose(
          inUnits(await answer.call('softThreshold', [3e-5, -2e-5, 1e6], 1e-5), [1e-5, 1e-5, 1e6]),
          [2, -1, 1 - 1e-11],
          1e-12,
        ));
      it('softThreshold leaves its argument as it is', () => leavesInput('softThreshold', w, 0.5));
      it.hidden('softThreshold agrees with the definition on random weights', () =>
        agrees('softThreshold', () => [randomWeights(), rng.uniform()]),
      );
    });

    task(2, ({ it }) => {
      it('elasticNetStep of (3, -0.5, 0.2, -2, 0) with η = 0.5, λ₁ = 1, λ₂ = 0.25 is (2, 0, 0, -1.2, 0)', async () =>
        expectClose(await answer.call('elasticNetStep', w, 0.5, 1, 0.25), [2, 0, 0, -1.2, 0]));
      it('elasticNetStep with λ₂ = 0 is the soft threshold by ηλ₁', async () =>
        expectClose(await answer.call('elasticNetStep', w, 0.1, 4, 0), [2.6, -0.1, 0, -1.6, 0]));
      it('elasticNetStep with λ₁ = 0 shrinks every weight by the same factor', async () =>
        expectClose(await answer.call('elasticNetStep', w, 0.5, 0, 1), [1.5, -0.25, 0.1, -1, 0]));
      it('elasticNetStep leaves its argument as it is', () => leavesInput('elasticNetStep', w, 0.5, 1, 0.25));
      it.hidden('elasticNetStep agrees with the definition on random weights', () =>
        agrees('elasticNetStep', () => [randomWeights(), 0.1 + 0.8 * rng.uniform(), rng.uniform(), rng.uniform()]),
      );
    });

    task(3, ({ it }) => {
      it('groupLassoPenalty of rows (3, -4), (0.3, 0.4), (0, 0) with λ = 0.1 is 0.55', async () =>
        expectClose(await answer.call('groupLassoPenalty', kernel, 0.1), 0.55));
      it('groupLassoPenalty of one column with λ = 2 is twice Σ|w|', async () =>
        expectClose(await answer.call('groupLassoPenalty', [[1], [-2], [3]], 2), 12));
      it('groupLassoPenalty of rows of zeros is 0', async () =>
        expectClose(await answer.call('groupLassoPenalty', [[0, 0], [0, 0]], 10), 0)); // prettier-ignore
      it('groupLassoPenalty with λ = 0 is 0', async () =>
        expectClose(await answer.call('groupLassoPenalty', kernel, 0), 0));
      it.hidden('groupLassoPenalty agrees with the definition on random kernels', () =>
        agrees('groupLassoPenalty', () => [randomKernel(), rng.uniform()]),
      );
    });

    task(4, ({ it }) => {
      it('groupLassoStep of rows (3, -4), (0.3, 0.4), (0, 0) by 1 is (2.4, -3.2), (0, 0), (0, 0)', async () =>
        expectClose(await answer.call('groupLassoStep', kernel, 1), [[2.4, -3.2], [0, 0], [0, 0]])); // prettier-ignore
      it('groupLassoStep makes a row that is as long as the threshold 0 exactly: (3, -4) by 5', async () =>
        expectClose(await answer.call('groupLassoStep', [[3, -4]], 5), [[0, 0]], 0));
      it('groupLassoStep halves (3e-4, 4e-4) by 2.5e-4: small rows have a length too', async () => {
        const [row] = await answer.call('groupLassoStep', [[3e-4, 4e-4]], 2.5e-4);
        expectClose(inUnits(row, [1e-4, 1e-4]), [1.5, 2], 1e-7);
      });
      it('groupLassoStep of one column is the soft threshold', async () =>
        expectClose(await answer.call('groupLassoStep', [[3], [-0.5], [-2]], 0.75), [[2.25], [0], [-1.25]]));
      it('groupLassoStep by 0 changes nothing', async () =>
        expectClose(await answer.call('groupLassoStep', kernel, 0), kernel));
      it('groupLassoStep leaves its argument as it is', () => leavesInput('groupLassoStep', kernel, 1));
      it.hidden('groupLassoStep agrees with the definition on random kernels', () =>
        agrees('groupLassoStep', () => [randomKernel(), 0.2 + 1.5 * rng.uniform()]),
      );
    });
  },
);
