// Five models: λ chosen on validation and the test set opened once, the interval of a difference, and the model to pick

import { difference, exercise, expectClose, inline, type Oracle } from '../../grader/spec/exercise';

type Candidate = { lambda: number; validation: number[]; log?: number[] };
type Model = { name: string; validation: number[] };
type Test = { run: (candidate: Candidate) => number };

const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const mean = (values: number[]) => add(values) / values.length;
const deviation = (values: number[]) =>
  Math.sqrt(add(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1));
const minus = (a: number[], b: number[]) => a.map((value, k) => value - b[k]);

// The test accuracy falls with λ, whatever validation says.
const openTest = inline((candidate: Candidate) => {
  candidate.log?.push(candidate.lambda);
  return 0.85 - candidate.lambda;
});
const candidates: Candidate[] = [
  { lambda: 0.001, validation: [0.8, 0.95, 0.75] },
  { lambda: 0.1, validation: [0.875, 0.75, 0.875] },
  { lambda: 0, validation: [0.75, 0.75, 0.75] },
  { lambda: 0.01, validation: [0.875, 0.875, 0.875] },
];
const always = inline(() => 0);
/** The λ of every candidate that is opened. One list for all of them: a copy of a candidate holds it too. */
async function opened(oracle: Oracle): Promise<number[]> {
  const log: number[] = [];
  await oracle.call(
    'tuneLambda',
    candidates.map((one) => ({ ...one, log })),
    openTest,
  );
  return (oracle.argumentsAfter() as [Candidate[]])[0][0].log!;
}

/** What is reported of the candidate that comes first in some order. */
const chosen =
  (
    order: (a: Candidate, b: Candidate, test: (one: Candidate) => number) => number,
    report: (one: Candidate, test: (one: Candidate) => number) => number = (one, test) => test(one),
  ) =>
  (all: Candidate[], { run }: Test) => {
    const best = [...all].sort((a, b) => order(a, b, run))[0];
    return { lambda: best.lambda, validation: mean(best.validation), test: report(best, run) };
  };
const median = (values: number[]) => {
  const [k, sorted] = [values.length >> 1, [...values].sort((a, b) => a - b)];
  return values.length % 2 ? sorted[k] : (sorted[k - 1] + sorted[k]) / 2;
};
const byMean = (a: Candidate, b: Candidate) => mean(b.validation) - mean(a.validation);
const larger = (a: Candidate, b: Candidate) => b.lambda - a.lambda;

const around = (middle: number, margin: number) => ({ mean: middle, low: middle - margin, high: middle + margin });
/** The interval with another standard error. */
const interval = (error: (a: number[], b: number[]) => number) => (a: number[], b: number[], t: number) =>
  around(mean(minus(a, b)), t * error(a, b));
const paired = interval((a, b) => deviation(minus(a, b)) / Math.sqrt(a.length));

const bestOf = (models: Model[]) =>
  models.reduce((best, model) => (mean(model.validation) > mean(best.validation) ? model : best));
const standardError = (values: number[]) => deviation(values) / Math.sqrt(values.length);
/** The first model that is close to the best, in some sense. */
const simplest =
  (isClose: (best: number[], model: number[], t: number, models: Model[]) => boolean) => (models: Model[], t: number) =>
    models.find(({ validation }) => isClose(bestOf(models).validation, validation, t, models))?.name;
const own = (values: number[], t: number) => around(mean(values), (t * deviation(values)) / Math.sqrt(values.length));

// Ten seeds: hard ones and easy ones. Dropout is better than the baseline on nearly all of them, L2 only on average.
const seeds = [0.78, 0.84, 0.8, 0.86, 0.82, 0.79, 0.85, 0.81, 0.83, 0.8];
const gains = {
  L2: [0.02, -0.01, 0.01, 0, 0.02, -0.02, 0.01, 0.03, -0.01, 0.01],
  dropout: [0.03, 0.02, 0.025, 0.01, 0.035, 0.02, 0.03, 0.015, 0.025, 0.02],
  both: [0.035, 0.015, 0.03, 0.01, 0.03, 0.03, 0.035, 0.01, 0.03, 0.025],
};
const withGain = (gain: number[]) => seeds.map((score, k) => score + gain[k]);
const models: Model[] = [
  { name: 'baseline', validation: seeds },
  ...Object.entries(gains).map(([name, gain]) => ({ name, validation: withGain(gain) })),
];

export default exercise(
  {
    slug: '08-five-models',
    tasks: [
      {
        id: 1,
        export: 'tuneLambda',
        points: 3,
        hints: [
          'Which numbers may take part in the choice, and when is the first moment at which the test set may be looked at?',
          'Compute the mean of `validation` for each candidate, and go through the candidates remembering the best so far.',
          'An equal mean replaces the best so far when its λ is larger. Call `openTest` after the loop, with the winner.',
        ],
        diagnoses: [
          {
            says: 'chosen on the test set: then nothing is left to report honestly',
            formula: chosen((a, b, test) => test(b) - test(a) || larger(a, b)),
          },
          {
            says: 'the test set opened for every candidate: it is for the chosen one',
            when: async (oracle) => new Set(await opened(oracle)).size > 1,
          },
          {
            says: 'the test set opened more than once for the chosen one',
            when: async (oracle) => (await opened(oracle)).length > 1,
          },
          {
            says: 'one lucky seed: the mean over the seeds decides, not the highest score',
            formula: chosen((a, b) => Math.max(...b.validation) - Math.max(...a.validation) || larger(a, b)),
          },
          { says: 'only the first seed', formula: chosen((a, b) => b.validation[0] - a.validation[0] || larger(a, b)) },
          {
            says: 'the lowest mean: these are accuracies, not losses',
            formula: chosen((a, b) => -byMean(a, b) || larger(a, b)),
          },
          { says: 'the first of equal ones: it is the largest λ', formula: chosen(byMean) },
          {
            says: 'the smallest of equal ones: it is the largest λ',
            formula: chosen((a, b) => byMean(a, b) || -larger(a, b)),
          },
          {
            says: 'the validation accuracy reported as test accuracy',
            formula: chosen(
              (a, b) => byMean(a, b) || larger(a, b),
              (one) => mean(one.validation),
            ),
          },
          {
            says: 'a sum over the seeds in place of their mean: then more seeds look better',
            formula: chosen((a, b) => add(b.validation) - add(a.validation) || larger(a, b)),
          },
          {
            says: 'the median of the seeds: it is the mean',
            formula: chosen((a, b) => median(b.validation) - median(a.validation) || larger(a, b)),
          },
          {
            says: 'the one-standard-error rule, which takes the largest λ near the best: here the highest mean decides',
            formula: (all: Candidate[], { run }: Test) => {
              const top = [...all].sort((a, b) => byMean(a, b) || larger(a, b))[0].validation;
              const near = all.filter(({ validation }) => mean(validation) >= mean(top) - standardError(top));
              const best = near.sort(larger)[0];
              return { lambda: best.lambda, validation: mean(best.validation), test: run(best) };
            },
          },
          {
            says: 'something remembered from an earlier call: each begins from nothing',
            when: async (oracle) => {
              const call = (accuracy: number, lambda: number) =>
                oracle.call('tuneLambda', [{ lambda, validation: [accuracy] }], always);
              await call(0.5, 1);
              return difference(await call(0.25, 2), { lambda: 2, validation: 0.25, test: 0 }) !== undefined;
            },
          },
        ],
      },
      {
        id: 2,
        export: 'pairedInterval',
        points: 3,
        hints: [
          'Start with the list of differences. From there on a and b are not needed any more.',
          'Standard deviation: the root of the sum of squared distances from the mean, divided by n - 1. Standard error: that divided by √n.',
          '`margin = t * Math.sqrt(squares / (n - 1) / n)`, then mean - margin and mean + margin.',
        ],
        diagnoses: [
          {
            says: 'the pairs ignored: two spreads added, as for scores that have no seed in common',
            formula: interval((a, b) => Math.sqrt((deviation(a) ** 2 + deviation(b) ** 2) / a.length)),
          },
          {
            says: 'no division by √n: that is the spread of single seeds, not of their mean',
            formula: interval((a, b) => deviation(minus(a, b))),
          },
          {
            says: 'a standard deviation that divides by n in place of n - 1',
            formula: interval((a, b) => deviation(minus(a, b)) * Math.sqrt((a.length - 1) / a.length / a.length)),
          },
          { says: 'divided by n where √n belongs', formula: interval((a, b) => deviation(minus(a, b)) / a.length) },
          { says: 'b - a: a positive difference means that a is higher', formula: (a, b, t) => paired(b, a, t) },
          { says: '1.96 in place of t: with few seeds the interval is wider', formula: (a, b) => paired(a, b, 1.96) },
          { says: 'an interval without t: one standard error on either side', formula: (a, b) => paired(a, b, 1) },
          { says: 'half the width: t · s / √n on either side', formula: (a, b, t) => paired(a, b, t / 2) },
          {
            says: 'variance in place of standard deviation: the root is missing',
            formula: interval((a, b) => deviation(minus(a, b)) ** 2 / Math.sqrt(a.length)),
          },
          {
            says: 'divided by √(n - 1) in place of √n: s has its n - 1 already',
            formula: interval((a, b) => deviation(minus(a, b)) / Math.sqrt(a.length - 1)),
          },
          {
            says: 'a relative difference, as a share of b: here it is a - b itself',
            formula: (a: number[], b: number[], t: number) =>
              paired(
                a.map((value, k) => (value - b[k]) / b[k]),
                b.map(() => 0),
                t,
              ),
          },
          {
            says: 'a mean of squares minus the square of the mean: the digits cancel. Subtract the mean first, then square',
            when: async (oracle) => {
              const call = (far: number) => oracle.call('pairedInterval', [5 + far, 4 + far, 9 + far], [4, 2, 6], 2);
              const of = (far: number) => around(2 + far, 2 / Math.sqrt(3));
              return (
                !difference(await call(0), of(0), 1e-6) && difference(await call(1e9), of(1e9), 1e-12) !== undefined
              );
            },
          },
        ],
      },
      {
        id: 3,
        export: 'pickModel',
        points: 3,
        hints: [
          'Two steps: find the best mean, then go through the models from the front.',
          'For each model compute `pairedInterval(best.validation, model.validation, t)`. It is not clearly worse when `low <= 0`.',
          'The first model that is not clearly worse is the answer; the best itself always qualifies.',
        ],
        diagnoses: [
          {
            says: 'the best mean alone: a simpler model that is as good within its interval goes first',
            formula: (models: Model[]) => bestOf(models).name,
          },
          { says: 'always the simplest', formula: (models: Model[]) => models[0].name },
          {
            says: 'the most complicated of those that are not clearly worse',
            formula: (models: Model[], t: number) =>
              simplest((best, model) => paired(best, model, t).low <= 0)([...models].reverse(), t),
          },
          {
            says: 'intervals that ignore the pairs',
            formula: simplest(
              (best, model, t) =>
                mean(minus(best, model)) -
                  t * Math.sqrt((deviation(best) ** 2 + deviation(model) ** 2) / best.length) <=
                0,
            ),
          },
          {
            says: '1.96 in place of t: with few seeds the interval is wider',
            formula: simplest((best, model) => paired(best, model, 1.96).low <= 0),
          },
          {
            says: 'the one-standard-error rule: the interval of the difference decides',
            formula: simplest((best, model) => mean(model) >= mean(best) - standardError(best)),
          },
          {
            says: 'an interval of half or of no width: compare with the one of task 2',
            formula: simplest((best, model, t) => paired(best, model, t / 2).low <= 0),
          },
          {
            says: 'overlap of two intervals, one for each model: the interval of the difference decides',
            formula: simplest((best, model, t) => own(model, t).high >= own(best, t).low),
          },
          {
            says: 'the first that is clearly better than the simplest',
            formula: (models: Model[], t: number) =>
              (models.find(({ validation }) => paired(validation, models[0].validation, t).low > 0) ?? models[0]).name,
          },
          {
            says: 'the first of those that are clearly worse',
            formula: (models: Model[], t: number) =>
              (models.find(({ validation }) => paired(bestOf(models).validation, validation, t).low > 0) ?? models[0])
                .name,
          },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const scores = (length: number, spread: number) => Array.from({ length }, () => 0.8 + spread * rng.normal());
    const agrees = async (name: string, args: () => unknown[], repeats = 5) => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const input = args();
        expectClose(await answer.call(name, ...input), await reference.call(name, ...input));
      }
    };

    task(1, ({ it }) => {
      it('of four λ it is the one with the highest mean, and its test accuracy is reported', async () =>
        expectClose(await answer.call('tuneLambda', candidates, openTest), {
          lambda: 0.01,
          validation: 0.875,
          test: 0.84,
        }));
      it('of equal means it is the largest λ, wherever it stands', async () => {
        const equal = [0.01, 0.1, 0.001].map((lambda) => ({ lambda, validation: [0.75, 0.875] }));
        expectClose(await answer.call('tuneLambda', equal, openTest), { lambda: 0.1, validation: 0.8125, test: 0.75 });
      });
      it('λ = 0 is chosen where it has the highest mean', async () => {
        const given = [
          { lambda: 0.1, validation: [0.5, 0.75] },
          { lambda: 0, validation: [0.75, 0.75] },
        ];
        expectClose(await answer.call('tuneLambda', given, openTest), { lambda: 0, validation: 0.75, test: 0.85 });
      });
      it('the highest mean is chosen, also where the seeds differ by more than the means', async () => {
        const given = [
          { lambda: 0.1, validation: [0.75, 0.75] },
          { lambda: 0.01, validation: [0.625, 1] },
        ];
        expectClose(await answer.call('tuneLambda', given, openTest), { lambda: 0.01, validation: 0.8125, test: 0.84 });
      });
      it('more seeds do not make a λ better', async () => {
        const given = [
          { lambda: 0.1, validation: [0.75, 0.75, 0.75] },
          { lambda: 0.01, validation: [0.875, 0.875] },
        ];
        expectClose(await answer.call('tuneLambda', given, openTest), { lambda: 0.01, validation: 0.875, test: 0.84 });
      });
      it('a single candidate is chosen', async () =>
        expectClose(await answer.call('tuneLambda', [candidates[1]], openTest), {
          lambda: 0.1,
          validation: 2.5 / 3,
          test: 0.75,
        }));
      it('accuracies of 0 are accuracies too', async () => {
        const given = [0.01, 0.1].map((lambda) => ({ lambda, validation: [0, 0] }));
        expectClose(await answer.call('tuneLambda', given, always), { lambda: 0.1, validation: 0, test: 0 });
      });
      it('the test set is opened once, for the chosen λ', async () => {
        const log = await opened(answer);
        expectClose(log, log.slice(0, 1)); // none where it was given another object
      });
      it('the candidates keep their order and their numbers', async () => {
        await answer.call('tuneLambda', candidates, openTest);
        expectClose(answer.argumentsAfter()[0], candidates, 0);
      });
      it.hidden('tuneLambda agrees with the definition on random scores', () =>
        agrees(
          'tuneLambda',
          () => {
            const strengths = rng.permutation(5).slice(0, 2 + rng.integer(4));
            return [
              Array.from(strengths, (k) => ({
                lambda: k && 0.001 * 3 ** k,
                validation: scores(2 + rng.integer(4), 0.03),
              })),
              openTest,
            ];
          },
          8,
        ),
      );
    });

    task(2, ({ it }) => {
      it('differences 1, 2 and 3 with t = 2 have the mean 2 and a margin of 2/√3', async () =>
        expectClose(await answer.call('pairedInterval', [5, 4, 9], [4, 2, 6], 2), around(2, 2 / Math.sqrt(3))));
      it('equal differences leave no doubt, however far the seeds lie apart', async () =>
        expectClose(await answer.call('pairedInterval', [0.75, 0.5, 1], [0.5, 0.25, 0.75], 4.303), {
          mean: 0.25,
          low: 0.25,
          high: 0.25,
        }));
      it('a model that is worse has a negative difference', async () =>
        expectClose(await answer.call('pairedInterval', [0, 0], [1, 3], 1), { mean: -2, low: -3, high: -1 }));
      it('differences that are equal but for rounding leave no doubt either', async () =>
        expectClose(
          await answer.call('pairedInterval', [0.8, 0.9, 0.7], [0.7, 0.8, 0.6], 4.303),
          { mean: 0.1, low: 0.1, high: 0.1 },
          1e-7,
        ));
      it('differences far from 0 have the spread of those near it', async () =>
        expectClose(
          await answer.call('pairedInterval', [1e9 + 5, 1e9 + 4, 1e9 + 9], [4, 2, 6], 2),
          around(1e9 + 2, 2 / Math.sqrt(3)),
          1e-12,
        ));
      it('ten seeds of dropout and the baseline', async () =>
        expectClose(
          await answer.call('pairedInterval', withGain(gains.dropout), seeds, 2.262),
          { mean: 0.023, low: 0.0176154, high: 0.0283846 },
          1e-6,
        ));
      it.hidden('pairedInterval agrees with the definition on random scores', () =>
        agrees('pairedInterval', () => {
          const n = 2 + rng.integer(9);
          return [scores(n, 0.05), scores(n, 0.05), 1 + 3 * rng.uniform()];
        }),
      );
    });

    task(3, ({ it }) => {
      const picks = (given: Model[], t: number, name: string) => async () =>
        expectClose(await answer.call('pickModel', given, t), name);
      it('dropout is as good as both together, within the interval, and simpler', picks(models, 2.262, 'dropout'));
      it(
        'without dropout in the race both together are picked: L2 is clearly worse',
        picks([models[0], models[1], models[3]], 2.262, 'both'),
      );
      it(
        'of baseline and L2 the baseline is picked: L2 is better on average only',
        picks(models.slice(0, 2), 2.262, 'baseline'),
      );
      it('a single model is picked', picks([models[2]], 2.262, 'dropout'));
      it(
        'the order tells which is simpler: with both in front it is both',
        picks([models[3], models[2], models[1], models[0]], 2.262, 'both'),
      );
      it(
        'a small advantage counts when every seed agrees',
        picks(
          [models[0], { name: 'sure', validation: seeds.map((score, k) => score + 0.003 + 0.0001 * (k % 2)) }],
          2.262,
          'sure',
        ),
      );
      it(
        'an advantage that is the same on every seed counts, whatever rounding makes of it',
        picks(
          [
            { name: 'A', validation: [0.7, 0.8, 0.6] },
            { name: 'B', validation: [0.8, 0.9, 0.7] },
          ],
          4.303,
          'B',
        ),
      );
      it(
        'of models that are right on no example it is the simplest',
        picks(
          ['A', 'B'].map((name) => ({ name, validation: [0, 0] })),
          12.706,
          'A',
        ),
      );
      it(
        'a large advantage counts, also where the seeds differ',
        picks(
          [
            { name: 'A', validation: [0.7, 0.72, 0.74, 0.76] },
            { name: 'B', validation: [0.8, 0.83, 0.83, 0.87] },
          ],
          3.182,
          'B',
        ),
      );
      it(
        'a lead that half of the seeds hardly show leaves the simpler model',
        picks(
          [
            { name: 'A', validation: [0.7, 0.72, 0.74, 0.76] },
            { name: 'B', validation: [0.83, 0.81, 0.79, 0.77] },
          ],
          3.182,
          'A',
        ),
      );
      it(
        'of two best means the first is the one to compare with',
        picks(
          [
            { name: 'A', validation: [0.5, 0.75, 0.5, 0.75] },
            { name: 'B', validation: [1, 0.5, 1, 0.5] },
            { name: 'C', validation: [0.625, 0.875, 0.625, 0.875] },
          ],
          3.182,
          'A',
        ),
      );
      it.hidden('pickModel agrees with the definition on random models', () =>
        agrees(
          'pickModel',
          () => {
            const n = 4 + rng.integer(5);
            const shared = scores(n, 0.03);
            const count = 2 + rng.integer(4);
            return [
              Array.from({ length: count }, (_, k) => ({
                name: `model ${k + 1}`,
                validation: minus(
                  shared,
                  scores(n, 0.006).map((score) => score - 0.8 - 0.006 * rng.integer(3)),
                ),
              })),
              1 + 2 * rng.uniform(),
            ];
          },
          12,
        ),
      );
    });
  },
);
