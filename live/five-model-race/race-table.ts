// finishes of a seed, standings over seeds → a table.

import { html } from '../kit/dom';
import { fiveModels } from '../../src/course/five-models';
import { type Finish } from './race-plan';
import { choice, standings, written, type PairedInterval, type Result } from './race-standings';

const columns = ['validation', 'test', 'points over baseline [95 %]', 'chosen'];

/** One row a model: this seed, then all seeds so far. */
export class RaceTable {
  static readonly style = `
.results thead th { vertical-align: bottom; color: var(--muted); white-space: normal; min-width: 4.2em; }
.results thead th:nth-child(4) { min-width: 10.5em; }
@container (max-width: 420px) { .results :is(th, td):nth-child(2) { display: none; } } /* it stands below the panels too */
.results tbody th::before { content: '▸ '; color: var(--green); visibility: hidden; }
.results .best th, .results .best td:nth-child(-n + 3) { font-weight: 700; } .results .best th::before { visibility: visible; }
`;

  private readonly seeds = html('p', { class: 'note' }, '');
  private readonly rows = fiveModels.map(({ name }) => {
    const cells = columns.map(() => html('td', {}, '–'));
    return { row: html('tr', {}, html('th', { scope: 'row' }, name), ...cells), cells };
  });

  readonly root = html(
    'div',
    {},
    this.seeds,
    html(
      'div',
      { class: 'table results', role: 'region', 'aria-label': 'Accuracies', tabindex: 0 },
      html(
        'table',
        {},
        html('thead', {}, html('tr', {}, ...['model', ...columns].map((name) => html('th', { scope: 'col' }, name)))),
        html('tbody', {}, ...this.rows.map(({ row }) => row)),
      ),
    ),
  );

  show(
    seed: number,
    finishes: readonly (Finish | undefined)[],
    results: readonly Result[],
    interval?: PairedInterval,
  ): void {
    const complete = finishes.every((finish) => finish !== undefined) ? (finishes as Result) : undefined;
    const over = standings(results, interval);
    this.seeds.textContent = `Accuracy with seed ${seed}; on the right, all seeds that were run here with these settings: ${results.length}. Validation chooses (▸), then the test set is opened.`;
    this.rows.forEach(({ row, cells }, i) => {
      const finish = finishes[i];
      const { gain, chosen } = over[i];
      const texts = [
        finish ? `${(100 * finish.validation.accuracy).toFixed(1)} %` : '–',
        complete ? `${(100 * complete[i].test.accuracy).toFixed(1)} %` : '–', // opened when all have been chosen from
        gain ? written(gain) : '–',
        results.length ? `${chosen}×` : '–',
      ];
      cells.forEach((cell, k) => (cell.textContent = texts[k]));
      row.className = complete && choice(complete) === i ? 'best' : '';
    });
  }
}
