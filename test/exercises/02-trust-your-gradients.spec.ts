// Trust your gradients: a gradient check, the fault it finds in a dense layer, and the state of Adam, which it cannot see

import { expect } from 'chai';
import { difference, exercise, expectClose, inline, type Oracle } from '../../grader/spec/exercise';

type Rows = number[][];
type F = { run: (x: number[]) => number }; // a callback as a formula meets it

const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const norm = (values: number[]) => Math.sqrt(add(values.map((v) => v * v)));
const minus = (a: number[], b: number[]) => a.map((v, i) => v - b[i]);
const transposed = (x: Rows) => x[0].map((_, j) => x.map((row) => row[j]));
const times = (a: Rows, b: Rows) =>
  a.map((row) => transposed(b).map((column) => add(row.map((v, k) => v * column[k]))));
const moved = (x: number[], i: number, by: number) => x.map((v, k) => (k === i ? v + by : v));
const scaledBy = (factor: number, x: Rows) => x.map((row) => row.map((v) => factor * v));

/** A backward pass of a dense layer whose three gradients are multiplied by these. */
const backward =
  (factors: (batch: number) => { dx?: number; dw?: number; db?: number }) => (x: Rows, w: Rows, dy: Rows) => {
    const { dx = 1, dw = 1, db = 1 } = factors(x.length);
    return {
      dx: scaledBy(dx, times(dy, transposed(w))),
      dw: scaledBy(dw, times(transposed(x), dy)),
      db: transposed(dy).map((column) => db * add(column)),
    };
  };

/** Steps of two parameters of one length, in changing order, as names with values and gradients. */
const start = { kernel: [1, -2], bias: [0.5, 3] };
const gradients = [
  { kernel: [1, -0.5], bias: [0.1, 2] },
  { bias: [-0.3, 1], kernel: [-1, 0.25] },
  { kernel: [0.5, 0.75], bias: [0.2, -1.5] },
];

/** The values after each step of the answer. */
async function steps(
  answer: Oracle,
  learningRate = 0.1,
  values: Record<string, number[]> = start,
  grads: Record<string, number[]>[] = gradients,
) {
  const adam = await answer.construct('Adam', learningRate);
  const path: Record<string, number[]>[] = [];
  for (const grad of grads) {
    const names = Object.keys(grad);
    const next = await answer.invoke<number[][]>(
      adam,
      'step',
      names.map((name) => ({ name, value: values[name], grad: grad[name] })),
    );
    values = { ...values, ...Object.fromEntries(names.map((name, k) => [name, Array.from(next[k])])) };
    path.push(values);
  }
  return path;
}

interface Change {
  /** Where the state of a parameter is found; undefined for one that is lost at each step. */
  key?: (name: string, position: number) => string | undefined;
  /** What t counts. */
  count?: (step: number, position: number, of: number) => number;
  update?: (w: number, g: number, m: number, v: number, c1: number, c2: number) => number;
  mean?: (m: number, g: number) => number;
  square?: (v: number, g: number) => number;
}
const adamUpdate = (w: number, _g: number, m: number, v: number, c1: number, c2: number) =>
  w - (0.1 * (m / c1)) / (Math.sqrt(v / c2) + 1e-8);

const uncorrected = (w: number, _g: number, m: number, v: number) => w - (0.1 * m) / (Math.sqrt(v) + 1e-8);

/** The same path with one thing done otherwise. */
function otherSteps(change: Change) {
  const { key = (name) => name, count = (step) => step, update = adamUpdate } = change;
  const { mean = (m, g) => 0.9 * m + 0.1 * g, square = (v, g) => 0.999 * v + 0.001 * g * g } = change;
  const states = new Map<string, { m: number[]; v: number[] }>();
  let values: Record<string, number[]> = start;
  return gradients.map((grad, step) => {
    Object.entries(grad).forEach(([name, g], position) => {
      const found = key(name, position);
      const before = (found !== undefined && states.get(found)) || { m: [0, 0], v: [0, 0] };
      const state = { m: g.map((one, i) => mean(before.m[i], one)), v: g.map((one, i) => square(before.v[i], one)) };
      if (found !== undefined) states.set(found, state);
      const t = count(step + 1, position, 2);
      values = {
        ...values,
        [name]: values[name].map((w, i) => update(w, g[i], state.m[i], state.v[i], 1 - 0.9 ** t, 1 - 0.999 ** t)),
      };
    });
    return values;
  });
}
const like = (change: Change) => async (answer: Oracle) =>
  difference(await steps(answer), otherSteps(change), 1e-6) === undefined;

/** Where a weight of 1 is after a step with a gradient of 1 and one with a gradient of 0. */
const idleStep = async (answer: Oracle) =>
  (await steps(answer, 0.1, { kernel: [1] }, [{ kernel: [1] }, { kernel: [0] }]))[1].kernel[0];

/** Where a weight of 1 is after a step with a gradient of ε. */
const tinyStep = async (answer: Oracle) =>
  (await steps(answer, 0.1, { kernel: [1] }, [{ kernel: [1e-8] }]))[0].kernel[0];

const x = [[1, 2], [3, -1]]; // prettier-ignore
const w = [[1, 0, -1], [2, 1, 0]]; // prettier-ignore
const dy = [[0.5, -1, 0], [1, 0, 2]]; // prettier-ignore

export default exercise(
  {
    slug: '02-trust-your-gradients',
    tasks: [
      {
        id: 1,
        export: 'numericGradient',
        points: 2,
        hints: [
          'One entry after the other: a copy of x with h more at i, another with h less.',
          '`(f(above) - f(below)) / (2 * h)`, with a fresh copy of x for each i.',
        ],
        diagnoses: [
          {
            says: 'the forward difference (f(x + h) - f(x)) / h',
            formula: (f: F, x, h) => x.map((_: number, i: number) => (f.run(moved(x, i, h)) - f.run(x)) / h),
          },
          {
            says: 'the backward difference (f(x) - f(x - h)) / h',
            formula: (f: F, x, h) => x.map((_: number, i: number) => (f.run(x) - f.run(moved(x, i, -h))) / h),
          },
          {
            says: 'steps of h/2 to each side: here they are steps of h, and the points are 2h apart',
            formula: (f: F, x, h) =>
              x.map((_: number, i: number) => (f.run(moved(x, i, h / 2)) - f.run(moved(x, i, -h / 2))) / h),
          },
          {
            says: 'the five-point formula: it is more exact, but here each entry takes two points',
            formula: (f: F, x, h) =>
              x.map((_: number, i: number) => {
                const at = (k: number) => f.run(moved(x, i, k * h));
                return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
              }),
          },
          {
            says: 'a division by h: the two points are 2h apart',
            formula: (f: F, x, h) =>
              x.map((_: number, i: number) => (f.run(moved(x, i, h)) - f.run(moved(x, i, -h))) / h),
          },
          {
            says: 'all entries moved at once: one at a time',
            formula: (f: F, x, h) =>
              x.map(() => (f.run(x.map((v: number) => v + h)) - f.run(x.map((v: number) => v - h))) / (2 * h)),
          },
          {
            says: 'the sign turned: f(x + h) comes first',
            formula: (f: F, x, h) =>
              x.map((_: number, i: number) => (f.run(moved(x, i, -h)) - f.run(moved(x, i, h))) / (2 * h)),
          },
          {
            says: 'entries that stay at x - h: put each one back before you move the next',
            formula: (f: F, x, h) =>
              x.map((_: number, i: number) => (f.run(behind(x, i, h, 1)) - f.run(behind(x, i, h, -1))) / (2 * h)),
          },
          {
            says: 'a step in proportion to x: h is the step itself',
            formula: (f: F, x, h) =>
              x.map((v: number, i: number) => (f.run(moved(x, i, h * v)) - f.run(moved(x, i, -h * v))) / (2 * h * v)),
          },
        ],
      },
      {
        id: 2,
        export: 'relativeError',
        points: 2,
        hints: [
          'Three lengths: of a, of n, and of their difference.',
          '`Math.sqrt` of the sum of squares is a length. Return 0 when both gradients have length 0.',
        ],
        diagnoses: [
          {
            says: 'NaN for two gradients of zeros: they are equal',
            formula: (a, n) => norm(minus(a, n)) / (norm(a) + norm(n)),
          },
          {
            says: 'a small number in the denominator, next to which small gradients do not count: treat two gradients of zeros apart',
            when: async (answer) => {
              const [one, tiny] = await Promise.all(
                [1, 1e-12].map((size) => answer.call('relativeError', [size], [3 * size])),
              );
              return Math.abs(one - 0.5) < 1e-5 && tiny < 0.49;
            },
          },
          {
            says: 'a division by the mean of both lengths: here it is their sum',
            formula: (a, n) => (2 * norm(minus(a, n))) / (norm(a) + norm(n) || 1),
          },
          {
            says: 'the length of the sum in place of the sum of the lengths',
            formula: (a, n) => norm(minus(a, n)) / (norm(a.map((v: number, i: number) => v + n[i])) || 1),
          },
          { says: 'the difference alone, which grows with the gradients', formula: (a, n) => norm(minus(a, n)) },
          { says: 'a division by ‖a‖ alone', formula: (a, n) => norm(minus(a, n)) / (norm(a) || 1) },
          { says: 'a division by ‖n‖ alone', formula: (a, n) => norm(minus(a, n)) / (norm(n) || 1) },
          {
            says: 'a division by the larger norm: here it is the sum of both',
            formula: (a, n) => norm(minus(a, n)) / (Math.max(norm(a), norm(n)) || 1),
          },
          {
            says: 'squared lengths: take the square roots',
            formula: (a, n) => norm(minus(a, n)) ** 2 / (norm(a) ** 2 + norm(n) ** 2 || 1),
          },
          {
            says: 'sums without squares, in which errors cancel',
            formula: (a, n) => Math.abs(add(minus(a, n))) / (Math.abs(add(a)) + Math.abs(add(n)) || 1),
          },
          {
            says: 'sums of absolute values: the norm here is √Σv²',
            formula: (a, n) => add(minus(a, n).map(Math.abs)) / (add([...a, ...n].map(Math.abs)) || 1),
          },
          {
            says: 'the largest error of a single entry: compare the gradients as a whole',
            formula: (a, n) =>
              Math.max(...a.map((v: number, i: number) => Math.abs(v - n[i]) / (Math.abs(v) + Math.abs(n[i]) || 1))),
          },
          {
            says: 'lengths added in place of the length of the difference',
            formula: (a, n) => Math.abs(norm(a) - norm(n)) / (norm(a) + norm(n) || 1),
          },
        ],
      },
      {
        id: 3,
        export: 'denseBackward',
        points: 3,
        hints: [
          'Check each of the three gradients against `numericGradient` of a loss that sums r · y, with r in place of dy.',
          'dx agrees, dw and db are too small by a factor. Which one? Try batches of other sizes.',
          'The loss has divided by the batch size; the layer must add up the rows of dy and not average them.',
        ],
        diagnoses: [
          {
            says: 'the fault as it was: dw and db divided by the batch size, which the loss has done already',
            formula: backward((n) => ({ dw: 1 / n, db: 1 / n })),
          },
          { says: 'dw still divided by the batch size', formula: backward((n) => ({ dw: 1 / n })) },
          { says: 'db still divided by the batch size', formula: backward((n) => ({ db: 1 / n })) },
          { says: 'dx divided by the batch size: it was right before', formula: backward((n) => ({ dx: 1 / n })) },
          {
            says: 'all three divided by the batch size',
            formula: backward((n) => ({ dx: 1 / n, dw: 1 / n, db: 1 / n })),
          },
          {
            says: 'dw and db multiplied by the batch size: leaving the division out is enough',
            formula: backward((n) => ({ dw: n, db: n })),
          },
          {
            says: 'dw divided by its number of weights',
            formula: (x, w, dy) => backward(() => ({ dw: 1 / (w.length * w[0].length) }))(x, w, dy),
          },
          {
            says: 'a sign turned: the optimizer subtracts, the layer does not',
            formula: backward(() => ({ dx: 1, dw: -1, db: -1 })),
          },
        ],
      },
      {
        id: 4,
        export: 'Adam',
        points: 4,
        hints: [
          'What stays the same from one step to the next? Not the lists: find the state by `name`.',
          '`private readonly moments = new Map<string, { m: number[]; v: number[] }>()`, and `private t = 0`, which grows once a step.',
          'A parameter that is not in the map yet starts with zeros. Store the new m and v before you return.',
        ],
        diagnoses: [
          {
            says: 'state that is lost at each step: the lists are new ones each time, the name stays',
            when: like({ key: () => undefined }),
          },
          { says: 'one state for all parameters: each has its own', when: like({ key: () => 'all' }) },
          {
            says: 'state kept by position: a parameter is known by its name',
            when: like({ key: (_name, position) => String(position) }),
          },
          {
            says: 'a count that grows with each parameter: it grows once a step',
            when: like({ count: (step, position, of) => (step - 1) * of + position + 1 }),
          },
          { says: 'a count that stays at 1', when: like({ count: () => 1 }) },
          ...[adamUpdate, uncorrected].map((update) => ({
            says: 'moments that begin with the first gradient: they begin at 0, and the bias correction allows for it',
            when: like({
              mean: (m, g) => (m === 0 ? g : 0.9 * m + 0.1 * g),
              square: (v, g) => (v === 0 ? g * g : 0.999 * v + 0.001 * g * g),
              update,
            }),
          })),
          { says: 'a count that starts at 0, so that the first step divides by 0', when: async (answer) => Object.values((await steps(answer))[0]).flat().some(Number.isNaN) }, // prettier-ignore
          {
            says: 'no bias correction',
            when: like({ update: uncorrected }),
          },
          {
            says: 'a multiplication by the bias corrections: divide',
            when: like({ update: (w, _g, m, v, c1, c2) => w - (0.1 * m * c1) / (Math.sqrt(v * c2) + 1e-8) }),
          },
          {
            says: 'a step up the slope',
            when: like({ update: (w, g, m, v, c1, c2) => 2 * w - adamUpdate(w, g, m, v, c1, c2) }),
          },
          {
            says: 'v̂ without its square root',
            when: like({ update: (w, _g, m, v, c1, c2) => w - (0.1 * (m / c1)) / (v / c2 + 1e-8) }),
          },
          {
            says: 'ε added to √v, as in the order that section 2 of the paper calls more efficient: here it is added to √v̂',
            when: async (answer) => Math.abs((await tinyStep(answer)) - (1 - 0.1 / (1 + Math.sqrt(1000)))) < 1e-6,
          },
          { says: 'plain gradient descent', when: like({ update: (w, g) => w - 0.1 * g }) },
          { says: 'm without its factor 1 - β₁', when: like({ mean: (m, g) => 0.9 * m + g }) },
          {
            says: 'v of the gradient and not of its square',
            when: like({ square: (v, g) => 0.999 * v + 0.001 * Math.abs(g) }),
          },
          {
            says: 'no step where the gradient is 0: m goes on (leaving such weights alone is sparse Adam)',
            when: async (answer) => Math.abs((await idleStep(answer)) - 0.9) < 1e-7,
          },
          {
            says: 'ε under the root: it is added to √v̂',
            when: async (answer) => Math.abs((await tinyStep(answer)) - (1 - 1e-9 / Math.sqrt(1e-16 + 1e-8))) < 1e-9,
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const list = (length: number) => Array.from({ length }, () => rng.normal());
    const table = (rows: number, columns: number): Rows => Array.from({ length: rows }, () => list(columns));
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
      it('numericGradient of x₀² + 3 x₀ x₁ at (2, -1) with h = 0.5 is (1, 6)', async () =>
        expectClose(
          await answer.call(
            'numericGradient',
            inline((x: number[]) => x[0] * x[0] + 3 * x[0] * x[1]),
            [2, -1],
            0.5,
          ),
          [1, 6],
        ));
      it('numericGradient of x³ at 1 with h = 0.1 is 3.01', async () =>
        expectClose(
          await answer.call(
            'numericGradient',
            inline((x: number[]) => x[0] ** 3),
            [1],
            0.1,
          ),
          [3.01],
        ));
      it('numericGradient at a kink is the mean of both slopes: |x| at 0 gives 0', async () =>
        expectClose(
          await answer.call(
            'numericGradient',
            inline((x: number[]) => Math.abs(x[0])),
            [0],
            0.1,
          ),
          [0],
        ));
      it('numericGradient leaves x as it is', async () => {
        await answer.call(
          'numericGradient',
          inline((x: number[]) => x[0] * x[1]),
          [2, 0.1],
          0.3,
        );
        expectClose(answer.argumentsAfter()[1], [2, 0.1], 0);
      });
      it.hidden('numericGradient agrees with the definition on a curved function', () =>
        agrees('numericGradient', () => [
          inline((x: number[]) => x.reduce((sum, v, i) => sum + Math.sin(v * (i + 1)) * (x[i + 1] ?? 1), 0)),
          list(2 + rng.integer(4)),
          0.05 + 0.2 * rng.uniform(),
        ]),
      );
    });

    task(2, ({ it }) => {
      it('relativeError of (3, 4) and (3, 4) is 0', async () =>
        expectClose(await answer.call('relativeError', [3, 4], [3, 4]), 0));
      it('relativeError of (3, 4) and (0, 0) is 1', async () =>
        expectClose(await answer.call('relativeError', [3, 4], [0, 0]), 1));
      it('relativeError of (1, -1) and (-1, 1) is 1', async () =>
        expectClose(await answer.call('relativeError', [1, -1], [-1, 1]), 1));
      it('relativeError of a gradient that is 64 times too small is 63/65', async () =>
        expectClose(await answer.call('relativeError', [1, 2], [64, 128]), 63 / 65));
      it('relativeError of (1e-12, 0) and (3e-12, 0) is 1/2, whatever their size', async () =>
        expectClose(await answer.call('relativeError', [1e-12, 0], [3e-12, 0]), 0.5));
      it('relativeError of (0, 0) and (0, 0) is 0', async () =>
        expectClose(await answer.call('relativeError', [0, 0], [0, 0]), 0));
      it.hidden('relativeError agrees with the definition on random gradients', () =>
        agrees('relativeError', () => {
          const [length, size] = [2 + rng.integer(6), 10 ** (rng.integer(21) - 10)];
          return [list(length), list(length)].map((values) => values.map((v) => size * v));
        }),
      );
    });

    task(3, ({ it }) => {
      it('denseBackward of a batch of two gives dx = dy·wᵀ', async () => expectClose((await answer.call('denseBackward', x, w, dy)).dx, [[0.5, 0], [-1, 2]])); // prettier-ignore
      it('denseBackward of a batch of two gives dw = xᵀ·dy', async () => expectClose((await answer.call('denseBackward', x, w, dy)).dw, [[3.5, -1, 6], [0, -2, -2]])); // prettier-ignore
      it('denseBackward of a batch of two gives db, the sum of the rows of dy', async () =>
        expectClose((await answer.call('denseBackward', x, w, dy)).db, [1.5, -1, 2]));
      it('denseBackward of one input and one unit adds up over the batch', async () =>
        expectClose(await answer.call('denseBackward', [[2], [3]], [[5]], [[1], [-2]]), { dx: [[5], [-10]], dw: [[-4]], db: [-1] })); // prettier-ignore
      it('denseBackward leaves its arguments as they are', () => leavesInputs('denseBackward', x, w, dy));
      it.hidden('denseBackward agrees with the definition on random batches', () =>
        agrees('denseBackward', () => {
          const [batch, inputs, units] = [1 + rng.integer(6), 1 + rng.integer(4), 1 + rng.integer(4)];
          return [table(batch, inputs), table(inputs, units), table(batch, units)];
        }),
      );
    });

    task(4, ({ it }) => {
      it('Adam with η = 0.1 first moves every weight by 0.1 against its gradient', async () =>
        expectClose((await steps(answer))[0], { kernel: [0.9, -1.9], bias: [0.4, 2.9] }, 1e-6));
      it('Adam keeps a state for each parameter, in whatever order they come', async () =>
        expectClose((await steps(answer))[2], { kernel: [0.8877906, -1.9123053], bias: [0.4475402, 2.7825674] }, 1e-6));
      it('Adam leaves a weight whose gradient was always 0', async () =>
        expectClose(
          (await steps(answer, 0.1, { kernel: [1, 2] }, [{ kernel: [0, 1] }, { kernel: [0, 1] }]))[1].kernel[0],
          1,
        ));
      it('Adam goes on when a gradient is 0: after 1 and 0, a weight of 1 is at 0.8330', async () =>
        expectClose(await idleStep(answer), 1 - 0.1 - (0.1 * (0.09 / 0.19)) / Math.sqrt(0.000999 / 0.001999), 1e-6));
      it('Adam moves half as far when the gradient is as small as ε', async () =>
        expectClose(await tinyStep(answer), 0.95, 1e-6));
      it('Adam with twice the learning rate goes twice as far', async () => {
        const [once, twice] = [(await steps(answer, 0.1))[2], (await steps(answer, 0.2))[2]];
        expectClose(
          minus(twice.kernel, start.kernel),
          minus(once.kernel, start.kernel).map((v) => 2 * v),
          1e-6,
        );
      });
      it('two Adams do not share their state', async () => {
        const first = await steps(answer);
        expect(difference(await steps(answer), first, 1e-9)).to.equal(undefined);
      });
      it.together('Adams that are used in turn have a state each');
      it.hidden('Adam agrees with the definition on random steps', async () => {
        for (let repeat = 0; repeat < 3; repeat++) {
          const [a, b] = [1 + rng.integer(3), 1 + rng.integer(3)];
          const grads = Array.from({ length: 6 }, () =>
            rng.uniform() < 0.5 ? { a: list(a), b: list(b) } : { b: list(b), a: list(a) },
          );
          const values = { a: list(a), b: list(b) };
          expectClose(await steps(answer, 0.05, values, grads), await steps(reference, 0.05, values, grads), 1e-6);
        }
      });
    });
  },
);

/** x when the entries before i were left at x - h, with entry i moved by ±h. */
function behind(x: number[], i: number, h: number, sign: number): number[] {
  return x.map((v, k) => (k < i ? v - h : k === i ? v + sign * h : v));
}
