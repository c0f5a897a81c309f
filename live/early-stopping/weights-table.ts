// the kept epoch, the last one, the end of the whole run → how good the weights of each are, and which of them one is given.

import { html } from '../kit/dom';
import { epochs as all, examples, type LongRunEpoch } from './long-run-plan';
import type { Replay } from './replay';

const names = ['best epoch', 'last epoch', 'no stopping'];
const columns = ['epoch', 'loss', 'accuracy'];

/** Three rows of numbers; `show` marks the row whose weights early stopping gives. */
export class WeightsTable {
  static readonly style = `
thead th { vertical-align: bottom; color: var(--muted); }
tbody th::before { content: '▸ '; color: var(--green); visibility: hidden; }
.given th, .given td { font-weight: 700; } .given th::before { visibility: visible; }
.note { margin: 8px 0 0; font-size: 13px; color: var(--muted); }`;

  private readonly rows = names.map((name) => {
    const cells = columns.map(() => html('td', {}, '–'));
    return { row: html('tr', {}, html('th', { scope: 'row' }, name), ...cells), cells };
  });

  readonly root = html(
    'div',
    {},
    html('p', { class: 'caption' }, 'Which weights are you given (▸), and how good are they on fresh examples?'),
    html(
      'div',
      { class: 'table' },
      html(
        'table',
        {},
        html('thead', {}, html('tr', {}, ...['weights of', ...columns].map((name) => html('th', { scope: 'col' }, name)))), // prettier-ignore
        html('tbody', {}, ...this.rows.map(({ row }) => row)),
      ),
    ),
    html(
      'p',
      { class: 'note' },
      `A network with dropout on ${examples.train} examples of two moons with 18 columns of noise. ` +
        `Early stopping looks at ${examples.validation} validation examples; the ${examples.fresh.toLocaleString('en')} fresh ones decide nothing.`,
    ),
  );

  show(epochs: readonly LongRunEpoch[], { stopped, kept }: Replay, restore: boolean): void {
    const last = stopped || epochs.length;
    const done = epochs.length === all;
    const shown = [kept, last, done ? all : 0];
    this.rows.forEach(({ row, cells }, i) => {
      const epoch = epochs[shown[i] - 1];
      const texts = epoch
        ? [String(epoch.epoch), epoch.fresh.loss.toFixed(3), `${(100 * epoch.fresh.accuracy).toFixed(1)} %`] // prettier-ignore
        : ['–', '–', '–'];
      cells.forEach((cell, k) => (cell.textContent = texts[k]));
      row.className = (stopped || done) && i === (restore ? 0 : 1) ? 'given' : '';
    });
  }
}
