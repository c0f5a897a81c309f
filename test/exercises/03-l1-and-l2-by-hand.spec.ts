// L1 and L2 by hand: two losses and two steps, on three weights that can be followed with a pencil

import { exercise, expectClose, type Oracle } from '../../grader/spec/exercise';

const w = [2, -3, 4];
const g = [0.5, 0.5, 0.5];
const soft = (v: number, t: number) => Math.sign(v) * Math.max(Math.abs(v) - t, 0);
const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const each = (f: (w: number, g: number) => number) => (weights: number[], gradient: number[]) =>
  Array.from(weights, (value, i) => f(value, gradient[i]));

export default exercise(
  {
    slug: '03-l1-and-l2-by-hand',
    tasks: [
      {
        id: 1,
        export: 'l1Loss',
        points: 2,
        hints: [
          'The penalty looks at the size of each weight only: which function forgets the sign?',
          'Add up `Math.abs(w)`, multiply the sum by λ once, then add the data loss.',
        ],
        diagnoses: [
          { says: 'λ·Σw without the absolute value', formula: (L, w, λ) => L + λ * add(w) },
          {
            says: 'λ·|Σw|: the absolute value belongs to each weight, not to the sum',
            formula: (L, w, λ) => L + λ * Math.abs(add(w)),
          },
          { says: 'λ·Σw²: that is L2', formula: (L, w, λ) => L + λ * add(w.map((v: number) => v * v)) },
          { says: 'the penalty alone: the data loss is missing', formula: (_L, w, λ) => λ * add(w.map(Math.abs)) },
          {
            says: 'the mean of |w| in place of the sum',
            formula: (L, w, λ) => L + (λ * add(w.map(Math.abs))) / w.length,
          },
          { says: 'Σ|w| without λ', formula: (L, w) => L + add(w.map(Math.abs)) },
          {
            says: 'a smoothed |w|, such as √(w² + ε): the penalty of a weight of 0 is 0',
            when: async (answer) => {
              const [zero, one] = [await answer.call('l1Loss', 0, [0], 1), await answer.call('l1Loss', 0, [1], 1)];
              return zero > 0 && zero < 0.1 && Math.abs(one - 1) < 0.1;
            },
          },
        ],
      },
      {
        id: 2,
        export: 'l2Loss',
        points: 2,
        hints: [
          'Every weight counts with its square.',
          'Add up `w * w`, multiply the sum by λ once, then add the data loss. No ½ and no square root.',
        ],
        diagnoses: [
          { says: 'λ·Σw² without the square: that is L1', formula: (L, w, λ) => L + λ * add(w.map(Math.abs)) },
          {
            says: 'a factor ½ that this course does not have',
            formula: (L, w, λ) => L + (λ / 2) * add(w.map((v: number) => v * v)),
          },
          { says: 'λ·‖w‖: the norm needs no square root here', formula: (L, w, λ) => L + λ * Math.hypot(...w) },
          { says: 'λ·(Σw)²: square each weight, then add', formula: (L, w, λ) => L + λ * add(w) ** 2 },
          {
            says: 'λ²: the square belongs to the weights only',
            formula: (L, w, λ) => L + λ * λ * add(w.map((v: number) => v * v)),
          },
          {
            says: 'the mean of w² in place of the sum',
            formula: (L, w, λ) => L + (λ * add(w.map((v: number) => v * v))) / w.length,
          },
          {
            says: 'the penalty alone: the data loss is missing',
            formula: (_L, w, λ) => λ * add(w.map((v: number) => v * v)),
          },
        ],
      },
      {
        id: 3,
        export: 'l1Step',
        points: 3,
        hints: [
          'What is the slope of |w| left of zero, and right of it?',
          'Add `lambda * Math.sign(w)` to the gradient of the data, then step against the sum.',
        ],
        diagnoses: [
          {
            says: 'a penalty that pushes every weight down: its sign is that of the weight',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g + λ))(w, g),
          },
          {
            says: 'the penalty pushes away from zero: its sign is turned',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g - λ * Math.sign(w)))(w, g),
          },
          {
            says: 'a step up the slope: gradient descent subtracts',
            formula: (w, g, λ, η) => each((w, g) => w + η * (g + λ * Math.sign(w)))(w, g),
          },
          {
            says: 'a penalty that the learning rate does not scale',
            formula: (w, g, λ, η) => each((w, g) => w - η * g - λ * Math.sign(w))(w, g),
          },
          {
            says: 'λ·w: that is the slope of a square, L2',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g + λ * w))(w, g),
          },
          {
            says: '2λ·w: that is the step of L2',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g + 2 * λ * w))(w, g),
          },
          { says: 'a step without the penalty', formula: (w, g, _λ, η) => each((w, g) => w - η * g)(w, g) },
          {
            says: 'sign(0) taken as 1: at zero the penalty has no slope',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g + (w >= 0 ? λ : -λ)))(w, g),
          },
          {
            says: 'w / |w|, which is NaN for a weight of 0: sign(0) is 0',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g + (λ * w) / Math.abs(w)))(w, g),
          },
          {
            says: 'the proximal step, which stops at zero: that is exercise 04, a gradient step crosses zero',
            formula: (w, g, λ, η) => each((w, g) => soft(w - η * g, η * λ))(w, g),
          },
          {
            says: 'a step that stops at zero: a gradient step crosses it',
            formula: (w, g, λ, η) =>
              each((w, g) => {
                const next = w - η * (g + λ * Math.sign(w));
                return next * w < 0 ? 0 : next;
              })(w, g),
          },
          {
            says: 'the sign taken after the step of the data: both slopes are those of the old weight',
            formula: (w, g, λ, η) => each((w, g) => w - η * g - η * λ * Math.sign(w - η * g))(w, g),
          },
          {
            says: 'a smoothed sign, such as w / √(w² + ε): a small weight is pulled as hard as a large one',
            when: async (answer) => {
              const [tiny, one] = await answer.call('l1Step', [1e-6, 1], [0, 0], 0.1, 0.5);
              return tiny > -0.0499 && tiny < 1e-6 && Math.abs(one - 0.95) < 0.01;
            },
          },
        ],
      },
      {
        id: 4,
        export: 'l2Step',
        points: 3,
        hints: [
          'Differentiate λw² by w.',
          'The slope is 2λw: larger weights are pulled more.',
          'New weight: `w - learningRate * (g + 2 * lambda * w)`.',
        ],
        diagnoses: [
          {
            says: 'a gradient without its 2: (λw²)′ is 2λw',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g + λ * w))(w, g),
          },
          {
            says: 'the step of L1: λ·sign(w)',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g + λ * Math.sign(w)))(w, g),
          },
          {
            says: 'a step up the slope: gradient descent subtracts',
            formula: (w, g, λ, η) => each((w, g) => w + η * (g + 2 * λ * w))(w, g),
          },
          {
            says: 'decay that the learning rate does not scale',
            formula: (w, g, λ, η) => each((w, g) => w - η * g - 2 * λ * w)(w, g),
          },
          {
            says: 'the penalty pushes away from zero: its sign is turned',
            formula: (w, g, λ, η) => each((w, g) => w - η * (g - 2 * λ * w))(w, g),
          },
          {
            says: 'the penalty taken after the step of the data: both slopes are those of the old weight',
            formula: (w, g, λ, η) => each((w, g) => (1 - 2 * η * λ) * (w - η * g))(w, g),
          },
          {
            says: 'the implicit (proximal) step, a division by 1 + 2ηλ: a gradient step takes the slope at the old weight',
            formula: (w, g, λ, η) => each((w, g) => (w - η * g) / (1 + 2 * η * λ))(w, g),
          },
          { says: 'λw² in place of its slope', formula: (w, g, λ, η) => each((w, g) => w - η * (g + λ * w * w))(w, g) },
          { says: 'a step without the penalty', formula: (w, g, _λ, η) => each((w, g) => w - η * g)(w, g) },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const randomWeights = () => Array.from({ length: 1 + rng.integer(8) }, () => 3 * rng.normal());
    const randomGradient = (length: number) => Array.from({ length }, () => rng.normal());

    const agrees = async (name: string, args: () => unknown[]) => {
      for (let repeat = 0; repeat < 5; repeat++) {
        const input = args();
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };
    const leavesInputs = async (asked: Oracle, name: string) => {
      await asked.call(name, w, g, 0.1, 0.01);
      expectClose(asked.argumentsAfter().slice(0, 2), [w, g], 0);
    };

    task(1, ({ it }) => {
      it('l1Loss of L = 5, w = (2, -3, 4), λ = 0.1 is 5.9', async () =>
        expectClose(await answer.call('l1Loss', 5, w, 0.1), 5.9));
      it('l1Loss of L = 0, w = (-1, -2), λ = 1 is 3', async () =>
        expectClose(await answer.call('l1Loss', 0, [-1, -2], 1), 3));
      it('l1Loss of weights that are 0 is the data loss', async () =>
        expectClose(await answer.call('l1Loss', 1.5, [0, 0], 10), 1.5));
      it('l1Loss without weights is the data loss', async () =>
        expectClose(await answer.call('l1Loss', 1.5, [], 0.1), 1.5));
      it('l1Loss with λ = 0 is the data loss', async () => expectClose(await answer.call('l1Loss', 1.5, w, 0), 1.5));
      it.hidden('l1Loss agrees with the definition on random weights', () =>
        agrees('l1Loss', () => [rng.uniform(), randomWeights(), rng.uniform()]),
      );
    });

    task(2, ({ it }) => {
      it('l2Loss of L = 5, w = (2, -3, 4), λ = 0.1 is 7.9', async () =>
        expectClose(await answer.call('l2Loss', 5, w, 0.1), 7.9));
      it('l2Loss without weights is the data loss', async () =>
        expectClose(await answer.call('l2Loss', 1.5, [], 0.1), 1.5));
      it('l2Loss with λ = 0 is the data loss', async () => expectClose(await answer.call('l2Loss', 1.5, w, 0), 1.5));
      it.hidden('l2Loss agrees with the definition on random weights', () =>
        agrees('l2Loss', () => [rng.uniform(), randomWeights(), rng.uniform()]),
      );
    });

    const stepArguments = () => {
      const weights = randomWeights().flatMap((v) => [v, v / 20]); // small ones cross zero in a step
      return [weights, randomGradient(weights.length), rng.uniform(), rng.uniform()];
    };

    task(3, ({ it }) => {
      it('l1Step from w = (2, -3, 4) with g = 0.5, λ = 0.1, η = 0.01 gives (1.994, -3.004, 3.994)', async () =>
        expectClose(await answer.call('l1Step', w, g, 0.1, 0.01), [1.994, -3.004, 3.994]));
      it('l1Step leaves a weight of 0 to the data: g = 0 keeps it', async () =>
        expectClose(await answer.call('l1Step', [0, 1], [0, 0], 0.1, 0.5), [0, 0.95]));
      it('l1Step pulls a small weight as hard as a large one, and across zero: (1e-6, 1000) by 0.05', async () =>
        expectClose(await answer.call('l1Step', [1e-6, 1000], [0, 0], 0.1, 0.5), [1e-6 - 0.05, 999.95]));
      it('l1Step leaves its arguments as they are', () => leavesInputs(answer, 'l1Step'));
      it.hidden('l1Step agrees with the definition on random weights', () => agrees('l1Step', stepArguments));
    });

    task(4, ({ it }) => {
      it('l2Step from w = (2, -3, 4) with g = 0.5, λ = 0.1, η = 0.01 gives (1.991, -2.999, 3.987)', async () =>
        expectClose(await answer.call('l2Step', w, g, 0.1, 0.01), [1.991, -2.999, 3.987]));
      it('l2Step without data shrinks every weight by the same share', async () =>
        expectClose(await answer.call('l2Step', [1, -10], [0, 0], 0.1, 0.5), [0.9, -9]));
      it('l2Step leaves its arguments as they are', () => leavesInputs(answer, 'l2Step'));
      it.hidden('l2Step agrees with the definition on random weights', () => agrees('l2Step', stepArguments));
    });
  },
);
