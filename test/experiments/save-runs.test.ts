// runs → text → the same runs; and what JSON alone makes of them is an error everywhere

import { expect } from 'chai';
import { confidenceIntervals } from '../../src/figures/confidence-intervals';
import { decisionBoundaries } from '../../src/figures/decision-boundaries';
import { learningCurves } from '../../src/figures/learning-curves';
import { resultsTable } from '../../src/figures/results-table';
import { weightHistograms } from '../../src/figures/weight-histograms';
import { predict } from '../../src/training/evaluate';
import type { Run } from '../../src/experiments/run';
import { modelOf } from '../../src/experiments/train-recipe';
import { runsOf } from '../../src/experiments/runs-of';
import { loadRuns, saveRuns } from '../../src/experiments/save-runs';
import { trainAll } from '../../src/experiments/train-all';
import { expectLesson } from '../support/errors';
import { moons } from '../support/examples';
import { numbers } from '../support/tensors';

const data = moons();
const recipes = [
  { hidden: [5], epochs: 3 },
  { name: 'B', hidden: [4, 3], epochs: 4, batchNorm: true, dropout: [0.1, 0.3], earlyStopping: { patience: 2 } },
];

/** Everything that takes runs. */
const uses: Record<string, (runs: Run[]) => unknown> = {
  learningCurves,
  weightHistograms,
  confidenceIntervals,
  resultsTable,
  decisionBoundaries: (runs) => decisionBoundaries(runs, data.validation, { mesh: 0.3 }),
  modelOf: (runs) => runs.map((run) => numbers(predict(modelOf(run, data.train), data.test.x))),
  runsOf: (runs) => runsOf(runs, 'B'),
  saveRuns,
};

describe('saveRuns and loadRuns', () => {
  let runs: Run[];
  before(async () => {
    runs = await trainAll(recipes, data, { seeds: [1, 'two'], test: true });
  });

  it('give the same runs back, to the bit', () => expect(loadRuns(saveRuns(runs))).to.deep.equal(runs));

  it('keep the numbers that JSON does not know', () => {
    const odd = structuredClone(runs.slice(0, 1));
    Object.assign(odd[0].history.epochs[1], { valLoss: NaN, loss: Infinity });
    odd[0].weights[0].data.set([-0, 5e-324, -Infinity, 0.1 + 0.2]);
    expect(loadRuns(saveRuns(odd))).to.deep.equal(odd);
    expect(Object.is(loadRuns(saveRuns(odd))[0].weights[0].data[0], -0)).to.equal(true);
  });

  for (const [name, use] of Object.entries(uses)) {
    it(`${name} takes what comes back, and refuses what JSON alone makes of runs`, async () => {
      expect(use(loadRuns(saveRuns(runs)))).to.deep.equal(use(runs));
      const plain = JSON.parse(JSON.stringify(runs)) as Run[];
      await expectLesson(() => use(plain), 'OptionError', name, 'received one that has Object', 'saveRuns', 'loadRuns');
    });
  }

  const faults: Record<string, (run: Run) => unknown> = {
    'no object': () => 3,
    nothing: () => null,
    'a history': ({ history }) => history,
    'no recipe': (run) => ({ ...run, recipe: undefined }),
    'no seed': (run) => ({ ...run, seed: null }),
    'no history': (run) => ({ ...run, history: undefined }),
    'an accuracy that became null': (run) => ({ ...run, validation: { ...run.validation, accuracy: null } }),
    'a test without a loss': (run) => ({ ...run, test: { accuracy: 0.5, calibrationError: 0.1 } }),
    'weights as lists': (run) => ({ ...run, weights: run.weights.map(({ data: list }) => [...list]) }),
    'numbers of weights as lists': (run) => ({
      ...run,
      weights: run.weights.map(({ shape, data: list }) => ({ shape, data: [...list] })),
    }),
    'a weight with a number too few': (run) => ({
      ...run,
      weights: run.weights.map(({ shape, data: list }) => ({ shape, data: list.slice(1) })),
    }),
    'a validation loss that became null': ({ history, ...run }) => ({
      ...run,
      history: { epochs: history.epochs.map((log) => ({ ...log, valLoss: null })) },
    }),
  };
  for (const [what, broken] of Object.entries(faults)) {
    it(`a run with ${what} is an error for everything that takes runs`, async () => {
      for (const use of Object.values(uses)) {
        const given = runs.map((run) => broken(run)) as Run[];
        await expectLesson(() => use(given), 'OptionError', 'a run must be as trainAll gives it');
      }
    });
  }

  it('refuse what is no list, text that is none of theirs, and parts that they do not know', async () => {
    await expectLesson(() => saveRuns(runs[0] as never), 'OptionError', 'must be a list', '[run]');
    const saved = () => JSON.parse(saveRuns(runs));
    for (const wrong of ['', 'hello', '{}', 'null', '[]', saveRuns(runs).slice(0, -5), JSON.stringify(runs)])
      await expectLesson(() => loadRuns(wrong), 'OptionError', 'loadRuns', 'saveRuns wrote');
    const load = (content: unknown) => () => loadRuns(JSON.stringify(content));
    await expectLesson(load({ ...saved(), version: 2 }), 'OptionError', 'received version 2');
    await expectLesson(load({ ...saved(), by: 'me' }), 'OptionError', 'loadRuns', 'received "by"');
    await expectLesson(load({ ...saved(), runs: [{ ...saved().runs[0], note: 1 }] }), 'OptionError', 'received "note"');
    await expectLesson(load({ ...saved(), runs: [null] }), 'OptionError', 'loadRuns');
    const misspelt = saved();
    misspelt.runs[0].recipe.droput = 0.5;
    await expectLesson(load(misspelt), 'OptionError', 'droput');
    const short = saved();
    short.runs[0].weights[0].data.pop();
    await expectLesson(load(short), 'ShapeError');
  });
});
