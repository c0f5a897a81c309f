// runs of several seeds → intervals and a table

import { expect } from 'chai';
import { confidenceIntervals } from '../../src/figures/confidence-intervals';
import { learningCurves } from '../../src/figures/learning-curves';
import { resultsTable } from '../../src/figures/results-table';
import { weightHistograms } from '../../src/figures/weight-histograms';
import { pairedInterval } from '../../src/metrics/confidence-interval';
import type { Recipe } from '../../src/experiments/recipe';
import type { Run } from '../../src/experiments/run';
import { expectLesson } from '../support/errors';
import { runOf } from '../support/runs';

const accuracies = {
  Plain: [0.8, 0.82, 0.78],
  Better: [0.83, 0.86, 0.8],
  Unclear: [0.79, 0.83, 0.79],
  Worse: [0.7, 0.73, 0.69],
};
const runs = Object.entries(accuracies).flatMap(([name, values]) =>
  values.map((accuracy, i) =>
    runOf(name, i + 1, { accuracy: 1 - accuracy, loss: accuracy }, { accuracy, loss: 1 - accuracy }),
  ),
);

describe('confidenceIntervals', () => {
  const { data, layout } = confidenceIntervals(runs);
  const [trace] = data as unknown as {
    x: number[];
    y: string[];
    text: string[];
    error_x: { array: number[]; arrayminus: number[] };
    marker: { symbol: string[] };
  }[];

  it('shows the paired differences to the first recipe on the test set, in points', () => {
    const { mean, low, high } = pairedInterval(accuracies.Better, accuracies.Plain);
    expect(trace.y).to.deep.equal(['Better', 'Unclear', 'Worse']);
    expect(trace.x[0]).to.be.closeTo(100 * mean, 1e-3);
    expect(trace.x[0] + trace.error_x.array[0]).to.be.closeTo(100 * high, 2e-3);
    expect(trace.x[0] - trace.error_x.arrayminus[0]).to.be.closeTo(100 * low, 2e-3);
    expect(trace.text[0]).to.equal(
      `+${(100 * mean).toFixed(1)} [+${(100 * low).toFixed(1)}, +${(100 * high).toFixed(1)}]`,
    );
  });

  it('fills the mark where the interval does not contain 0, and says so in the title', () => {
    expect(trace.marker.symbol).to.deep.equal(['circle', 'circle-open', 'circle']);
    expect((layout.title as { text: string }).text.replace(/<br>/g, ' ')).to.equal(
      'Better than Plain: Better. Worse than Plain: Worse. Undecided: Unclear.',
    );
  });

  it('knows that a lower loss is the better one, and takes the validation set when asked', () => {
    const title = (options: Parameters<typeof confidenceIntervals>[1]) =>
      (confidenceIntervals(runs, options).layout.title as { text: string }).text.replace(/<br>/g, ' ');
    expect(title({ metric: 'loss' })).to.equal(
      'Better than Plain: Better. Worse than Plain: Worse. Undecided: Unclear.',
    );
    expect(title({ metric: 'loss', on: 'validation' })).to.equal(
      'Better than Plain: Worse. Worse than Plain: Better. Undecided: Unclear.',
    );
    expect(title({ level: 0.1 })).to.match(/^Better than Plain: Better and Unclear\./);
  });

  it('pairs by seed, in whatever order the runs come', () => {
    const shuffled = [...runs.slice(0, 3), ...runs.slice(3).reverse()];
    const byName = (figure: typeof runs) => {
      const [{ x, y }] = confidenceIntervals(figure).data as unknown as { x: number[]; y: string[] }[];
      return new Map(y.map((name, i) => [name, x[i]]));
    };
    for (const [name, x] of byName(shuffled)) expect(x, name).to.equal(byName(runs).get(name));
  });

  it('shows zero, also when every interval lies to one side of it', () =>
    expect(confidenceIntervals(runs).layout.xaxis).to.include({ rangemode: 'tozero', zeroline: true }));

  it('falls back on the validation set when a run was not tested', () => {
    const { layout } = confidenceIntervals(runs.map(({ test, ...run }) => run));
    expect((layout.xaxis as { title: { text: string } }).title.text).to.contain(
      'validation accuracy minus Plain’s, in points',
    );
  });

  it('refuses what it cannot compare', async () => {
    await expectLesson(() => confidenceIntervals(runs.slice(0, 3)), 'OptionError', 'two recipes');
    await expectLesson(
      () => confidenceIntervals(runs.slice(0, 5)),
      'OptionError',
      'Better with 1, 2 instead of 1, 2, 3',
    );
    await expectLesson(() => confidenceIntervals([runs[0], runs[3]]), 'ShapeError', 'run more seeds');
    const twice = [...runs.slice(0, 2), runs[0], ...runs.slice(3, 6)];
    await expectLesson(() => confidenceIntervals(twice), 'OptionError', 'one run for each seed', 'Plain with 1, 2, 1;');
    const otherTwice = [...runs.slice(0, 3), runs[3], runs[3], runs[4]];
    await expectLesson(() => confidenceIntervals(otherTwice), 'OptionError', 'Better with 1, 1, 2;');
    await expectLesson(
      () =>
        confidenceIntervals(
          runs.map(({ test, ...run }) => run),
          { on: 'test' },
        ),
      'OptionError',
      'test: true',
    );
  });
});

describe('resultsTable', () => {
  const one = (name: string, validation: number, test: number) =>
    runOf(name, 1, { accuracy: validation }, { accuracy: test, loss: 0.4123, calibrationError: 0.061 });

  it('marks the choice on the validation set, not the best test score', () => {
    const table = resultsTable([one('Plain', 0.8, 0.81), one('Chosen', 0.85, 0.83), one('Lucky', 0.84, 0.9)]);
    expect(table.split('\n')).to.deep.equal([
      '| model | validation accuracy | test accuracy | test cross-entropy | test calibration error | epochs |',
      '| :-- | --: | --: | --: | --: | --: |',
      '| Plain | 80.0 % | 81.0 % | 0.412 | 6.1 % | 3 |',
      '| **Chosen** | **85.0 %** | **83.0 %** | **0.412** | **6.1 %** | **3** |',
      '| Lucky | 84.0 % | 90.0 % | 0.412 | 6.1 % | 3 |',
    ]);
  });

  it('gives means and standard deviations over seeds', () => {
    expect(resultsTable(runs)).to.contain(
      '| Plain | 20.0 ± 2.0 % | 80.0 ± 2.0 % | 0.200 ± 0.020 | 5.0 ± 0.0 % | 3 ± 0 |',
    );
  });

  it('has no test column when nothing was tested', () => {
    const table = resultsTable([runOf('A', 1, {}), runOf('B', 1, {})]);
    expect(table).to.contain('| model | validation accuracy | validation cross-entropy |');
    expect(table).not.to.contain('test');
  });

  it('refuses to tell of nothing', () => expectLesson(() => resultsTable([]), 'OptionError'));
});

describe('figures and tables of runs', () => {
  const calledBaseline = (recipes: Recipe[]) =>
    recipes.flatMap((recipe) => [1, 2].map((seed) => ({ ...runOf('', seed, {}), recipe })));
  const takers: Record<string, (runs: Run[]) => unknown> = {
    confidenceIntervals,
    resultsTable,
    learningCurves,
    weightHistograms,
  };

  for (const [who, take] of Object.entries(takers)) {
    it(`${who} refuses to take different experiments of one name for one`, async () => {
      const rates = calledBaseline([0.001, 0.1].flatMap((learningRate) => [{ learningRate }, { learningRate, l2: 1 }]));
      await expectLesson(() => take(rates), 'OptionError', `${who}: `, 'two called baseline', 'in learningRate;');
    });

    it(`${who} takes recipes that say the same in other words for one`, () => {
      const same = [{ l2: 1 }, { l2: 1, dropout: 0, epochs: 100 }, { l2: 1 }].map((recipe, i) => ({
        ...runOf('', i + 1, {}),
        recipe,
      }));
      take([...[1, 2, 3].map((seed) => runOf('A', seed, {})), ...same]);
    });
  }
});
