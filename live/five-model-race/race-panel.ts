// a model → its panel: its name, a canvas that its worker paints, and its state in words.

import { html } from '../kit/dom';
import type { RaceOrder } from './race-messages';

/** One panel; its canvas belongs to the worker after `giveCanvas`. */
export class RacePanel {
  static readonly style = `
.race { display: grid; gap: 12px; grid-template-columns: repeat(2, minmax(0, 1fr)); }
.race figure { margin: 0; } .race figcaption { font-size: 13px; line-height: 1.35; min-height: 2.7em; }
.race canvas { display: block; width: 100%; aspect-ratio: 5 / 4; border: 1px solid var(--line); border-radius: 4px; }
.race b { font-weight: 600; } .where { color: var(--muted); font-size: 12px; font-variant-numeric: tabular-nums; }
.chart { grid-column: 1 / -1; } .note { margin: 0 0 4px; font-size: 13px; color: var(--muted); }
@container (min-width: 560px) {
  .race { grid-template-columns: repeat(3, minmax(0, 1fr)); } .chart { grid-column: auto; }
  .race .note { order: 1; grid-column: 1 / -1; }
}`;

  private canvas: HTMLCanvasElement;
  private given = false;
  private readonly where = html('span', { class: 'where' }, 'waiting');
  private size: readonly [number, number] = [0, 0];
  readonly root: HTMLElement;

  constructor(
    readonly model: number,
    readonly name: string,
    color: string,
  ) {
    const mark = html('span', { style: `color: var(--${color})`, 'aria-hidden': 'true' }, '━ ');
    this.canvas = this.freshCanvas();
    this.root = html(
      'figure',
      {},
      this.canvas,
      html('figcaption', {}, html('b', {}, mark, name), html('br'), this.where),
    );
  }

  /** Gives a new canvas to a worker: one that was given away cannot be taken back. */
  giveCanvas(worker: Worker): void {
    if (this.given) {
      const fresh = this.freshCanvas();
      this.canvas.replaceWith(fresh);
      this.canvas = fresh;
    }
    this.given = true;
    const canvas = this.canvas.transferControlToOffscreen();
    this.size = [0, 0];
    worker.postMessage({ canvas, model: this.model } satisfies RaceOrder, [canvas]);
    this.fit(worker);
  }

  /** Tells the worker how many pixels there are, when that has changed. */
  fit(worker: Worker): void {
    const scale = Math.min(devicePixelRatio, 2);
    const size = [this.canvas.clientWidth, this.canvas.clientHeight].map((n) => Math.round(n * scale));
    if (size[0] === 0 || (size[0] === this.size[0] && size[1] === this.size[1])) return;
    this.size = [size[0], size[1]];
    worker.postMessage({ size: this.size, scale, model: this.model } satisfies RaceOrder);
  }

  set state(text: string) {
    this.where.textContent = text;
    this.canvas.setAttribute('aria-label', `Decision boundary of ${this.name}, ${text}`);
  }

  private freshCanvas(): HTMLCanvasElement {
    return html('canvas', { role: 'img', 'aria-label': `Decision boundary of ${this.name}` });
  }
}
