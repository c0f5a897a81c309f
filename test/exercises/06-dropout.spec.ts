// Dropout: inverted dropout forward and backward, two ways to evaluate, and a layer with modes and masks that can be repeated

import { difference, exercise, expectClose, type Oracle } from '../../grader/spec/exercise';

const x = [0.1, 0.2, 0.3, 0.4, 0.5];
const u = [0.1, 0.7, 0.3, 0.9, 0.4]; // below 0.5 for the units 1, 3 and 5

/** Forward with another mask, or with another product of it. */
const masked = (of: (u: number, rate: number) => number) => (x: number[], random: number[], rate: number) => {
  const mask = random.map((number) => of(number, rate));
  return { y: x.map((value, i) => value * mask[i]), mask };
};
const each = (f: (a: number, b: number) => number) => (a: number[], b: number[]) => a.map((value, i) => f(value, b[i]));

// What createRng(7).uniform() gives first: .501 .905 .317 .950 .858 | .370 .204 .640 .588 .566
const ones = [1, 1, 1, 1, 1];
const kept = 1 / (1 - 0.4);
const first = [kept, kept, 0, kept, kept];
const second = [0, 0, kept, kept, kept];

/** What a layer with rate 0.4 and seed 7 gives: two training passes, backward, evaluation, backward. */
async function passes(layers: Oracle): Promise<number[][]> {
  const layer = await layers.construct('DropoutLayer', 0.4, 7);
  const one = await layers.invoke(layer, 'forward', ones, true);
  const two = await layers.invoke(layer, 'forward', ones, true);
  const back = await layers.invoke(layer, 'backward', ones);
  const evaluated = await layers.invoke(layer, 'forward', ones, false);
  const backEvaluated = await layers.invoke(layer, 'backward', ones);
  return [one, two, back, evaluated, backEvaluated].map((list) => Array.from(list as number[]));
}
const same = (a: number[], b: number[]) =>
  a.length === b.length && a.every((value, i) => Math.abs(value - b[i]) < 1e-9);
const zeros = [0, 0, 0, 0, 0];
/** Where units were kept, without the scale. */
const ofOnes = (mask: number[]) => mask.map((value) => (value > 0 ? 1 : 0));
const ask = async (layers: Oracle, layer: unknown, method: string, ...args: unknown[]) =>
  Array.from(await layers.invoke<number[]>(layer, method, ...args));
const shows =
  (mistake: (one: number[], two: number[], back: number[], evaluated: number[], backEvaluated: number[]) => boolean) =>
  async (layers: Oracle) => {
    const [one, two, back, evaluated, backEvaluated] = await passes(layers);
    return mistake(one, two, back, evaluated, backEvaluated);
  };

export default exercise(
  {
    slug: '06-dropout',
    imports: ['holdout'],
    tasks: [
      {
        id: 1,
        export: 'dropoutForward',
        points: 3,
        hints: [
          'Make the mask first: what is each unit multiplied with?',
          'With a rate of 0.2 four units of five are left. To keep the sum as it was, each of them has to grow by 5/4.',
          'The mask is `u < rate ? 0 : 1 / (1 - rate)` for each random number u; y is x times the mask.',
        ],
        diagnoses: [
          { says: 'scaled by rate instead of 1 - rate', formula: masked((u, rate) => (u < rate ? 0 : 1 / rate)) },
          {
            says: 'the rate taken for the keep probability: it agrees only at 0.5',
            formula: masked((u, rate) => (u < rate ? 1 / rate : 0)),
          },
          {
            says: 'the wrong units dropped: those at or above the rate',
            formula: masked((u, rate) => (u < rate ? 1 / (1 - rate) : 0)),
          },
          {
            says: 'nothing scaled up: that is the original dropout, not the inverted one',
            formula: masked((u, rate) => (u < rate ? 0 : 1)),
          },
          { says: 'scaled down by 1 - rate where it divides', formula: masked((u, rate) => (u < rate ? 0 : 1 - rate)) },
          {
            says: 'a mask of zeros and ones: it has to hold the scale as well, backward needs it',
            formula: (x, random, rate) => ({
              ...masked((u, rate) => (u < rate ? 0 : 1 / (1 - rate)))(x, random, rate),
              mask: random.map((u: number) => (u < rate ? 0 : 1)),
            }),
          },
          {
            says: 'a unit dropped whose number equals the rate',
            formula: masked((u, rate) => (u <= rate ? 0 : 1 / (1 - rate))),
          },
          {
            says: 'scaled by the units that happened to stay, in place of 1 - rate',
            formula: (x, random, rate) =>
              masked((u, rate) => (u < rate ? 0 : random.length / random.filter((one: number) => one >= rate).length))(
                x,
                random,
                rate,
              ),
          },
          { says: 'nothing dropped', formula: masked(() => 1) },
          {
            says: 'a mask read off the output: an activation of 0 gives 0 whether it was dropped or not',
            when: async (oracle) => {
              const scaleOf = async (value: number) =>
                Array.from((await oracle.call<{ mask: number[] }>('dropoutForward', [value], [0.9], 0.2)).mask);
              return same(await scaleOf(1), [1.25]) && !same(await scaleOf(0), [1.25]);
            },
          },
          {
            says: 'random numbers of its own: those in `random` decide, so that two equal calls give the same',
            when: async (oracle) => {
              const long = Array.from({ length: 64 }, () => 1);
              const call = () =>
                oracle.call(
                  'dropoutForward',
                  long,
                  long.map((_, i) => i / 64),
                  0.4,
                );
              return difference(await call(), await call()) !== undefined;
            },
          },
          {
            says: 'one mask for all calls: each call makes its own from its random numbers',
            when: async (oracle) => {
              const maskOf = async (number: number) =>
                Array.from((await oracle.call<{ mask: number[] }>('dropoutForward', [1], [number], 0.4)).mask);
              return same(await maskOf(0.1), await maskOf(0.9));
            },
          },
        ],
      },
      {
        id: 2,
        export: 'dropoutBackward',
        points: 2,
        hints: [
          'y = x · mask. What is the slope of y with respect to x?',
          'Multiply every entry of dy by the same number as its unit was multiplied with in the forward pass.',
        ],
        diagnoses: [
          { says: 'no mask: a dropped unit gets a gradient as well', formula: (dy: number[]) => dy },
          {
            says: 'the mask without its scale: what is kept was multiplied by 1 / (1 - rate)',
            formula: each((dy, mask) => (mask > 0 ? dy : 0)),
          },
          { says: 'the mask applied twice', formula: each((dy, mask) => dy * mask * mask) },
          { says: 'divided by the mask', formula: each((dy, mask) => (mask > 0 ? dy / mask : 0)) },
          { says: 'divided by the mask, and by 0 where a unit was dropped', formula: each((dy, mask) => dy / mask) },
          { says: 'a gradient for the dropped units only', formula: each((dy, mask) => (mask > 0 ? 0 : dy)) },
          { says: 'the mask itself: the gradient that comes in is missing', formula: (_dy, mask) => mask },
          {
            says: 'the scale from the units that happened to stay: the mask holds it already',
            formula: (dy: number[], mask: number[]) => {
              const scale = mask.length / mask.filter((value) => value > 0).length;
              return dy.map((value, i) => (mask[i] > 0 ? value * scale : 0));
            },
          },
        ],
      },
      {
        id: 3,
        export: 'evaluateDropout',
        points: 2,
        hints: [
          'In which of the two kinds was the mean output of a unit smaller in training than its activation, and by how much?',
          'Inverted: nothing is left to do. Original: multiply by `1 - rate`, the share of the time that a unit was there.',
        ],
        diagnoses: [
          {
            says: 'always scaled: inverted dropout has scaled in training already',
            formula: (x, rate) => x.map((value: number) => value * (1 - rate)),
          },
          { says: 'never scaled: the original dropout left that to evaluation', formula: (x) => x },
          {
            says: 'scaled by rate instead of 1 - rate',
            formula: (x, rate, kind) => x.map((value: number) => (kind === 'original' ? value * rate : value)),
          },
          {
            says: 'divided by 1 - rate where it multiplies',
            formula: (x, rate, kind) => x.map((value: number) => (kind === 'original' ? value / (1 - rate) : value)),
          },
          {
            says: 'the two kinds exchanged',
            formula: (x, rate, kind) => x.map((value: number) => (kind === 'inverted' ? value * (1 - rate) : value)),
          },
          {
            says: 'inverted dropout scaled up once more',
            formula: (x, rate, kind) =>
              x.map((value: number) => (kind === 'inverted' ? value / (1 - rate) : value * (1 - rate))),
          },
          {
            says: 'units dropped at random: in evaluation every unit is there',
            when: async (oracle) => {
              const long = Array.from({ length: 64 }, () => 1);
              return Array.from(await oracle.call<number[]>('evaluateDropout', long, 0.5, 'original')).includes(0);
            },
          },
        ],
      },
      {
        id: 4,
        export: 'DropoutLayer',
        points: 4,
        hints: [
          'What has to live as long as the layer, what as long as one pass?',
          'The generator is made in the constructor. The mask belongs to the last forward pass: forward keeps it for backward, and forgets it in evaluation.',
          'forward in training: `this.mask = x.map(() => (this.rng.uniform() < this.rate ? 0 : 1 / (1 - this.rate)))`; in evaluation `this.mask = undefined`.',
        ],
        diagnoses: [
          {
            says: 'units dropped in evaluation too',
            when: shows((_one, _two, _back, evaluated) => evaluated.includes(0)),
          },
          {
            says: 'scaled in evaluation as well: inverted dropout has done that in training',
            when: shows((_one, _two, _back, evaluated) => evaluated.every((value) => Math.abs(value - 0.6) < 1e-9)),
          },
          {
            says: 'the same mask in every pass: the generator is made once, not in forward',
            when: shows((one, two) => same(one, first) && same(two, first)),
          },
          {
            says: 'masks that the seed does not repeat',
            when: async (layers) => !same((await passes(layers))[0], (await passes(layers))[0]),
          },
          {
            says: 'nothing scaled up in training',
            when: shows((one) =>
              same(
                one,
                first.map((value) => (value > 0 ? 1 : 0)),
              ),
            ),
          },
          {
            says: 'scaled by rate instead of 1 - rate',
            when: shows((one) =>
              same(
                one,
                first.map((value) => (value > 0 ? 1 / 0.4 : 0)),
              ),
            ),
          },
          {
            says: 'the rate taken for the keep probability: it agrees only at 0.5',
            when: shows((one) =>
              same(
                one,
                first.map((value) => (value > 0 ? 0 : 1 / 0.4)),
              ),
            ),
          },
          {
            says: 'a mask of an earlier pass in backward after evaluation',
            when: shows(
              (_one, two, back, evaluated, backEvaluated) =>
                same(back, two) && same(evaluated, ones) && same(backEvaluated, back),
            ),
          },
          {
            says: 'backward with the mask of the first pass',
            when: shows((one, two, back) => !same(one, two) && same(back, one)),
          },
          { says: 'backward without the mask', when: shows((_one, two, back) => !same(two, ones) && same(back, ones)) },
          {
            says: 'backward without the scale: what is kept was divided by 1 - rate',
            when: shows((_one, two, back) => same(two, second) && same(back, ofOnes(second))),
          },
          {
            says: 'a new mask in backward: it is the one of the last forward pass',
            when: async (layers) => {
              const [, two, back] = await passes(layers);
              const layer = await layers.construct('DropoutLayer', 0.4, 7);
              let third: number[] = [];
              for (let pass = 0; pass < 3; pass++) third = await ask(layers, layer, 'forward', ones, true);
              return same(two, second) && same(back, third);
            },
          },
          {
            says: 'no random number for an activation of 0: there is one for each unit in turn',
            when: async (layers) => {
              const layer = await layers.construct('DropoutLayer', 0.4, 7);
              await ask(layers, layer, 'forward', zeros, true);
              return same(await ask(layers, layer, 'forward', ones, true), first);
            },
          },
          {
            says: 'a mask read off the output: an activation of 0 gives 0 whether it was dropped or not',
            when: async (layers) => {
              const layer = await layers.construct('DropoutLayer', 0.4, 7);
              await ask(layers, layer, 'forward', ones, true);
              const back = await ask(layers, layer, 'backward', ones);
              const other = await layers.construct('DropoutLayer', 0.4, 7);
              await ask(layers, other, 'forward', zeros, true);
              return same(back, first) && !same(await ask(layers, other, 'backward', ones), first);
            },
          },
          {
            says: 'a mask that is used up by backward: it lasts until the next forward pass',
            when: async (layers) => {
              const layer = await layers.construct('DropoutLayer', 0.4, 7);
              await ask(layers, layer, 'forward', ones, true);
              const back = await ask(layers, layer, 'backward', ones);
              return same(back, first) && !same(await ask(layers, layer, 'backward', ones), first);
            },
          },
          {
            says: 'a generator or a rate that all layers share: they belong to `this`',
            when: async (layers) => {
              const [one] = await passes(layers);
              const layer = await layers.construct('DropoutLayer', 0.4, 7);
              await layers.construct('DropoutLayer', 0.2, 3);
              return same(one, first) && !same(await ask(layers, layer, 'forward', ones, true), first);
            },
          },
          {
            says: 'one mask for all layers: it belongs to `this`',
            when: async (layers) => {
              const layer = await layers.construct('DropoutLayer', 0.4, 7);
              const other = await layers.construct('DropoutLayer', 0.2, 3);
              const one = await ask(layers, layer, 'forward', ones, true);
              const alone = await ask(layers, layer, 'backward', ones);
              await ask(layers, other, 'forward', ones, true);
              return same(one, first) && same(alone, first) && !same(await ask(layers, layer, 'backward', ones), first);
            },
          },
          {
            says: 'random numbers drawn in evaluation',
            when: async (layers) => {
              const [one] = await passes(layers); // other masks may be the second by chance
              const layer = await layers.construct('DropoutLayer', 0.4, 7);
              await layers.invoke(layer, 'forward', ones, false);
              return (
                same(one, first) &&
                same(Array.from(await layers.invoke<number[]>(layer, 'forward', ones, true)), second)
              );
            },
          },
          {
            says: 'one random number for all units',
            when: async (layers) => {
              const layer = await layers.construct('DropoutLayer', 0.4, 1);
              for (let pass = 0; pass < 3; pass++)
                if (
                  new Set(
                    Array.from(
                      await layers.invoke<number[]>(
                        layer,
                        'forward',
                        Array.from({ length: 30 }, () => 1),
                        true,
                      ),
                    ),
                  ).size > 1
                )
                  return false;
              return true;
            },
          },
          {
            says: 'the number of units of the first pass kept for all passes',
            when: async (layers) => {
              const layer = await layers.construct('DropoutLayer', 0.4, 7);
              const few = await ask(layers, layer, 'forward', [1, 1], true);
              const many = await ask(layers, layer, 'forward', ones, true);
              const back = await ask(layers, layer, 'backward', ones);
              return same(few, [kept, kept]) && !(same(many, [0, kept, kept, 0, 0]) && same(back, many));
            },
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const numbers = (length: number) => Array.from({ length }, () => (rng.uniform() < 0.2 ? 0 : rng.normal())); // as behind ReLU, some are exactly 0
    const uniforms = (length: number) => Array.from({ length }, () => rng.uniform());
    /** No dropout, nearly everything dropped, and rates between. */
    const rateOf = (repeat: number) => [0, 0.99][repeat] ?? 0.9 * rng.uniform();
    const agrees = async (name: string, args: (repeat: number) => unknown[]) => {
      for (let repeat = 0; repeat < 7; repeat++) {
        const input = args(repeat);
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };
    const leavesInputs = async (name: string, ...args: unknown[]) => {
      await answer.call(name, ...args);
      expectClose(answer.argumentsAfter(), args, 0);
    };

    task(1, ({ it }) => {
      it('dropoutForward of (.1 .2 .3 .4 .5) with rate 0.5 drops the units 1, 3 and 5 and doubles the others', async () =>
        expectClose(await answer.call('dropoutForward', x, u, 0.5), { y: [0, 0.4, 0, 0.8, 0], mask: [0, 2, 0, 2, 0] }));
      it('dropoutForward with rate 0.2 drops one unit and divides the others by 0.8', async () =>
        expectClose(await answer.call('dropoutForward', x, u, 0.2), {
          y: [0, 0.25, 0.375, 0.5, 0.625],
          mask: [0, 1.25, 1.25, 1.25, 1.25],
        }));
      it('dropoutForward keeps a unit whose number equals the rate', async () =>
        expectClose(await answer.call('dropoutForward', [8], [0.75], 0.75), { y: [32], mask: [4] }));
      it('dropoutForward with rate 0 changes nothing', async () =>
        expectClose(await answer.call('dropoutForward', x, [0, ...u.slice(1)], 0), { y: x, mask: ones }));
      it('dropoutForward of an activation of 0: the mask tells a kept unit from a dropped one', async () =>
        expectClose(await answer.call('dropoutForward', [0, 0, 4], [0.9, 0.1, 0.1], 0.2), {
          y: [0, 0, 0],
          mask: [1.25, 0, 0],
        }));
      it('dropoutForward with a rate of 0.99 makes what is left a hundred times as large', async () =>
        expectClose(await answer.call('dropoutForward', [1, 2], [0.98, 0.995], 0.99), { y: [0, 200], mask: [0, 100] }));
      it('dropoutForward leaves its arguments as they are', () => leavesInputs('dropoutForward', x, u, 0.2));
      it.hidden('dropoutForward agrees with the definition on random activations', () =>
        agrees('dropoutForward', (repeat) => {
          const length = 1 + rng.integer(9);
          return [numbers(length), uniforms(length), rateOf(repeat)];
        }),
      );
    });

    task(2, ({ it }) => {
      it('dropoutBackward of (1, -2, 3) through the mask (0, 1.25, 1.25) is (0, -2.5, 3.75)', async () =>
        expectClose(await answer.call('dropoutBackward', [1, -2, 3], [0, 1.25, 1.25]), [0, -2.5, 3.75]));
      it('dropoutBackward of a single unit', async () =>
        expectClose(await answer.call('dropoutBackward', [-0.5], [4]), [-2]));
      it('dropoutBackward where nothing was dropped', async () =>
        expectClose(await answer.call('dropoutBackward', [1, 0, -3], [1, 1, 1]), [1, 0, -3]));
      it('dropoutBackward leaves its arguments as they are', () =>
        leavesInputs('dropoutBackward', [1, -2, 3], [0, 1.25, 1.25]));
      it.hidden('dropoutBackward agrees with the definition on random gradients', () =>
        agrees('dropoutBackward', (repeat) => {
          const length = 1 + rng.integer(9);
          const scale = 1 / (1 - rateOf(repeat));
          return [numbers(length), uniforms(length).map((number) => (number < 0.4 ? 0 : scale))];
        }),
      );
    });

    task(3, ({ it }) => {
      it('evaluateDropout after inverted dropout changes nothing', async () =>
        expectClose(await answer.call('evaluateDropout', x, 0.2, 'inverted'), x));
      it('evaluateDropout after the original dropout with rate 0.2 leaves 80 %', async () =>
        expectClose(await answer.call('evaluateDropout', x, 0.2, 'original'), [0.08, 0.16, 0.24, 0.32, 0.4]));
      it('evaluateDropout with rate 0 changes nothing, whatever the kind', async () => {
        expectClose(await answer.call('evaluateDropout', x, 0, 'original'), x);
        expectClose(await answer.call('evaluateDropout', x, 0, 'inverted'), x);
      });
      it('evaluateDropout after the original dropout with rate 0.9 leaves a tenth', async () =>
        expectClose(await answer.call('evaluateDropout', [10, 0, -20], 0.9, 'original'), [1, 0, -2]));
      it('evaluateDropout leaves its arguments as they are', () => leavesInputs('evaluateDropout', x, 0.2, 'original'));
      it.hidden('evaluateDropout agrees with the definition on random activations', () =>
        agrees('evaluateDropout', (repeat) => [
          numbers(1 + rng.integer(8)),
          rateOf(repeat),
          rng.uniform() < 0.5 ? 'inverted' : 'original',
        ]),
      );
    });

    task(4, ({ it }) => {
      const make = (rate: number, seed: number) => answer.construct('DropoutLayer', rate, seed);
      it('the first mask of DropoutLayer(0.4, seed 7) drops unit 3 of five', async () =>
        expectClose(await answer.invoke(await make(0.4, 7), 'forward', ones, true), first));
      it('its second mask goes on with the same random numbers and drops the units 1 and 2', async () => {
        const layer = await make(0.4, 7);
        await answer.invoke(layer, 'forward', ones, true);
        expectClose(await answer.invoke(layer, 'forward', ones, true), second);
      });
      it('backward uses the mask of the last forward pass', async () => {
        const layer = await make(0.4, 7);
        await answer.invoke(layer, 'forward', ones, true);
        await answer.invoke(layer, 'forward', ones, true);
        expectClose(await answer.invoke(layer, 'backward', [6, 6, 6, -6, 3]), [0, 0, 10, -10, 5]);
      });
      it('in evaluation forward and backward change nothing, also after a training pass', async () => {
        const layer = await make(0.4, 7);
        await answer.invoke(layer, 'forward', ones, true);
        expectClose(await answer.invoke(layer, 'forward', x, false), x);
        expectClose(await answer.invoke(layer, 'backward', x), x);
      });
      it('evaluation draws no random numbers: the next mask is the same with it or without', async () => {
        const layer = await make(0.4, 7);
        await answer.invoke(layer, 'forward', ones, false);
        expectClose(await answer.invoke(layer, 'forward', ones, true), first);
      });
      it('an activation of exactly 0 has its random number and its gradient like any other', async () => {
        const layer = await make(0.4, 7);
        expectClose(await answer.invoke(layer, 'forward', [0, 0, 0, 3, 0], true), [0, 0, 0, 5, 0]);
        expectClose(await answer.invoke(layer, 'backward', ones), first);
        expectClose(await answer.invoke(layer, 'forward', ones, true), second);
      });
      it('backward gives the same when it is called again', async () => {
        const layer = await make(0.4, 7);
        await answer.invoke(layer, 'forward', ones, true);
        expectClose(await answer.invoke(layer, 'backward', ones), first);
        expectClose(await answer.invoke(layer, 'backward', [3, 3, 3, 3, -3]), [5, 5, 0, 5, -5]);
      });
      it('passes may have any number of units, one after the other', async () => {
        const layer = await make(0.4, 7);
        expectClose(await answer.invoke(layer, 'forward', [1, 1], true), [kept, kept]);
        expectClose(await answer.invoke(layer, 'forward', ones, true), [0, kept, kept, 0, 0]);
        expectClose(await answer.invoke(layer, 'backward', ones), [0, kept, kept, 0, 0]);
        expectClose(await answer.invoke(layer, 'forward', [6], true), [10]);
        expectClose(await answer.invoke(layer, 'backward', [-3]), [-5]);
      });
      it('two layers side by side: each has its own rate, random numbers and mask', async () => {
        const [one, two] = [await make(0.4, 7), await make(0.8, 7)];
        expectClose(await answer.invoke(one, 'forward', ones, true), first);
        expectClose(await answer.invoke(two, 'forward', ones, true), [0, 5, 0, 5, 5]);
        expectClose(await answer.invoke(two, 'backward', ones), [0, 5, 0, 5, 5]);
        expectClose(await answer.invoke(one, 'backward', ones), first);
        expectClose(await answer.invoke(one, 'forward', ones, true), second);
        expectClose(await answer.invoke(two, 'forward', ones, false), ones);
        expectClose(await answer.invoke(one, 'backward', ones), second);
      });
      it('forward leaves x as it is, and backward dy', async () => {
        const layer = await make(0.4, 7);
        await answer.invoke(layer, 'forward', x, true);
        expectClose(answer.argumentsAfter()[0], x, 0);
        await answer.invoke(layer, 'backward', x);
        expectClose(answer.argumentsAfter()[0], x, 0);
      });
      it.hidden('agrees with the definition in a random series of passes through three layers', async () => {
        const oracles = [answer, reference];
        const layers: unknown[][] = [];
        for (const rate of [0, 0.1 + 0.8 * rng.uniform(), 0.1 + 0.8 * rng.uniform()]) {
          const seed = rng.integer(1e6);
          layers.push(await Promise.all(oracles.map((oracle) => oracle.construct('DropoutLayer', rate, seed))));
        }
        const units = [0, 0, 0];
        for (let step = 0; step < 18; step++) {
          const k = step < 3 ? step : rng.integer(3); // every layer sees a forward pass first
          const backward = step >= 3 && rng.uniform() < 0.5;
          if (!backward) units[k] = 1 + rng.integer(7);
          const args = backward ? [numbers(units[k])] : [numbers(units[k]), rng.uniform() < 0.7];
          const method = backward ? 'backward' : 'forward';
          const [given, right] = await Promise.all(
            oracles.map((oracle, side) => oracle.invoke(layers[k][side], method, ...args)),
          );
          expectClose(given, right);
        }
      });
      it.together('layers that are used in turn share nothing');
    });
  },
);
