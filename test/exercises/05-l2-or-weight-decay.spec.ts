// L2 or weight decay: the decay beside the step, its strength in four conventions, what it leaves out, and both in Adam

import { difference, exercise, expectClose, type Oracle } from '../../grader/spec/exercise';

type Parameter = { name: string; value: number[] };
type AdamOptions = { learningRate: number; l2: number; decay: number };

const each = (f: (w: number, d: number) => number) => (weights: number[], direction: number[]) =>
  weights.map((w, i) => f(w, direction[i]));
const slopes: Record<string, (n: number) => number> = {
  sum: () => 2,
  half: () => 1,
  mean: (n) => 2 / n,
  decay: () => 1,
};
/** A conversion in which the pull of some conventions is mistaken. */
const converted = (wrong: Record<string, (n: number) => number>) => (λ: number, from: string, to: string, n: number) =>
  (λ * { ...slopes, ...wrong }[from](n)) / { ...slopes, ...wrong }[to](n);
const shrunk =
  (chosen: (p: Parameter, i: number) => boolean, keep: (η: number, decay: number) => number) =>
  (parameters: Parameter[], η: number, decay: number) =>
    parameters.map((p, i) => ({ name: p.name, value: p.value.map((w) => (chosen(p, i) ? keep(η, decay) * w : w)) }));
const share = (η: number, decay: number) => 1 - η * decay;

/** Adam with its parts exchanged: what enters the moments, and what is done to the weight before and after the step. */
function adam({
  moments = (g, w, { l2 }) => g + 2 * l2 * w,
  before = (w, { learningRate, decay }) => (1 - learningRate * decay) * w,
  after = (w) => w,
  corrected = true,
  second = (v, b) => Math.sqrt(v / b) + 1e-8,
  carry = (before, share, g) => (1 - share) * before + share * g,
}: {
  moments?: (g: number, w: number, o: AdamOptions) => number;
  before?: (w: number, o: AdamOptions) => number;
  after?: (w: number, o: AdamOptions, old: number) => number;
  corrected?: boolean;
  second?: (v: number, correction: number) => number;
  carry?: (before: number, share: number, g: number) => number;
}): (w: number[], gs: number[][], o: AdamOptions) => number[] {
  return (weights, gradients, o) =>
    weights.map((start, i) => {
      let [w, m, v] = [start, 0, 0];
      gradients.forEach((gradient, t) => {
        const g = moments(gradient[i], w, o);
        m = carry(m, 0.1, g);
        v = carry(v, 0.001, g * g);
        const [c1, c2] = corrected ? [1 - 0.9 ** (t + 1), 1 - 0.999 ** (t + 1)] : [1, 1];
        w = after(before(w, o) - (o.learningRate * (m / c1)) / second(v, c2), o, w);
      });
      return w;
    });
}
const beside = (w: number) => w;
const withoutKnobs = { learningRate: 0.1, l2: 0, decay: 0 };
/** Where a weight of 1 is after a step with a gradient as small as ε. */
const tinyStep = async (answer: Oracle) => (await answer.call('adamSteps', [1], [[1e-8]], withoutKnobs))[0];
/** Where a weight of 1 is after a gradient of 1 and one of 0. */
const idleStep = async (answer: Oracle) => (await answer.call('adamSteps', [1], [[1], [0]], withoutKnobs))[0];
/** Whether an answer does as Adam does, but for ε. */
const isAdam = async (answer: Oracle) => {
  const args = [[2, -3], [[1, 0.5], [-0.5, 2]], { learningRate: 0.1, l2: 0.01, decay: 0.2 }] as const; // prettier-ignore
  return difference(await answer.call('adamSteps', ...args), adam({})([...args[0]], args[1].map((g) => [...g]), args[2]), 1e-5) === undefined; // prettier-ignore
};

export default exercise(
  {
    slug: '05-l2-or-weight-decay',
    tasks: [
      {
        id: 1,
        export: 'decayStep',
        points: 2,
        hints: [
          'Two things happen to a weight: it loses a share of itself, and it takes the step. Neither is part of the other.',
          'First `(1 - learningRate * decay) * w`, then subtract `learningRate * direction[i]`.',
        ],
        diagnoses: [
          {
            says: 'a decay that the learning rate does not scale',
            formula: (w, d, η, decay) => each((w, d) => (1 - decay) * w - η * d)(w, d),
          },
          {
            says: 'twice the decay: the factor 2 belongs to the penalty λΣw²',
            formula: (w, d, η, decay) => each((w, d) => (1 - 2 * η * decay) * w - η * d)(w, d),
          },
          {
            says: 'decay after the step: it takes its share of the step as well',
            formula: (w, d, η, decay) => each((w, d) => (1 - η * decay) * (w - η * d))(w, d),
          },
          {
            says: 'weights that grow: the sign of the decay is turned',
            formula: (w, d, η, decay) => each((w, d) => (1 + η * decay) * w - η * d)(w, d),
          },
          {
            says: 'a division by 1 + η·decay: that is the proximal step, the decay multiplies by 1 - η·decay',
            formula: (w, d, η, decay) => each((w, d) => w / (1 + η * decay) - η * d)(w, d),
          },
          {
            says: 'the root of the share: the decay is not squared',
            formula: (w, d, η, decay) => each((w, d) => Math.sqrt(1 - η * decay) * w - η * d)(w, d),
          },
          {
            says: 'the decay as part of the direction, scaled by η twice',
            formula: (w, d, η, decay) => each((w, d) => w - η * (d + η * decay * w))(w, d),
          },
          { says: 'a step without the decay', formula: (w, d, η) => each((w, d) => w - η * d)(w, d) },
          {
            says: 'a step without the learning rate in front of the direction',
            formula: (w, d, η, decay) => each((w, d) => (1 - η * decay) * w - d)(w, d),
          },
          {
            says: 'the decay alone: the step is missing',
            formula: (w, d, η, decay) => each((w) => (1 - η * decay) * w)(w, d),
          },
          {
            says: 'the same amount off every weight: that is L1',
            formula: (w, d, η, decay) => each((w, d) => w - η * decay * Math.sign(w) - η * d)(w, d),
          },
        ],
      },
      {
        id: 2,
        export: 'convertStrength',
        points: 3,
        hints: [
          'Write down for each convention what a step of plain SGD takes off a weight of 1: the slope of the penalty, times η.',
          'With strength λ the slopes are 2λ for `sum`, λ for `half`, 2λ/n for `mean`; `decay` takes off λ.',
          'Two strengths have the same effect when their slopes are equal: multiply by the slope of `from`, divide by that of `to`.',
        ],
        diagnoses: [
          {
            says: 'the conversion turned around: from and to are exchanged',
            formula: (λ, from, to, n) => converted({})(λ, to, from, n),
          },
          {
            says: 'λ taken for the decay of λΣw²: its slope is 2λw',
            formula: converted({ sum: () => 1, half: () => 0.5, mean: (n) => 1 / n }),
          },
          { says: 'no difference between λ and λ/2: the slope of λ/2·w² is λw', formula: converted({ half: () => 2 }) },
          { says: 'a mean that is not divided by the number of examples', formula: converted({ mean: () => 2 }) },
          { says: 'multiplied by the number of examples where it divides', formula: converted({ mean: (n) => 2 * n }) },
          {
            says: 'λ/n·w² taken for λ/2n·w², as some textbooks write it: its slope is 2λ/n',
            formula: converted({ mean: (n) => 1 / n }),
          },
          { says: 'the same strength for every convention', formula: (λ) => λ },
        ],
      },
      {
        id: 3,
        export: 'decayKernels',
        points: 2,
        hints: [
          'Which of the four names stands for weights that multiply the input of a Dense layer?',
          'Go through all parameters with `map`; where `name === "kernel"` multiply the values, elsewhere copy them.',
        ],
        diagnoses: [
          { says: 'decay of everything, biases too', formula: shrunk(() => true, share) },
          {
            says: 'biases left out, but gammas and betas shrunk',
            formula: shrunk(({ name }) => name !== 'bias', share),
          },
          {
            says: 'gammas shrunk: BatchNorm would lose its scale',
            formula: shrunk(({ name }) => name === 'kernel' || name === 'gamma', share),
          },
          { says: 'the biases in place of the kernels', formula: shrunk(({ name }) => name === 'bias', share) },
          { says: 'the first parameter, whatever its name', formula: shrunk((_, i) => i === 0, share) },
          {
            says: 'kernels found by their place in the list, and not by their name',
            when: async (answer) => {
              const list = (...names: string[]) => names.map((name) => ({ name, value: [10] }));
              const first = await answer.call('decayKernels', list('kernel', 'bias', 'gamma', 'beta'), 0.1, 0.5);
              const last = await answer.call('decayKernels', list('gamma', 'beta', 'bias', 'kernel'), 0.1, 0.5);
              return last.length === 4 && first[0].value[0] === 9.5 && last[0].value[0] === 9.5;
            },
          },
          {
            says: 'kernels told by their size, and not by their name',
            when: async (answer) => {
              const of = (name: string, value: number[]) => answer.call('decayKernels', [{ name, value }], 0.1, 0.5);
              const [long, short] = [await of('bias', [10, 10]), await of('kernel', [10])];
              return long[0].value[0] === 9.5 && short[0].value[0] === 10;
            },
          },
          {
            says: 'the first kernel only',
            formula: (p: Parameter[], η: number, decay: number) =>
              shrunk((_, i) => i === p.findIndex(({ name }) => name === 'kernel'), share)(p, η, decay),
          },
          {
            says: 'a decay that the learning rate does not scale',
            formula: shrunk(
              ({ name }) => name === 'kernel',
              (_η, decay) => 1 - decay,
            ),
          },
          {
            says: 'twice the decay: the factor 2 belongs to the penalty λΣw²',
            formula: shrunk(
              ({ name }) => name === 'kernel',
              (η, decay) => 1 - 2 * η * decay,
            ),
          },
          { says: 'nothing shrunk at all', formula: (p: Parameter[]) => p },
          {
            says: 'the kernels alone: the other parameters are missing',
            formula: (p: Parameter[], η: number, decay: number) =>
              shrunk(() => true, share)(p, η, decay).filter(({ name }) => name === 'kernel'),
          },
        ],
      },
      {
        id: 4,
        export: 'adamSteps',
        points: 4,
        hints: [
          'What is added to the gradient goes through m and v and is divided by √v̂. What is done to the weight is not.',
          'Keep m, v and the powers of 0.9 and 0.999 over all steps; take the gradient of the penalty before the weight decays.',
          'In each step: `g = gradient[i] + 2 * l2 * w[i]`, update m and v with g, `w[i] *= 1 - learningRate * decay`, then subtract the step of Adam.',
        ],
        diagnoses: [
          {
            says: 'decay inside the gradient: that is L2, and Adam divides it',
            formula: adam({ moments: (g, w, { l2, decay }) => g + 2 * l2 * w + decay * w, before: beside }),
          },
          {
            says: 'L2 beside the gradient: that is weight decay, which Adam does not divide',
            formula: adam({ moments: (g) => g, before: (w, o) => (1 - o.learningRate * (o.decay + 2 * o.l2)) * w }),
          },
          { says: 'a gradient of the penalty without its 2', formula: adam({ moments: (g, w, { l2 }) => g + l2 * w }) },
          {
            says: 'a decay that the learning rate does not scale',
            formula: adam({ before: (w, { decay }) => (1 - decay) * w }),
          },
          {
            says: 'decay after the step: it takes its share of the step as well',
            formula: adam({ before: beside, after: (w, o) => (1 - o.learningRate * o.decay) * w }),
          },
          { says: 'no decay', formula: adam({ before: beside }) },
          { says: 'no penalty', formula: adam({ moments: (g) => g }) },
          { says: 'no bias correction: the first steps are not those of Adam', formula: adam({ corrected: false }) },
          { says: 'a step divided by v̂ without the root', formula: adam({ second: (v, c) => v / c + 1e-8 }) },
          {
            says: 'the gradient of the penalty taken after the decay: both look at the weight before the step',
            formula: adam({
              moments: (g, w, { learningRate, l2, decay }) => g + 2 * l2 * (1 - learningRate * decay) * w,
            }),
          },
          {
            says: 'moments that begin with the first gradient: they begin at 0, and the bias correction allows for it',
            formula: adam({
              carry: (before, share, g) => (before === 0 ? g : (1 - share) * before + share * g),
              corrected: false,
            }),
          },
          {
            says: 'ε added to √v, as in the order that section 2 of the paper calls more efficient: here it is added to √v̂',
            when: async (answer) =>
              (await isAdam(answer)) && Math.abs((await tinyStep(answer)) - (1 - 0.1 / (1 + Math.sqrt(1000)))) < 1e-6,
          },
          {
            says: 'ε under the root: it is added to √v̂',
            when: async (answer) =>
              (await isAdam(answer)) &&
              Math.abs((await tinyStep(answer)) - (1 - 1e-9 / Math.sqrt(1e-16 + 1e-8))) < 1e-9,
          },
          {
            says: 'no ε: where the gradient is 0 from the start, the step is 0 / 0',
            when: async (answer) => (await isAdam(answer)) && Math.abs((await tinyStep(answer)) - 0.9) < 1e-6,
          },
          {
            says: 'no step where the gradient is 0: m goes on (leaving such weights alone is sparse Adam)',
            when: async (answer) => (await isAdam(answer)) && Math.abs((await idleStep(answer)) - 0.9) < 1e-7,
          },
          {
            says: 'weights that decay only where there is a gradient: the decay does not look at it',
            when: async (answer) =>
              (await isAdam(answer)) &&
              (await answer.call('adamSteps', [100], [[0]], { learningRate: 0.1, l2: 0, decay: 0.5 }))[0] === 100,
          },
          {
            says: 'moments that start again in every step',
            formula: (w, gs: number[][], o) => gs.reduce((now, g) => adam({})(now, [g], o), w),
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const numbers = (length: number) => Array.from({ length }, () => rng.normal());
    const agrees = async (name: string, args: () => unknown[]) => {
      for (let repeat = 0; repeat < 5; repeat++) {
        const input = args();
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };
    const leavesInputs = async (name: string, ...args: unknown[]) => {
      await answer.call(name, ...args);
      expectClose(answer.argumentsAfter(), args, 0);
    };
    const network: Parameter[] = [
      { name: 'kernel', value: [2, -4] },
      { name: 'bias', value: [1] },
      { name: 'gamma', value: [3] },
      { name: 'beta', value: [-1] },
      { name: 'kernel', value: [10] },
      { name: 'bias', value: [0.5] },
    ];

    task(1, ({ it }) => {
      it('decayStep from w = (2, -3, 4) with d = 0.5, η = 0.01, decay 0.2 gives (1.991, -2.999, 3.987)', async () =>
        expectClose(await answer.call('decayStep', [2, -3, 4], [0.5, 0.5, 0.5], 0.01, 0.2), [1.991, -2.999, 3.987]));
      it('decayStep without a step takes the same share off every weight', async () =>
        expectClose(await answer.call('decayStep', [1, -10], [0, 0], 0.5, 0.2), [0.9, -9]));
      it('decayStep without decay is the step', async () =>
        expectClose(await answer.call('decayStep', [1, -10], [2, 3], 0.5, 0), [0, -11.5]));
      it('decayStep from 0 is the step, and from 1e9 without a step takes off 10 %', async () =>
        expectClose(await answer.call('decayStep', [0, 1e9], [2, 0], 0.5, 0.2), [-1, 9e8]));
      it('decayStep leaves its arguments as they are', () => leavesInputs('decayStep', [2, -3], [0.5, 1], 0.1, 0.2));
      it.hidden('decayStep agrees with the definition on random weights', () =>
        agrees('decayStep', () => {
          const length = 1 + rng.integer(8);
          return [numbers(length), numbers(length), rng.uniform(), rng.uniform()];
        }),
      );
    });

    task(2, ({ it }) => {
      const converts = (λ: number, from: string, to: string, n: number, expected: number) => async () =>
        expectClose(await answer.call('convertStrength', λ, from, to, n), expected);
      it("0.001 as 'sum' is a 'decay' of 0.002", converts(0.001, 'sum', 'decay', 1280, 0.002));
      it("0.01 as 'decay' is 0.005 as 'sum'", converts(0.01, 'decay', 'sum', 1280, 0.005));
      it("0.01 as 'half' is a 'decay' of 0.01", converts(0.01, 'half', 'decay', 1280, 0.01));
      it("3 as 'mean' with 1000 examples is 0.003 as 'sum'", converts(3, 'mean', 'sum', 1000, 0.003));
      it("0 as 'mean' is 0 as 'half'", converts(0, 'mean', 'half', 100, 0));
      it("1e-6 as 'decay' is 0.01 as 'mean' with 20000 examples", converts(1e-6, 'decay', 'mean', 20000, 0.01));
      it("0.1 as 'sum' is 0.1 as 'sum'", converts(0.1, 'sum', 'sum', 50, 0.1));
      it.hidden('convertStrength agrees with the slopes for every pair of conventions', async () => {
        for (const from of Object.keys(slopes)) {
          for (const to of Object.keys(slopes)) {
            const args = [rng.uniform(), from, to, 2 + rng.integer(5000)];
            expectClose(
              await answer.call('convertStrength', ...args),
              await reference.call('convertStrength', ...args),
            );
          }
        }
      });
    });

    task(3, ({ it }) => {
      it('decayKernels with η = 0.1, decay 0.5 takes 5 % off the kernels of two layers', async () =>
        expectClose(await answer.call('decayKernels', network, 0.1, 0.5), [
          { name: 'kernel', value: [1.9, -3.8] },
          { name: 'bias', value: [1] },
          { name: 'gamma', value: [3] },
          { name: 'beta', value: [-1] },
          { name: 'kernel', value: [9.5] },
          { name: 'bias', value: [0.5] },
        ]));
      it('decayKernels finds the kernels by their names, wherever they are', async () =>
        expectClose(
          await answer.call(
            'decayKernels',
            [
              { name: 'gamma', value: [3, 4] },
              { name: 'beta', value: [-1] },
              { name: 'kernel', value: [10] },
              { name: 'kernel', value: [0, 20] },
              { name: 'bias', value: [5, 6, 7] },
            ],
            0.1,
            0.5,
          ),
          [
            { name: 'gamma', value: [3, 4] },
            { name: 'beta', value: [-1] },
            { name: 'kernel', value: [9.5] },
            { name: 'kernel', value: [0, 19] },
            { name: 'bias', value: [5, 6, 7] },
          ],
        ));
      it('decayKernels leaves its arguments as they are', () => leavesInputs('decayKernels', network, 0.1, 0.5));
      it.hidden('decayKernels agrees with the definition on random networks', () =>
        agrees('decayKernels', () => {
          const names = ['kernel', 'bias', 'gamma', 'beta'];
          return [
            Array.from({ length: 3 + rng.integer(9) }, () => ({
              name: names[rng.integer(4)],
              value: numbers(1 + rng.integer(4)),
            })),
            rng.uniform(),
            rng.uniform(),
          ];
        }),
      );
    });

    task(4, ({ it }) => {
      const options = (learningRate: number, l2: number, decay: number) => ({ learningRate, l2, decay });
      it('adamSteps with L2 alone: one step from w = (1, 100) without data moves both by η, however large they are', async () =>
        expectClose(await answer.call('adamSteps', [1, 100], [[0, 0]], options(0.1, 0.5, 0)), [0.9, 99.9], 1e-7));
      it('adamSteps with decay alone: one step from w = (1, 100) without data takes off a share', async () =>
        expectClose(await answer.call('adamSteps', [1, 100], [[0, 0]], options(0.1, 0, 0.5)), [0.95, 95]));
      it('adamSteps with both: three steps from w = (2, -3)', async () =>
        expectClose(
          await answer.call(
            'adamSteps',
            [2, -3],
            [
              [0.5, 0.5],
              [-1, 0.2],
              [3, 0.1],
            ],
            options(0.1, 0.01, 0.2),
          ),
          [1.7662868806152896, -3.07607428029056],
        ));
      it('adamSteps goes on when a gradient is 0: after 1 and 0, a weight of 1 is at 0.8330', async () =>
        expectClose(await idleStep(answer), 1 - 0.1 - (0.1 * (0.09 / 0.19)) / Math.sqrt(0.000999 / 0.001999), 1e-7));
      it('adamSteps moves half as far when the gradient is as small as ε: from 1 to 0.95', async () =>
        expectClose(await tinyStep(answer), 0.95, 1e-6));
      it('adamSteps leaves a weight of 0 that never has a gradient', async () =>
        expectClose(await answer.call('adamSteps', [0, 1], [[0, 1], [0, 1]], options(0.1, 0.01, 0.2)).then(([w]) => w), 0)); // prettier-ignore
      it('adamSteps leaves its arguments as they are', () =>
        leavesInputs(
          'adamSteps',
          [2, -3],
          [
            [0.5, 1],
            [1, 1],
          ],
          options(0.1, 0.01, 0.2),
        ));
      it.hidden('adamSteps agrees with the definition on random gradients', () =>
        agrees('adamSteps', () => {
          const length = 1 + rng.integer(4);
          return [
            numbers(length),
            Array.from({ length: 2 + rng.integer(5) }, () => numbers(length)),
            options(0.3 * rng.uniform(), rng.uniform(), rng.uniform()),
          ];
        }),
      );
    });
  },
);
