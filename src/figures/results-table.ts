// runs → a table in Markdown, the chosen recipe in bold

import { mean } from '../metrics/mean';
import { requireRuns } from '../experiments/check-runs';
import type { Run, Scores } from '../experiments/run';
import { percent, three } from './format';
import { defaultPart, scoresByRecipe } from './scores';
import { alignedTable } from './table';

/**
 * How each recipe did, as a Markdown table for `show`. The choice is made on the validation set: the recipe with the best
 * validation accuracy (the first of equal ones) is bold. The test columns only report what that choice is worth. With
 * several seeds, numbers are means ± standard deviations.
 *
 * @throws OptionError when there is no run, or recipes that differ share a name
 *
 * @example `show(resultsTable(runs))`
 */
export function resultsTable(runs: readonly Run[]): string {
  requireRuns(runs, 'resultsTable');
  const on = defaultPart(runs);
  const validation = scoresByRecipe(runs, 'validation', 'resultsTable');
  const reported = scoresByRecipe(runs, on, 'resultsTable');
  const means = validation.map(({ scores }) => mean(scores.map(({ accuracy }) => accuracy)));
  const best = means.indexOf(Math.max(...means));

  const column = (scores: readonly Scores[], metric: keyof Scores) => {
    const form = metric === 'loss' ? three : percent;
    return withSpread(
      scores.map((score) => score[metric]),
      form,
    );
  };
  const head = [
    'model',
    'validation accuracy',
    ...(on === 'test' ? ['test accuracy'] : []),
    `${on} cross-entropy`,
    `${on} calibration error`,
    'epochs',
  ];
  const rows = validation.map(({ name, scores, runs: members }, i) => {
    const cells = [
      name,
      column(scores, 'accuracy'),
      ...(on === 'test' ? [column(reported[i].scores, 'accuracy')] : []),
      column(reported[i].scores, 'loss'),
      column(reported[i].scores, 'calibrationError'),
      withSpread(
        members.map(({ history }) => history.epochs.length),
        (epochs) => `${Math.round(epochs)}`,
      ),
    ];
    return i === best && validation.length > 1 ? cells.map((cell) => `**${cell}**`) : cells;
  });
  const alignment = head.map((_, i) => (i === 0 ? ':--' : '--:'));
  return alignedTable(head, alignment, rows);
}

function withSpread(values: readonly number[], form: (value: number) => string): string {
  const middle = mean(values);
  if (values.length === 1) return form(middle);
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0) / (values.length - 1),
  );
  return `${form(middle).replace(' %', '')} ± ${form(spread)}`;
}
