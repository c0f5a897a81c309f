// Combine and transfer: a factorial experiment, effects that do or do not add, and a method for a stated problem

import { difference, exercise, expectClose, type Oracle } from '../../grader/spec/exercise';

type Method = { name: string; accuracy: number[]; calibrationError: number[] };

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: number[]) => {
  const [k, sorted] = [values.length >> 1, [...values].sort((a, b) => a - b)];
  return values.length % 2 ? sorted[k] : (sorted[k - 1] + sorted[k]) / 2;
};
/** Whether two equal calls, with another between them, give different values. */
const remembers =
  (name: string, args: unknown[], between: unknown[]) =>
  async (oracle: Oracle): Promise<boolean> => {
    const once = await oracle.call(name, ...args);
    await oracle.call(name, ...between);
    return difference(await oracle.call(name, ...args), once) !== undefined;
  };
const withNone = (levels: number[]) => (levels.includes(0) ? levels : [0, ...levels]);
const cross = (l2s: number[], rates: number[]) => l2s.flatMap((l2) => rates.map((dropout) => ({ l2, dropout })));
const gain = (plain: number[], scores: number[]) => mean(scores) - mean(plain);
/** The effects with another interaction. */
const withInteraction =
  (of: (a: number, b: number, both: number) => number) =>
  (plain: number[], onlyA: number[], onlyB: number[], together: number[]) => {
    const [a, b, both] = [onlyA, onlyB, together].map((scores) => gain(plain, scores));
    return { a, b, both, interaction: of(a, b, both) };
  };
const error = (method: Method) => mean(method.calibrationError);
const accuracy = (method: Method) => mean(method.accuracy);
const first = (methods: Method[], better: (a: Method, b: Method) => boolean) =>
  methods.reduce((best, method) => (better(method, best) ? method : best)).name;
const chosen = (methods: Method[], keeps: (method: Method) => boolean) => {
  const kept = methods.filter(keeps);
  return kept.length ? first(kept, (a, b) => accuracy(a) > accuracy(b)) : first(methods, (a, b) => error(a) < error(b));
};

// Wrong labels: early stopping and L2 gain accuracy, and pay for it with calibration.
const methods: Method[] = [
  { name: 'baseline', accuracy: [0.8, 0.82, 0.81], calibrationError: [0.07, 0.06, 0.05] },
  { name: 'dropout', accuracy: [0.88, 0.9, 0.89], calibrationError: [0.09, 0.12, 0.09] },
  { name: 'early stopping', accuracy: [0.95, 0.88, 0.88], calibrationError: [0.27, 0.03, 0.27] },
  { name: 'L2', accuracy: [0.89, 0.9, 0.9], calibrationError: [0.28, 0.27, 0.26] },
];

export default exercise(
  {
    slug: '09-combine-and-transfer',
    tasks: [
      {
        id: 1,
        export: 'factorial',
        points: 2,
        hints: [
          'Two loops, one inside the other: which of the lists belongs to the outer one?',
          'Make both lists complete first: `list.includes(0) ? list : [0, ...list]`.',
        ],
        diagnoses: [
          {
            says: 'column by column: the strengths of L2 are the rows',
            formula: (l2s: number[], rates: number[]) =>
              withNone(rates).flatMap((dropout) => withNone(l2s).map((l2) => ({ l2, dropout }))),
          },
          {
            says: 'one treatment at a time: the combinations are missing',
            formula: (l2s: number[], rates: number[]) => [
              ...withNone(l2s).map((l2) => ({ l2, dropout: 0 })),
              ...rates.filter((rate) => rate !== 0).map((dropout) => ({ l2: 0, dropout })),
            ],
          },
          {
            says: 'the untreated cells are missing: 0 belongs to both lists',
            formula: (l2s: number[], rates: number[]) => cross(l2s, rates),
          },
          {
            says: 'a 0 put in front of a list that has one already',
            formula: (l2s: number[], rates: number[]) => cross([0, ...l2s], [0, ...rates]),
          },
          {
            says: 'the k-th strength only with the k-th rate: a factorial crosses them',
            formula: (l2s: number[], rates: number[]) =>
              withNone(l2s).map((l2, k) => ({ l2, dropout: withNone(rates)[k] })),
          },
          {
            says: 'the lists sorted: a list that has a 0 keeps its order',
            formula: (l2s: number[], rates: number[]) =>
              cross(
                [...withNone(l2s)].sort((a, b) => a - b),
                [...withNone(rates)].sort((a, b) => a - b),
              ),
          },
          {
            says: 'the fields exchanged',
            formula: (l2s: number[], rates: number[]) =>
              cross(withNone(l2s), withNone(rates)).map(({ l2, dropout }) => ({ l2: dropout, dropout: l2 })),
          },
          {
            says: 'a 0 at the end of a list that has none: without treatment comes first',
            formula: (l2s: number[], rates: number[]) =>
              cross(l2s.includes(0) ? l2s : [...l2s, 0], rates.includes(0) ? rates : [...rates, 0]),
          },
          {
            says: 'a 0 that is looked for in the first place only: a list may have it anywhere',
            formula: (l2s: number[], rates: number[]) =>
              cross(l2s[0] === 0 ? l2s : [0, ...l2s], rates[0] === 0 ? rates : [0, ...rates]),
          },
          {
            says: 'something remembered from an earlier call: each begins from nothing',
            when: remembers('factorial', [[0.5], [0.5]], [[0.25], [0.125]]),
          },
        ],
      },
      {
        id: 2,
        export: 'effects',
        points: 3,
        hints: [
          'A gain is a mean of differences on the same seeds. Three of them have the same shape.',
          'If effects added, `both` would be `a + b`. The interaction is what `both` has beyond that sum: below 0 when it has less.',
        ],
        diagnoses: [
          {
            says: 'an interaction with its sign turned: gaining less than the sum is negative',
            formula: withInteraction((a, b, both) => a + b - both),
          },
          {
            says: 'the interaction as the gain of both over the better one',
            formula: withInteraction((a, b, both) => both - Math.max(a, b)),
          },
          {
            says: 'the interaction without one of the two effects',
            formula: withInteraction((a, _b, both) => both - a),
          },
          {
            says: 'half the interaction: there is no mean of the two effects in it',
            formula: withInteraction((a, b, both) => both - (a + b) / 2),
          },
          {
            says: 'half of both - a - b, as in design of experiments with levels of ±1: here it is not halved',
            formula: withInteraction((a, b, both) => (both - a - b) / 2),
          },
          {
            says: 'effects averaged over the other treatment, as in design of experiments: here over the plain network alone',
            formula: (p: number[], a: number[], b: number[], both: number[]) => {
              const [onlyA, onlyB, together] = [a, b, both].map((scores) => gain(p, scores));
              return {
                a: (onlyA + together - onlyB) / 2,
                b: (onlyB + together - onlyA) / 2,
                both: together,
                interaction: together - onlyA - onlyB,
              };
            },
          },
          {
            says: 'effects averaged over the other treatment, as in design of experiments: here over the plain network alone',
            formula: (p: number[], a: number[], b: number[], both: number[]) => {
              const [onlyA, onlyB, together] = [a, b, both].map((scores) => gain(p, scores));
              return {
                a: (onlyA + together - onlyB) / 2,
                b: (onlyB + together - onlyA) / 2,
                both: together,
                interaction: (together - onlyA - onlyB) / 2,
              };
            },
          },
          {
            says: 'independence of Bliss, a + b - a·b, as the sum: here it is a + b',
            formula: withInteraction((a, b, both) => both - (a + b - a * b)),
          },
          {
            says: 'medians over the seeds in place of means',
            formula: (p: number[], ...rest: number[][]) => {
              const [a, b, both] = rest.map((scores) => median(scores.map((score, k) => score - p[k])));
              return { a, b, both, interaction: both - a - b };
            },
          },
          {
            says: 'scores in place of gains: the plain network has to be taken off',
            formula: (_p: number[], a: number[], b: number[], both: number[]) => ({
              a: mean(a),
              b: mean(b),
              both: mean(both),
              interaction: mean(both) - mean(a) - mean(b),
            }),
          },
          {
            says: 'sums over the seeds in place of means',
            formula: (p: number[], ...rest: number[][]) => {
              const [a, b, both] = rest.map((scores) => p.length * gain(p, scores));
              return { a, b, both, interaction: both - a - b };
            },
          },
          {
            says: 'only the first seed',
            formula: ([p]: number[], [a]: number[], [b]: number[], [both]: number[]) => ({
              a: a - p,
              b: b - p,
              both: both - p,
              interaction: both - a - b + p,
            }),
          },
          {
            says: 'relative gains: a difference in points is asked for, not in percent of the plain score',
            formula: (p: number[], ...rest: number[][]) => {
              const [a, b, both] = rest.map((scores) => gain(p, scores) / mean(p));
              return { a, b, both, interaction: both - a - b };
            },
          },
          {
            says: 'something remembered from an earlier call: each begins from nothing',
            when: remembers('effects', [[1], [2], [3], [4]], [[0], [5], [7], [11]]),
          },
        ],
      },
      {
        id: 3,
        export: 'chooseMethod',
        points: 3,
        hints: [
          'First who may take part, then who is best among them. What if nobody may?',
          'Filter by the mean calibration error, at most the limit. Of an empty list, fall back to the lowest mean calibration error of all.',
        ],
        diagnoses: [
          {
            says: 'the highest accuracy, whatever the limit',
            formula: (all: Method[]) => first(all, (a, b) => accuracy(a) > accuracy(b)),
          },
          {
            says: 'the lowest calibration error, although others keep the limit with more accuracy',
            formula: (all: Method[]) => first(all, (a, b) => error(a) < error(b)),
          },
          {
            says: 'a limit for the worst seed: it is one for the mean',
            formula: (all: Method[], limit: number) =>
              chosen(all, (method) => Math.max(...method.calibrationError) <= limit),
          },
          {
            says: 'a limit for the first seed only',
            formula: (all: Method[], limit: number) => chosen(all, (method) => method.calibrationError[0] <= limit),
          },
          {
            says: 'a limit that is kept by less than the limit only: at most the limit is enough',
            formula: (all: Method[], limit: number) => chosen(all, (method) => error(method) < limit),
          },
          {
            says: 'when nobody keeps the limit, the highest accuracy: then the lowest calibration error decides',
            formula: (all: Method[], limit: number) => {
              const kept = all.filter((method) => error(method) <= limit);
              return first(kept.length ? kept : all, (a, b) => accuracy(a) > accuracy(b));
            },
          },
          {
            says: 'one lucky seed: the mean accuracy decides, not the highest',
            formula: (all: Method[], limit: number) => {
              const kept = all.filter((method) => error(method) <= limit);
              return kept.length
                ? first(kept, (a, b) => Math.max(...a.accuracy) > Math.max(...b.accuracy))
                : first(all, (a, b) => error(a) < error(b));
            },
          },
          {
            says: 'the last of equal ones: it is the first',
            formula: (all: Method[], limit: number) => chosen([...all].reverse(), (method) => error(method) <= limit),
          },
          {
            says: 'one number for both, accuracy minus calibration error: the limit comes first, then the accuracy alone',
            formula: (all: Method[]) => first(all, (a, b) => accuracy(a) - error(a) > accuracy(b) - error(b)),
          },
          {
            says: 'one number for both, accuracy minus calibration error: the limit comes first, then the accuracy alone',
            formula: (all: Method[], limit: number) => {
              const kept = all.filter((method) => error(method) <= limit);
              return kept.length
                ? first(kept, (a, b) => accuracy(a) - error(a) > accuracy(b) - error(b))
                : first(all, (a, b) => error(a) < error(b));
            },
          },
          {
            says: 'medians over the seeds in place of means',
            formula: (all: Method[], limit: number) =>
              chosen(
                all.map((method) => ({
                  ...method,
                  accuracy: [median(method.accuracy)],
                  calibrationError: [median(method.calibrationError)],
                })),
                (method) => error(method) <= limit,
              ),
          },
          {
            says: 'sums over the seeds in place of means: then more seeds look better',
            formula: (all: Method[], limit: number) => {
              const total = ({ accuracy: scores }: Method) => mean(scores) * scores.length;
              const kept = all.filter((method) => error(method) <= limit);
              return kept.length
                ? first(kept, (a, b) => total(a) > total(b))
                : first(all, (a, b) => error(a) < error(b));
            },
          },
          {
            says: 'a limit of 0 taken for none: a method without any calibration error keeps it',
            formula: (all: Method[], limit: number) => chosen(all, (method) => !limit || error(method) <= limit),
          },
          {
            says: 'something remembered from an earlier call: each begins from nothing',
            when: remembers(
              'chooseMethod',
              [[{ name: 'A', accuracy: [0.5], calibrationError: [0.5] }], 1],
              [[{ name: 'B', accuracy: [2], calibrationError: [-1] }], 1],
            ),
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const agrees = async (name: string, args: () => unknown[], repeats = 6) => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const input = args();
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };

    task(1, ({ it }) => {
      it('two strengths and one rate make six cells, the untreated one first', async () =>
        expectClose(await answer.call('factorial', [0.001, 0.01], [0.5]), [
          { l2: 0, dropout: 0 },
          { l2: 0, dropout: 0.5 },
          { l2: 0.001, dropout: 0 },
          { l2: 0.001, dropout: 0.5 },
          { l2: 0.01, dropout: 0 },
          { l2: 0.01, dropout: 0.5 },
        ]));
      it('a list that has a 0 keeps its order', async () =>
        expectClose(await answer.call('factorial', [0.01, 0], [0, 0.2]), [
          { l2: 0.01, dropout: 0 },
          { l2: 0.01, dropout: 0.2 },
          { l2: 0, dropout: 0 },
          { l2: 0, dropout: 0.2 },
        ]));
      it('one list with a 0 and one without', async () =>
        expectClose(await answer.call('factorial', [0.01], [0.5, 0]), [
          { l2: 0, dropout: 0.5 },
          { l2: 0, dropout: 0 },
          { l2: 0.01, dropout: 0.5 },
          { l2: 0.01, dropout: 0 },
        ]));
      it('without levels there is the untreated cell', async () =>
        expectClose(await answer.call('factorial', [], []), [{ l2: 0, dropout: 0 }]));
      it('the lists stay as they are', async () => {
        await answer.call('factorial', [0.3, 0.1], [0.8, 0.2]);
        expectClose(
          answer.argumentsAfter(),
          [
            [0.3, 0.1],
            [0.8, 0.2],
          ],
          0,
        );
      });
      it.hidden('factorial agrees with the definition on random lists', () =>
        agrees('factorial', () => {
          const levels = () => Array.from(rng.permutation(6).slice(0, 1 + rng.integer(4)), (k) => k / 10);
          return [levels(), levels()];
        }),
      );
    });

    task(2, ({ it }) => {
      it('gains of 4 and 6 points that make 7 together have an interaction of -3', async () =>
        expectClose(await answer.call('effects', [0.8, 0.82], [0.84, 0.86], [0.87, 0.87], [0.88, 0.88]), {
          a: 0.04,
          b: 0.06,
          both: 0.07,
          interaction: -0.03,
        }));
      it('effects that add have no interaction', async () =>
        expectClose(await answer.call('effects', [1, 2, 3], [2, 3, 4], [3, 4, 5], [4, 5, 6]), {
          a: 1,
          b: 2,
          both: 3,
          interaction: 0,
        }));
      it('means decide, not the seed in the middle', async () =>
        expectClose(await answer.call('effects', [0, 0, 0], [0, 0, 3], [6, 0, 0], [0, 9, 0]), {
          a: 1,
          b: 2,
          both: 3,
          interaction: 0,
        }));
      it('one seed is enough', async () =>
        expectClose(await answer.call('effects', [0.5], [0.25], [0.75], [1]), {
          a: -0.25,
          b: 0.25,
          both: 0.5,
          interaction: 0.5,
        }));
      it.hidden('effects agrees with the definition on random scores', () =>
        agrees('effects', () => {
          const seeds = 2 + rng.integer(5);
          return Array.from({ length: 4 }, () => Array.from({ length: seeds }, () => 0.8 + 0.05 * rng.normal()));
        }),
      );
    });

    task(3, ({ it }) => {
      const chooses = (given: Method[], limit: number, name: string) => async () =>
        expectClose(await answer.call('chooseMethod', given, limit), name);
      it('with a limit of 0.15 it is dropout', chooses(methods, 0.15, 'dropout'));
      it('with a limit of 0.2 it is early stopping: its mean keeps the limit', chooses(methods, 0.2, 'early stopping'));
      it('with no limit to speak of the highest mean accuracy decides', chooses(methods, 1, 'early stopping'));
      it(
        'without early stopping it is L2, whose accuracy is highest on average',
        chooses([methods[0], methods[1], methods[3]], 1, 'L2'),
      );
      it('when nobody keeps the limit it is the best calibrated one', chooses(methods, 0.01, 'baseline'));
      it(
        'exactly the limit is kept',
        chooses(
          [
            { name: 'A', accuracy: [0.5], calibrationError: [0.125] },
            { name: 'B', accuracy: [0.75], calibrationError: [0.25] },
          ],
          0.25,
          'B',
        ),
      );
      it(
        'of equal ones it is the first',
        chooses(
          [
            { name: 'A', accuracy: [0.5, 0.75], calibrationError: [0.125, 0.25] },
            { name: 'B', accuracy: [0.75, 0.5], calibrationError: [0.25, 0.125] },
          ],
          0.5,
          'A',
        ),
      );
      it(
        'of equally calibrated ones that break the limit it is the first',
        chooses(
          [
            { name: 'A', accuracy: [0.5], calibrationError: [0.25] },
            { name: 'B', accuracy: [0.75], calibrationError: [0.25] },
          ],
          0.125,
          'A',
        ),
      );
      it(
        'a limit of 0 is kept by a method without any calibration error',
        chooses(
          [
            { name: 'A', accuracy: [0.75, 0.75], calibrationError: [0.125, 0] },
            { name: 'B', accuracy: [0.5, 0.5], calibrationError: [0, 0] },
          ],
          0,
          'B',
        ),
      );
      it(
        'of those that keep the limit it is the first of equal ones, also when their accuracy is 0',
        chooses(
          [
            { name: 'A', accuracy: [0], calibrationError: [0.25] },
            { name: 'B', accuracy: [0], calibrationError: [0.125] },
          ],
          0.25,
          'A',
        ),
      );
      it(
        'the accuracy decides among those that keep the limit, not how well they keep it',
        chooses(
          [
            { name: 'A', accuracy: [0.75], calibrationError: [0] },
            { name: 'B', accuracy: [0.875], calibrationError: [0.25] },
          ],
          0.25,
          'B',
        ),
      );
      it(
        'more seeds do not make a method better',
        chooses(
          [
            { name: 'A', accuracy: [0.75, 0.75, 0.75], calibrationError: [0.125, 0.125, 0.125] },
            { name: 'B', accuracy: [0.875, 0.875], calibrationError: [0.125, 0.125] },
          ],
          0.25,
          'B',
        ),
      );
      it('a single method is chosen, whatever the limit', chooses([methods[3]], 0.1, 'L2'));
      it.hidden('chooseMethod agrees with the definition on random methods', () =>
        agrees(
          'chooseMethod',
          () => {
            const seeds = 2 + rng.integer(3);
            const scores = (middle: number, spread: number) =>
              Array.from({ length: seeds }, () => Math.abs(middle + spread * rng.normal()));
            return [
              Array.from({ length: 2 + rng.integer(4) }, (_, k) => ({
                name: `method ${k + 1}`,
                accuracy: scores(0.8, 0.05),
                calibrationError: scores(0.15, 0.08),
              })),
              0.3 * rng.uniform(),
            ];
          },
          12,
        ),
      );
    });
  },
);
