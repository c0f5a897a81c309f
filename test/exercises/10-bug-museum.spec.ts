// Bug museum: eight functions that run, each with one mistake of a real course or library

import { difference, exercise, expectClose, type Oracle } from '../../grader/spec/exercise';

type Rows = number[][];
type Epoch = { loss: number; weights: number[] };
type AdamState = { w: number[]; m: number[]; v: number[] };
type L1Options = { learningRate: number; lambda: number; steps: number };

const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const mean = (values: number[]) => add(values) / values.length;
const squares = (values: number[]) => add(values.map((value) => value * value));

/** Whether two equal calls, with another between them, give different values. */
const remembers =
  (name: string, args: unknown[], between: unknown[]) =>
  async (oracle: Oracle): Promise<boolean> => {
    const once = await oracle.call(name, ...args);
    await oracle.call(name, ...between);
    return difference(await oracle.call(name, ...args), once) !== undefined;
  };
const REMEMBERS = 'something remembered from an earlier call: each begins from nothing';

const logitsOf = (row: number[], w: Rows, b: number[]) =>
  b.map((bias, k) => bias + add(row.map((value, j) => value * w[j][k])));
function softmax(logits: number[]): number[] {
  const exps = logits.map((z) => Math.exp(z - Math.max(...logits)));
  return exps.map((e) => e / add(exps));
}
/** The loss of task 1. */
const lossOf = (x: Rows, w: Rows, b: number[], labels: number[], lambda: number) =>
  mean(x.map((row, i) => -Math.log(softmax(logitsOf(row, w, b))[labels[i]]))) + lambda * squares(w.flat());

/** The gradients of task 1 from their sums over the batch. */
const gradients =
  (change: {
    w?: (sum: number, n: number) => number;
    b?: (sum: number, n: number) => number;
    penalty?: (w: number, lambda: number, n: number) => number;
    bias?: (b: number, lambda: number) => number;
  }) =>
  (x: Rows, w: Rows, b: number[], labels: number[], lambda: number) => {
    const once = (sum: number, n: number) => sum / n;
    const { w: ofW = once, b: ofB = once, penalty = (weight: number) => 2 * lambda * weight, bias = () => 0 } = change;
    const n = x.length;
    const dz = x.map((row, i) => softmax(logitsOf(row, w, b)).map((p, k) => p - (k === labels[i] ? 1 : 0)));
    return {
      dw: w.map((weights, j) =>
        weights.map((weight, k) => ofW(add(x.map((row, i) => row[j] * dz[i][k])), n) + penalty(weight, lambda, n)),
      ),
      db: b.map((value, k) => ofB(add(dz.map((row) => row[k])), n) + bias(value, lambda)),
    };
  };
const twice = (sum: number, n: number) => sum / n / n;

const softmaxIsRight = async (oracle: Oracle, logits: number[]) => {
  const { db } = await oracle.call<{ db: number[] }>('softmaxGradients', [[0]], [[0, 0]], logits, [0], 0);
  const p = softmax(logits);
  return difference(db, [p[0] - 1, p[1]], 1e-6) === undefined;
};

type Step = (m: number, v: number, c1: number, c2: number) => number;
/** m̂ / (√v̂ + ε), and the forms of it that others use. */
const hats: Step = (m, v, c1, c2) => m / c1 / (Math.sqrt(v / c2) + 1e-8);
const epsilonHat: Step = (m, v, c1, c2) => (m * Math.sqrt(c2)) / c1 / (Math.sqrt(v) + 1e-8);
const underRoot: Step = (m, v, c1, c2) => m / c1 / Math.sqrt(v / c2 + 1e-8);
const noEpsilon: Step = (m, v, c1, c2) => m / c1 / Math.sqrt(v / c2);
const EPSILON_HAT = 'ε added to √v before the correction, as in Keras and in section 2 of the paper: here it is √v̂ + ε';
const NO_EPSILON = 'no ε: where all gradients were 0 it divides 0 by 0';

type Corrections = { m: (m: number, c1: number) => number; v: (v: number, c2: number) => number };
const divide = (moment: number, correction: number) => moment / correction;
const multiply = (moment: number, correction: number) => moment * correction;
const keep = (moment: number) => moment;

/** Training with Adam where one thing is done otherwise. */
const adam =
  (change: {
    state?: (k: number, p: number) => string;
    t?: (k: number, p: number, of: number) => number;
    from?: 'start';
    corrections?: Corrections;
    step?: Step;
    /** Keeps the largest v so far. */
    largest?: true;
  }) =>
  (start: Rows, steps: Rows[], learningRate: number) => {
    const {
      state = (_, p) => String(p),
      t: count = (k) => k + 1,
      from,
      corrections,
      step = corrections ? (m, v, c1, c2) => corrections.m(m, c1) / (Math.sqrt(corrections.v(v, c2)) + 1e-8) : hats,
      largest,
    } = change;
    const states = new Map<string, { m: number[]; v: number[]; top: number[] }>();
    let values = start;
    steps.forEach((grads, k) => {
      values = (from ? start : values).map((value, p) => {
        const key = state(k, p);
        if (!states.has(key))
          states.set(key, { m: value.map(() => 0), v: value.map(() => 0), top: value.map(() => 0) });
        const { m, v, top } = states.get(key)!;
        const t = count(k, p, start.length);
        return value.map((w, i) => {
          m[i] = 0.9 * m[i] + 0.1 * grads[p][i];
          v[i] = 0.999 * v[i] + 0.001 * grads[p][i] ** 2;
          top[i] = Math.max(top[i], v[i]);
          return w - learningRate * step(m[i], largest ? top[i] : v[i], 1 - 0.9 ** t, 1 - 0.999 ** t);
        });
      });
    });
    return values;
  };

/** Momentum where the correction is another one, or the share of the gradient. */
const momentum =
  (
    t: (k: number, layer: number, layers: number) => number,
    correct = divide,
    state = (layer: number) => layer,
    share = 0.1,
  ) =>
  (weights: number[], steps: Rows, learningRate: number) => {
    const moved = [...weights];
    const means = weights.map(() => 0);
    steps.forEach((grads, k) =>
      grads.forEach((g, layer) => {
        const own = state(layer);
        means[own] = 0.9 * means[own] + share * g;
        moved[layer] -= learningRate * correct(means[own], 1 - 0.9 ** t(k, layer, weights.length));
      }),
    );
    return moved;
  };

/** Early stopping where one thing is done otherwise. */
const stopping =
  (change: {
    better?: (loss: number, best: number) => boolean;
    ends?: (wait: number, patience: number) => boolean;
    resets?: false;
    gives?: (best: number[], last: number[], stopped: boolean) => number[];
    counts?: (epochs: number) => number;
  }) =>
  (epochs: Epoch[], patience: number) => {
    const {
      better = (loss, best) => loss < best,
      ends = (wait) => wait >= patience,
      resets = true,
      gives = (best) => best,
      counts = (n) => n,
    } = change;
    let [best, kept, wait, done] = [Infinity, [] as number[], 0, 0];
    let stopped = false;
    while (done < epochs.length && !stopped) {
      const { loss, weights } = epochs[done++];
      if (better(loss, best)) {
        [best, kept] = [loss, weights];
        if (resets) wait = 0;
      } else stopped = ends(++wait, patience);
    }
    return { epochs: counts(done), weights: gives(kept, epochs[done - 1].weights, stopped) };
  };

const crossEntropy = (probabilities: number[]) => mean(probabilities.map((p) => -Math.log(p)));
/** The log of an epoch from its two cross-entropies and the penalty. */
const log =
  (loss: (data: number, penalty: number) => number, valLoss: (data: number, penalty: number, rows: number) => number) =>
  (training: number[], validation: number[], weights: number[], lambda: number) => {
    const penalty = lambda * squares(weights);
    return {
      loss: loss(crossEntropy(training), penalty),
      valLoss: valLoss(crossEntropy(validation), penalty, validation.length),
    };
  };
const sum = (data: number, penalty: number) => data + penalty;
const dataOnly = (data: number) => data;

/** Dropout with other factors for what is kept and for prediction. */
const dropped =
  (
    kept: (rate: number) => number,
    predicted: (rate: number) => number,
    masks: (training: boolean) => boolean = (training) => training,
  ) =>
  (x: number[], uniforms: number[], rate: number, training: boolean) =>
    x.map((value, i) =>
      masks(training) && uniforms[i] < rate ? 0 : value * (training ? kept(rate) : predicted(rate)),
    );
const one = () => 1;
const keepRate = (rate: number) => 1 - rate;

/** One step of Adam where one thing is done otherwise. */
const oneStep =
  (
    change: Partial<Corrections> & {
      after?: (t: number) => number;
      returns?: 'corrected';
      step?: (m: number, v: number) => number;
    },
  ) =>
  ({ w, m, v }: AdamState, g: number[], t: number, learningRate: number) => {
    const {
      m: ofM = divide,
      v: ofV = divide,
      after = (n) => n,
      returns,
      step = (a, b) => a / (Math.sqrt(b) + 1e-8),
    } = change;
    const newM = m.map((value, i) => 0.9 * value + 0.1 * g[i]);
    const newV = v.map((value, i) => 0.999 * value + 0.001 * g[i] ** 2);
    const mHat = newM.map((value) => ofM(value, 1 - 0.9 ** after(t)));
    const vHat = newV.map((value) => ofV(value, 1 - 0.999 ** after(t)));
    return {
      w: w.map((value, i) => value - learningRate * step(mHat[i], vHat[i])),
      m: returns ? mHat : newM,
      v: returns ? vHat : newV,
    };
  };

const shrunk = (value: number, by: number) => Math.sign(value) * Math.max(Math.abs(value) - by, 0);
const pulled = (w: number, target: number, { learningRate }: L1Options) => w - learningRate * (w - target);
const threshold = ({ learningRate, lambda }: L1Options) => learningRate * lambda;
const right = (w: number, target: number, options: L1Options) => shrunk(pulled(w, target, options), threshold(options));
/** Training with L1 by another step; NaN from a step keeps the weight at 0 forever. */
const l1 =
  (step: (w: number, target: number, options: L1Options) => number) =>
  (weights: number[], targets: number[], options: L1Options) =>
    weights.map((start, i) => {
      let w = start;
      for (let k = 0; k < options.steps; k++) {
        w = step(w, targets[i], options);
        if (Number.isNaN(w)) return 0;
      }
      return w;
    });

export default exercise(
  {
    slug: '10-bug-museum',
    tasks: [
      {
        id: 1,
        export: 'softmaxGradients',
        points: 2,
        hints: [
          'Give the function the same batch twice over, as one batch of double size: what should happen to the mean, and what happens?',
          'Follow one number from the loss to dw, and count how often it meets the size of the batch. Then do the same for db.',
          'dz is the gradient of the *mean* already. What comes after it only sums.',
        ],
        diagnoses: [
          {
            says: 'gradient divided by the batch size twice: against it λ counts n-fold',
            formula: gradients({ w: twice, b: twice }),
          },
          { says: 'dw still divided by the batch size twice', formula: gradients({ w: twice }) },
          { says: 'db still divided by the batch size twice', formula: gradients({ b: twice }) },
          {
            says: 'never divided by the batch size: that is the gradient of the sum, not of the mean',
            formula: gradients({ w: keep, b: keep }),
          },
          {
            says: 'the penalty divided by the batch size: the mean is over the cross-entropy only',
            formula: gradients({ penalty: (w, lambda, n) => (2 * lambda * w) / n }),
          },
          { says: 'λ·w: the derivative of λ·w² is 2λ·w', formula: gradients({ penalty: (w, lambda) => lambda * w }) },
          { says: 'a penalty on the biases too', formula: gradients({ bias: (b, lambda) => 2 * lambda * b }) },
          {
            says: 'the penalty multiplied by the batch size in place of one division less',
            formula: gradients({ w: twice, b: twice, penalty: (w, lambda, n) => 2 * lambda * w * n }),
          },
          {
            says: 'a softmax that large logits overflow, or small ones: subtract the largest from all of them first',
            when: async (oracle) =>
              (await softmaxIsRight(oracle, [0.5, -0.5])) &&
              !((await softmaxIsRight(oracle, [1000, 0])) && (await softmaxIsRight(oracle, [-1000, -1000]))),
          },
          {
            says: REMEMBERS,
            when: remembers(
              'softmaxGradients',
              [[[1]], [[1, 2]], [0, 1], [0], 0.5],
              [[[3]], [[2, -1]], [1, 0], [1], 0.25],
            ),
          },
        ],
      },
      {
        id: 2,
        export: 'trainWithAdam',
        points: 2,
        hints: [
          'Print `moments.size` after ten steps. How large should it be for two parameters?',
          'A Map finds an array by its identity, not by its numbers. Which array is the key in step 2, and was it ever a key before?',
          'The position p of a parameter is the same in every step: keep the state there.',
        ],
        diagnoses: [
          {
            says: 'moments that are never found again: every step begins with empty ones',
            formula: adam({ state: (k, p) => `${k} ${p}` }),
          },
          { says: 'one pair of moments for all parameters', formula: adam({ state: () => 'all' }) },
          { says: 'a t that stays at 1', formula: adam({ t: () => 1 }) },
          { says: 'steps counted from 0: the first correction divides by 0', formula: adam({ t: (k) => k }) },
          {
            says: 'a t that counts parameters: it is the number of the step',
            formula: adam({ t: (k, p, of) => k * of + p + 1 }),
          },
          {
            says: 'every step taken from the start: it goes on from the step before',
            formula: adam({ from: 'start' }),
          },
          { says: 'no bias correction', formula: adam({ corrections: { m: keep, v: keep } }) },
          { says: EPSILON_HAT, formula: adam({ step: epsilonHat }) },
          { says: 'ε under the root', formula: adam({ step: underRoot }) },
          { says: NO_EPSILON, formula: adam({ step: noEpsilon }) },
          { says: 'the largest v so far, as in AMSGrad: here it is v itself', formula: adam({ largest: true }) },
          {
            says: REMEMBERS,
            when: remembers('trainWithAdam', [[[1]], [[[1]]], 0.1], [[[1]], [[[-2]], [[1]]], 0.1]),
          },
        ],
      },
      {
        id: 3,
        export: 'trainWithMomentum',
        points: 2,
        hints: [
          'Write down t for three layers in the first two steps, as the code counts it. What should it be?',
          'The counter belongs to the step. How often in a step does it grow?',
          'Move `t += 1` out of the loop over the layers, to the beginning of the loop over the steps.',
        ],
        diagnoses: [
          {
            says: 'one counter that every layer moves: the second layer believes to be at step 2 when it takes its first',
            formula: momentum((k, layer, layers) => k * layers + layer + 1),
          },
          {
            says: 'a t that stays at 1: it grows with every step (m ← 0.9 m + g, the momentum of PyTorch, is the same)',
            formula: momentum(() => 1),
          },
          { says: 'a t that begins again in each step: it counts layers', formula: momentum((_, layer) => layer + 1) },
          { says: 'steps counted from 0: the first correction divides by 0', formula: momentum((k) => k) },
          { says: 'one step ahead: the first step has t = 1', formula: momentum((k) => k + 2) },
          {
            says: 'a t that grows by the number of layers in each step',
            formula: momentum((k, _, layers) => (k + 1) * layers),
          },
          { says: 'no bias correction', formula: momentum((k) => k + 1, keep) },
          { says: 'multiplied by the bias correction in place of divided', formula: momentum((k) => k + 1, multiply) },
          {
            says: 'one mean for all layers',
            formula: momentum(
              (k) => k + 1,
              divide,
              () => 0,
            ),
          },
          {
            says: 'm ← 0.9 m + g, the momentum of PyTorch: here the gradient counts 0.1',
            formula: momentum((k) => k + 1, divide, undefined, 1),
          },
          {
            says: REMEMBERS,
            when: remembers('trainWithMomentum', [[1], [[1], [2]], 0.1], [[1], [[-2]], 0.1]),
          },
        ],
      },
      {
        id: 4,
        export: 'stopEarly',
        points: 2,
        hints: [
          'There are two ways out of this function. Which weights does each of them give?',
          'Try a patience that is larger than the number of epochs.',
          'Both `return`s give `bestWeights`.',
        ],
        diagnoses: [
          {
            says: 'best weights only when it stopped: a run that uses up its epochs needs them too',
            formula: stopping({ gives: (best, last, stopped) => (stopped ? best : last) }),
          },
          {
            says: 'best weights only when it did not stop',
            formula: stopping({ gives: (best, last, stopped) => (stopped ? last : best) }),
          },
          { says: 'always the last weights', formula: stopping({ gives: (_, last) => last }) },
          { says: 'training goes on to the last epoch', formula: stopping({ ends: () => false }) },
          {
            says: 'one epoch too many, as ReduceLROnPlateau of PyTorch counts: here it stops after patience epochs',
            formula: stopping({ ends: (wait, patience) => wait > patience }),
          },
          { says: 'a wait that is not set back after an improvement', formula: stopping({ resets: false }) },
          { says: 'the last of equal epochs', formula: stopping({ better: (loss, best) => loss <= best }) },
          { says: 'epochs counted from 0', formula: stopping({ counts: (n) => n - 1 }) },
          {
            says: 'a loss of 0 taken for none: it may be the lowest',
            formula: stopping({ better: (loss, best) => loss !== 0 && loss < best }),
          },
          {
            says: 'a loss below 0 taken for none: the lowest is what counts',
            formula: stopping({ better: (loss, best) => loss >= 0 && loss < best }),
          },
          {
            says: REMEMBERS,
            when: async (oracle) => {
              const run = (...losses: number[]) =>
                oracle.call(
                  'stopEarly',
                  losses.map((loss, k) => ({ loss, weights: [k] })),
                  9,
                );
              await run(-1e9); // lower than any before
              const one = await run(9, 8);
              await run(9, 9, -2e9);
              return difference(await run(9, 8), one) !== undefined;
            },
          },
        ],
      },
      {
        id: 5,
        export: 'epochLog',
        points: 2,
        hints: [
          'Two networks give the same probabilities, one with larger weights. Which of the two numbers may differ?',
          'Which of the two is made smaller by gradient descent, and which says how well the network predicts?',
          'Compute the cross-entropy without the penalty, and add the penalty to one of the two.',
        ],
        diagnoses: [
          {
            says: 'the penalty inside the monitored loss: it then measures the weights too, not the predictions alone',
            formula: log(sum, sum),
          },
          {
            says: 'the penalty taken out of both: gradient descent makes the sum smaller',
            formula: log(dataOnly, dataOnly),
          },
          { says: 'the penalty in the validation loss in place of the training loss', formula: log(dataOnly, sum) },
          {
            says: 'the penalty subtracted from a validation loss that had none',
            formula: log(sum, (data, penalty) => data - penalty),
          },
          {
            says: 'a penalty that is divided by the number of rows is still a penalty',
            formula: log(sum, (data, penalty, rows) => data + penalty / rows),
          },
          {
            says: 'a sum over the validation rows: it is their mean',
            formula: log(sum, (data, _, rows) => data * rows),
          },
          {
            says: 'a logarithm to the base 2: that is in bits, nats are natural logarithms',
            formula: log(
              (data, penalty) => data / Math.LN2 + penalty,
              (data) => data / Math.LN2,
            ),
          },
          {
            says: 'half the penalty, λ/2 · Σw²: here it is λ · Σw²',
            formula: log((data, penalty) => data + penalty / 2, dataOnly),
          },
          {
            says: 'the logarithm of a product of all rows: a few hundred of them make it 0. Add up logarithms',
            when: async (oracle) => {
              const of = async (rows: number) =>
                (await oracle.call<{ valLoss: number }>('epochLog', [0.5], Array(rows).fill(0.125), [0], 0)).valLoss;
              return Math.abs((await of(2)) - 3 * Math.LN2) < 1e-6 && !Number.isFinite(await of(400));
            },
          },
          {
            says: 'the training rows in place of the validation rows',
            formula: (training: number[], _, weights: number[], lambda: number) => ({
              loss: crossEntropy(training) + lambda * squares(weights),
              valLoss: crossEntropy(training),
            }),
          },
        ],
      },
      {
        id: 6,
        export: 'dropout',
        points: 2,
        hints: [
          'At a rate of 0.5 all is well. What does a unit of 1 give on average in training at a rate of 0.2, and what in prediction?',
          'A unit is *kept* with another probability than it is dropped with.',
          'Its average in training is `value * (1 - rate)`.',
        ],
        diagnoses: [
          {
            says: 'prediction scaled by rate instead of 1 - rate: the two are the same at 0.5 only',
            formula: dropped(one, (rate) => rate),
          },
          {
            says: 'prediction not scaled at all: units are larger than they were in training',
            formula: dropped(one, one),
          },
          {
            says: 'prediction divided by 1 - rate: it has to be multiplied',
            formula: dropped(one, (rate) => 1 / (1 - rate)),
          },
          {
            says: 'inverted dropout, which scales in training: here the kept units pass as they are',
            formula: dropped((rate) => 1 / (1 - rate), one),
          },
          { says: 'scaled in training and again in prediction', formula: dropped((rate) => 1 / (1 - rate), keepRate) },
          { says: 'scaled by 1 - rate in training as well', formula: dropped(keepRate, keepRate) },
          { says: 'units dropped in prediction too', formula: dropped(one, keepRate, () => true) },
          { says: 'a factor of 0.5 at every rate', formula: dropped(one, () => 0.5) },
        ],
      },
      {
        id: 7,
        export: 'adamStep',
        points: 2,
        hints: [
          'Take the first step by hand: m = v = 0, g = 2, t = 1. How large is it, and how large should it be?',
          'At t = 1 the new m is 0.1 · g. What has to be done with 1 - 0.9¹ to get g back?',
          'Both m̂ and v̂ are divided by their correction. m and v themselves go on as they are.',
        ],
        diagnoses: [
          {
            says: 'multiplied by the bias correction in place of divided: moments that are too small become smaller',
            formula: oneStep({ m: multiply, v: multiply }),
          },
          { says: 'm still multiplied by its correction', formula: oneStep({ m: multiply }) },
          { says: 'v still multiplied by its correction', formula: oneStep({ v: multiply }) },
          { says: 'no bias correction', formula: oneStep({ m: keep, v: keep }) },
          {
            says: 'corrected moments handed to the next step: it would correct them again',
            formula: oneStep({ returns: 'corrected' }),
          },
          { says: 'steps counted from 0: the first has t = 1', formula: oneStep({ after: (t) => t - 1 }) },
          { says: 'one step ahead: the first has t = 1', formula: oneStep({ after: (t) => t + 1 }) },
          { says: 'ε under the root', formula: oneStep({ step: (m, v) => m / Math.sqrt(v + 1e-8) }) },
          { says: NO_EPSILON, formula: oneStep({ step: (m, v) => m / Math.sqrt(v) }) },
          {
            says: EPSILON_HAT,
            formula: (state: AdamState, g: number[], t: number, learningRate: number) => {
              const { m, v } = oneStep({})(state, g, t, learningRate);
              const step = (i: number) => epsilonHat(m[i], v[i], 1 - 0.9 ** t, 1 - 0.999 ** t);
              return { m, v, w: state.w.map((value, i) => value - learningRate * step(i)) };
            },
          },
          {
            says: REMEMBERS,
            when: remembers(
              'adamStep',
              [{ w: [1], m: [0.5], v: [0.25] }, [1], 3, 0.1],
              [{ w: [2], m: [-0.25], v: [4] }, [-1], 5, 0.1],
            ),
          },
          { says: 'the root of v̂ forgotten', formula: oneStep({ step: (m, v) => m / (v + 1e-8) }) },
        ],
      },
      {
        id: 8,
        export: 'trainWithL1',
        points: 2,
        hints: [
          'Start a weight at -0.3 whose target is 1, and print it after every step.',
          'L1 pulls towards 0, and may hold a weight there. May it keep the data from pulling the weight to the other side?',
          'A weight at 0 needs no list of its own: the threshold puts it there, again and again, as long as the data pull less than λ.',
        ],
        diagnoses: [
          {
            says: 'a weight that is dead forever once it crosses zero: the data may pull it to the other side',
            formula: l1((w, target, options) => (w * right(w, target, options) < 0 ? NaN : right(w, target, options))),
          },
          {
            says: 'a weight that is dead forever once it is zero',
            formula: l1((w, target, options) => (w === 0 ? 0 : right(w, target, options))),
          },
          {
            says: 'a stop at zero for one step: a weight crosses when the data pull it across',
            formula: l1((w, target, options) => (w * right(w, target, options) < 0 ? 0 : right(w, target, options))),
          },
          {
            says: 'the subgradient λ·sign(w): it never stays at zero',
            formula: l1((w, target, options) => pulled(w, target, options) - threshold(options) * Math.sign(w)),
          },
          {
            says: 'moved by ηλ also where the weight is nearer to zero: it lands on the other side',
            formula: l1(
              (w, target, options) =>
                pulled(w, target, options) - threshold(options) * Math.sign(pulled(w, target, options)),
            ),
          },
          {
            says: 'moved by λ in place of ηλ',
            formula: l1((w, target, options) => shrunk(pulled(w, target, options), options.lambda)),
          },
          { says: 'no penalty at all', formula: l1(pulled) },
          {
            says: REMEMBERS,
            when: remembers(
              'trainWithL1',
              [Array(9).fill(0.5), Array(9).fill(1), { learningRate: 0.1, lambda: 0.1, steps: 2 }],
              [Array(9).fill(-0.01), Array(9).fill(1), { learningRate: 0.1, lambda: 0.1, steps: 2 }],
            ),
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const agrees = async (name: string, args: () => unknown[], repeats = 5) => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const input = args();
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };
    const gives = (name: string, args: unknown[], expected: unknown, tolerance?: number) => async () =>
      expectClose(await answer.call(name, ...args), expected, tolerance);
    const normals = (length: number) => Array.from({ length }, () => rng.normal());
    const uniforms = (length: number) => Array.from({ length }, () => rng.uniform());

    task(1, ({ it }) => {
      const x = [
        [1, 2],
        [3, -1],
      ];
      const zeros = [
        [0, 0],
        [0, 0],
      ];
      const w = [
        [1, -2],
        [3, 0.5],
      ];
      it(
        'two rows that are half sure',
        gives('softmaxGradients', [x, zeros, [0, 0], [0, 0], 0.1], {
          dw: [
            [-1, 1],
            [-0.25, 0.25],
          ],
          db: [-0.5, 0.5],
        }),
      );
      it('a batch twice over has the same mean, and the same gradients', async () => {
        const expected = gradients({})(x, w, [0.5, -0.5], [0, 1], 0.1);
        expectClose(await answer.call('softmaxGradients', [...x, ...x], w, [0.5, -0.5], [0, 1, 0, 1], 0.1), expected);
      });
      it(
        'where the inputs are 0 the penalty alone is left: 2λ·w',
        gives('softmaxGradients', [zeros, w, [0, 0], [0, 1], 0.1], {
          dw: [
            [0.2, -0.4],
            [0.6, 0.1],
          ],
          db: [0, 0],
        }),
      );
      it(
        'a single row',
        gives('softmaxGradients', [[[2, -4]], zeros, [0, 0], [1], 0], {
          dw: [
            [1, -1],
            [-2, 2],
          ],
          db: [0.5, -0.5],
        }),
      );
      it('they agree with central differences of the loss', async () => {
        const [b, labels, h] = [[0.5, -0.5], [0, 1], 1e-5];
        const slope = (loss: (by: number) => number) => (loss(h) - loss(-h)) / (2 * h);
        const dw = w.map((row, j) =>
          row.map((_, k) =>
            slope((by) =>
              lossOf(
                x,
                w.map((r, a) => r.map((value, c) => (a === j && c === k ? value + by : value))),
                b,
                labels,
                0.1,
              ),
            ),
          ),
        );
        const db = b.map((_, k) =>
          slope((by) =>
            lossOf(
              x,
              w,
              b.map((value, c) => (c === k ? value + by : value)),
              labels,
              0.1,
            ),
          ),
        );
        expectClose(await answer.call('softmaxGradients', x, w, b, labels, 0.1), { dw, db }, 1e-7);
      });
      it(
        'logits of a thousand do not overflow',
        gives(
          'softmaxGradients',
          [
            [[1000, 0]],
            [
              [1, 0],
              [0, 0],
            ],
            [0, 0],
            [1],
            0,
          ],
          {
            dw: [
              [1000, -1000],
              [0, 0],
            ],
            db: [1, -1],
          },
        ),
      );
      it(
        'logits of minus a thousand do not vanish all together',
        gives('softmaxGradients', [[[2]], [[0, 0]], [-1000, -1000], [0], 0.1], { dw: [[-1, 1]], db: [-0.5, 0.5] }),
      );
      it('three classes, four rows', async () => {
        const inputs = [[1], [-2], [0], [3]];
        const [kernel, biases, labels] = [[[0.5, -1, 2]], [0.25, 0, -0.5], [2, 0, 1, 2]];
        const expected = gradients({})(inputs, kernel, biases, labels, 0.3);
        expectClose(await answer.call('softmaxGradients', inputs, kernel, biases, labels, 0.3), expected);
      });
      it.hidden('softmaxGradients agrees with the definition on random batches', () =>
        agrees('softmaxGradients', () => {
          const [rows, inputs, classes] = [1 + rng.integer(6), 1 + rng.integer(3), 2 + rng.integer(3)];
          return [
            Array.from({ length: rows }, () => normals(inputs)),
            Array.from({ length: inputs }, () => normals(classes)),
            normals(classes),
            Array.from({ length: rows }, () => rng.integer(classes)),
            rng.uniform(),
          ];
        }),
      );
    });

    task(2, ({ it }) => {
      it(
        'the first step is η, against the sign of the gradient',
        gives('trainWithAdam', [[[1, 2], [3]], [[[0.5, -2], [4]]], 0.1], [[0.9, 2.1], [2.9]], 1e-7),
      );
      it(
        'five equal gradients are five steps of η',
        gives('trainWithAdam', [[[1], [2]], Array(5).fill([[0.5], [-2]]), 0.1], [[0.5], [2.5]], 1e-6),
      );
      it('after a gradient of 0 the memory of the one before still moves the weight', async () => {
        const second = 0.09 / 0.19 / Math.sqrt(0.000999 / 0.001999);
        expectClose(
          await answer.call(
            'trainWithAdam',
            [[1], [1]],
            [
              [[1], [-1]],
              [[0], [0]],
            ],
            0.1,
          ),
          [[0.9 - 0.1 * second], [1.1 + 0.1 * second]],
          1e-7,
        );
      });
      it('parameters of other lengths have moments of their own', async () => {
        const steps = [
          [[1, -1], [0.5], [2, 2, 2]],
          [[1, 1], [-0.5], [1, 0, -1]],
          [[-2, 1], [0.25], [0, 3, 1]],
        ];
        expectClose(
          await answer.call('trainWithAdam', [[1, 2], [3], [4, 5, 6]], steps, 0.05),
          adam({})([[1, 2], [3], [4, 5, 6]], steps, 0.05),
        );
      });
      it('a gradient as small as ε moves by half of η', gives('trainWithAdam', [[[1]], [[[1e-8]]], 0.1], [[0.95]]));
      it(
        'where all gradients were 0 nothing moves, and the next one is as in any second step',
        gives(
          'trainWithAdam',
          [
            [[1, 1], [2]],
            [
              [[0, 0], [0]],
              [[1, 0], [0]],
            ],
            0.1,
          ],
          [[1 - (0.1 * (0.1 / 0.19)) / Math.sqrt(0.001 / 0.001999), 1], [2]],
          1e-7,
        ),
      );
      it('without steps nothing moves', gives('trainWithAdam', [[[1, 2], [3]], [], 0.1], [[1, 2], [3]]));
      it.hidden('trainWithAdam agrees with the definition on random gradients', () =>
        agrees('trainWithAdam', () => {
          const lengths = Array.from({ length: 2 + rng.integer(2) }, () => 1 + rng.integer(3));
          return [
            lengths.map(normals),
            Array.from({ length: 3 + rng.integer(4) }, () => lengths.map(normals)),
            0.05 + 0.1 * rng.uniform(),
          ];
        }),
      );
    });

    task(3, ({ it }) => {
      it(
        'the first step of every layer is η times its gradient',
        gives('trainWithMomentum', [[1, 1, 1], [[0.5, -1, 2]], 0.1], [0.95, 1.1, 0.8]),
      );
      it(
        'equal gradients are equal steps, in every layer',
        gives('trainWithMomentum', [[1, 2], Array(4).fill([1, -0.5]), 0.1], [0.6, 2.2]),
      );
      it('a single layer', gives('trainWithMomentum', [[1], [[1], [0]], 0.1], [1 - 0.1 - (0.1 * 0.09) / 0.19]));
      it('three layers, three steps', async () => {
        const steps = [
          [1, 0.5, -1],
          [0, 2, 1],
          [-1, 0.25, 3],
        ];
        expectClose(
          await answer.call('trainWithMomentum', [1, -1, 0.5], steps, 0.2),
          momentum((k) => k + 1)([1, -1, 0.5], steps, 0.2),
        );
      });
      it(
        'gradients of 0 count as steps',
        gives(
          'trainWithMomentum',
          [
            [1, 2],
            [
              [0, 0],
              [1, 0],
            ],
            0.1,
          ],
          [1 - (0.1 * 0.1) / 0.19, 2],
        ),
      );
      it('without steps nothing moves', gives('trainWithMomentum', [[1, -2], [], 0.1], [1, -2]));
      it.hidden('trainWithMomentum agrees with the definition on random gradients', () =>
        agrees('trainWithMomentum', () => {
          const layers = 2 + rng.integer(3);
          return [
            normals(layers),
            Array.from({ length: 2 + rng.integer(5) }, () => normals(layers)),
            0.05 + 0.2 * rng.uniform(),
          ];
        }),
      );
    });

    task(4, ({ it }) => {
      const run = (losses: number[]): Epoch[] => losses.map((loss, k) => ({ loss, weights: [k + 1, -loss] }));
      const keeps = (losses: number[], patience: number, epochs: number, best: number) =>
        gives('stopEarly', [run(losses), patience], { epochs, weights: [best, -losses[best - 1]] });
      it(
        'losses .7 .5 .6 .6 .4 with patience 2: four epochs, weights of the second',
        keeps([0.7, 0.5, 0.6, 0.6, 0.4], 2, 4, 2),
      );
      it(
        'losses that only rise, with patience 2: three epochs, weights of the first',
        keeps([0.5, 0.6, 0.7, 0.8, 0.9], 2, 3, 1),
      );
      it(
        'the epochs are used up before patience is: still the weights of the best epoch',
        keeps([0.7, 0.5, 0.6, 0.6], 10, 4, 2),
      );
      it('an improvement gives the full patience again', keeps([0.7, 0.8, 0.6, 0.9, 0.5, 0.6, 0.7, 0.1], 2, 7, 5));
      it('of equal epochs the first is kept', keeps([0.7, 0.5, 0.5, 0.5], 5, 4, 2));
      it('a loss that falls all the time keeps the last epoch', keeps([0.7, 0.6, 0.5], 1, 3, 3));
      it('a single epoch is the best', keeps([0.7], 1, 1, 1));
      it('a loss of 0 may be the lowest', keeps([0.5, 0, 0.1, 0.2, 0.3], 3, 5, 2));
      it('a loss may fall below 0', keeps([1, 0, -1, -0.5, -2, -1.5], 2, 6, 5));
      it('losses may be as large as they like', keeps([3e12, 2e12, 2.5e12], 3, 3, 2));
      it.hidden('stopEarly agrees with the definition on random losses', () =>
        agrees(
          'stopEarly',
          () => [run(Array.from({ length: 5 + rng.integer(8) }, () => (rng.integer(20) - 3) / 16)), 1 + rng.integer(5)],
          12,
        ),
      );
    });

    task(5, ({ it }) => {
      it(
        'Σw² = 5 and λ = 0.1 add 0.5 to the loss',
        gives('epochLog', [[0.5, 0.25], [0.5, 0.5, 0.125], [1, -2], 0.1], {
          loss: 1.5 * Math.LN2 + 0.5,
          valLoss: (5 / 3) * Math.LN2,
        }),
      );
      it('the validation loss of equal predictions is equal, whatever the weights', async () => {
        for (const weights of [[0], [3, -4], [10, 10, 10]]) {
          expectClose(await answer.call('epochLog', [0.5], [0.25, 0.5], weights, 0.01), {
            loss: Math.LN2 + 0.01 * squares(weights),
            valLoss: 1.5 * Math.LN2,
          });
        }
      });
      it(
        'networks with different λ are compared by their predictions',
        gives('epochLog', [[1], [0.5], [2], 3], { loss: 12, valLoss: Math.LN2 }),
      );
      it(
        'without a penalty both are the mean cross-entropy',
        gives('epochLog', [[0.5], [0.25], [1, 2], 0], { loss: Math.LN2, valLoss: 2 * Math.LN2 }),
      );
      it('of hundreds of rows it is the mean as well', async () => {
        const rows = Array.from({ length: 400 }, () => 0.125);
        expectClose(await answer.call('epochLog', rows, rows, [2], 0.25), {
          loss: 3 * Math.LN2 + 1,
          valLoss: 3 * Math.LN2,
        });
      });
      it.hidden('epochLog agrees with the definition on random predictions', () =>
        agrees('epochLog', () => [
          uniforms(2 + rng.integer(4)).map((u) => 1 - 0.9 * u),
          uniforms(2 + rng.integer(4)).map((u) => 1 - 0.9 * u),
          normals(3),
          0.1 * rng.uniform(),
        ]),
      );
    });

    task(6, ({ it }) => {
      const x = [1, -2, 3, 4];
      const u = [0.1, 0.25, 0.2, 0.9];
      it(
        'at a rate of 0.2 a prediction is 0.8 of the unit',
        gives('dropout', [x, u, 0.2, false], [0.8, -1.6, 2.4, 3.2]),
      );
      it('at a rate of 0.75 it is a quarter', gives('dropout', [x, u, 0.75, false], [0.25, -0.5, 0.75, 1]));
      it(
        'in training units below the rate are dropped, the others pass as they are',
        gives('dropout', [x, u, 0.2, true], [0, -2, 3, 4]),
      );
      it('at a rate of 0.5 half is left', gives('dropout', [x, u, 0.5, false], [0.5, -1, 1.5, 2]));
      it('at a rate of 0 nothing happens', gives('dropout', [x, u, 0, false], x));
      it('at a rate of 0 nothing is dropped', gives('dropout', [[1, 0, -3], [0, 0.5, 0.99], 0, true], [1, 0, -3]));
      it('at a rate of 0.99 a hundredth is left', gives('dropout', [[100, 0, -300], u, 0.99, false], [1, 0, -3]));
      it('the mean over twenty evenly spread draws in training is the prediction', async () => {
        const draws = Array.from({ length: 20 }, (_, k) => (k + 0.5) / 20);
        const trained = mean(
          Array.from(
            (await answer.call(
              'dropout',
              draws.map(() => 3),
              draws,
              0.3,
              true,
            )) as number[],
          ),
        );
        expectClose(await answer.call('dropout', [3], [0], 0.3, false), [trained]);
      });
      it.hidden('dropout agrees with the definition on random units', () =>
        agrees(
          'dropout',
          () => {
            const units = 3 + rng.integer(5);
            return [normals(units), uniforms(units), 0.9 * rng.uniform(), rng.integer(2) === 0];
          },
          10,
        ),
      );
    });

    task(7, ({ it }) => {
      it(
        'the first step moves each weight by η',
        gives(
          'adamStep',
          [{ w: [1, 1], m: [0, 0], v: [0, 0] }, [2, -0.5], 1, 0.1],
          { w: [0.9, 1.1], m: [0.2, -0.05], v: [0.004, 0.00025] },
          1e-7,
        ),
      );
      it('the second step after a gradient of 1, now 0', async () => {
        const second = 0.09 / 0.19 / (Math.sqrt(0.000999 / 0.001999) + 1e-8);
        expectClose(await answer.call('adamStep', { w: [1], m: [0.1], v: [0.001] }, [0], 2, 0.1), {
          w: [1 - 0.1 * second],
          m: [0.09],
          v: [0.000999],
        });
      });
      it(
        'after many steps the correction is nearly 1',
        gives('adamStep', [{ w: [0], m: [1], v: [1] }, [1], 100000, 0.1], { w: [-0.1], m: [1], v: [1] }, 1e-8),
      );
      it(
        'm and v are handed on uncorrected',
        gives('adamStep', [{ w: [0], m: [0], v: [0] }, [10], 1, 0.5], { w: [-0.5], m: [1], v: [0.1] }, 1e-8),
      );
      it(
        'a gradient as small as ε moves by half of η',
        gives('adamStep', [{ w: [1], m: [0], v: [0] }, [1e-8], 1, 0.1], { w: [0.95], m: [1e-9], v: [1e-19] }),
      );
      it(
        'a gradient of 0 in the first step moves nothing',
        gives('adamStep', [{ w: [1, -2], m: [0, 0], v: [0, 0] }, [0, 0], 1, 0.1], { w: [1, -2], m: [0, 0], v: [0, 0] }),
      );
      it.hidden('adamStep agrees with the definition on random states', () =>
        agrees('adamStep', () => {
          const n = 1 + rng.integer(4);
          return [
            { w: normals(n), m: normals(n), v: uniforms(n) },
            normals(n),
            1 + rng.integer(20),
            0.1 * rng.uniform(),
          ];
        }),
      );
    });

    task(8, ({ it }) => {
      const options = (learningRate: number, lambda: number, steps: number): L1Options => ({
        learningRate,
        lambda,
        steps,
      });
      it(
        'one step from 1 with target 0: first to 0.9, then ηλ = 0.05 nearer to 0',
        gives('trainWithL1', [[1, -1], [0, 0], options(0.1, 0.5, 1)], [0.85, -0.85]),
      );
      it(
        'from the right side a weight arrives λ short of its target',
        gives('trainWithL1', [[2, -3], [1, -1], options(0.1, 0.1, 400)], [0.9, -0.9]),
      );
      it(
        'from the wrong side it arrives there too',
        gives('trainWithL1', [[-0.3, 0.3], [1, -1], options(0.1, 0.1, 400)], [0.9, -0.9]),
      );
      it('from 0 as well', gives('trainWithL1', [[0], [1], options(0.1, 0.1, 400)], [0.9]));
      it(
        'a target nearer to 0 than λ gives an exact zero',
        gives('trainWithL1', [[1, -1], [0.05, 0.05], options(0.1, 0.1, 200)], [0, 0], 0),
      );
      it(
        'a weight may cross zero within one step',
        gives('trainWithL1', [[-0.05], [1], options(0.5, 0.1, 1)], [0.425]),
      );
      it(
        'a weight at 0 stays there while the data pull less than λ',
        gives('trainWithL1', [[0, 0, 0], [0.25, -0.25, 0], options(0.1, 0.5, 50)], [0, 0, 0], 0),
      );
      it(
        'without a penalty a weight goes all the way to its target',
        gives('trainWithL1', [[-0.5, 2], [1, 0], options(0.5, 0, 60)], [1, 0]),
      );
      it('without steps nothing moves', gives('trainWithL1', [[0.5, -2], [1, 1], options(0.5, 0.1, 0)], [0.5, -2]));
      it.hidden('trainWithL1 agrees with the definition on random weights', () =>
        agrees('trainWithL1', () => [
          normals(4),
          normals(4),
          options(0.05 + 0.3 * rng.uniform(), 0.3 * rng.uniform(), 2 + rng.integer(12)),
        ]),
      );
    });
  },
);
