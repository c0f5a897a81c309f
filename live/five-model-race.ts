// seed, noise, epochs → five models that train side by side in workers, and what is known after some seeds.

import { classPalette } from '../src/figures/style';
import { html } from './dom';
import { defineFigure } from './element';
import { legend, Plot } from './plot';
import { RacePanel } from './race-panel';
import type { RaceOrder, RaceReport } from './race-messages';
import { racerColors, racers, type Finish, type RaceOptions } from './race-plan';
import { RaceTable } from './race-table';
import { linkWith, optionsIn } from './share-link';
import { wide } from './style';
import type { Theme } from './theme';
import { summary, type PairedInterval, type Result } from './tally';
import { WorkerFigure } from './worker-figure';

class FiveModelRace extends WorkerFigure<'five-model-race'> {
  static override figure = 'five-model-race' as const;
  static override style = `${RacePanel.style}${RaceTable.style}
.inside > .stage { display: contents; } .buttons { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin-top: 12px; }
.buttons button { min-height: 32px; } .buttons label { display: flex; gap: 6px; align-items: center; }
.status { min-height: 10em; }
@container (min-width: ${wide}px) { .status { min-height: 4.4em; } }`;
  private readonly panels = racers.map(({ name }, i) => new RacePanel(i, name, racerColors[i]));
  private readonly curves = new Plot('Validation loss of each model, epoch by epoch');
  private readonly table = new RaceTable();
  private readonly go = html('button', { type: 'button' }, 'Start');
  private readonly next = html('button', { type: 'button' }, 'Next seed');
  private readonly link = html('button', { type: 'button' }, 'Copy link');
  private readonly onAndOn = html('input', { type: 'checkbox' });
  private team: Worker[] = [];
  private race = 0;
  /** The last race whose result was said. */
  private reported = -1;
  /** What the race was told that runs now, or ran last: sliders may have moved since. */
  private told!: RaceOptions;
  private losses: number[][] = racers.map(() => []);
  private finishes: (Finish | undefined)[] = racers.map(() => undefined);
  private readonly results = new Map<string, Map<number, Result>>(); // by noise and epochs, then by seed
  private themeTold?: Theme; // what the workers know
  private readonly painted = new Map<number, number>(); // paintings by worker
  private visible = false;
  private paused = false;
  private interval?: PairedInterval;
  private soon?: ReturnType<typeof setTimeout>;

  /** For each seed that was run with this noise and these epochs, the finishes of the five models. */
  get resultsSoFar(): ReadonlyMap<number, Result> {
    return this.results.get(this.setting) ?? new Map();
  }

  /** How often a panel has been painted. */
  get paintings(): number {
    return Array.from(this.painted.values()).reduce((sum, count) => sum + count, 0);
  }

  private get setting(): string {
    return `${this.told.noise} ${this.told.epochs}`;
  }

  private get finished(): boolean {
    return this.finishes.every((finish) => finish !== undefined);
  }

  protected override get complete(): boolean {
    return this.failed || this.reported === this.race;
  }

  override connectedCallback(): void {
    if (!this.shadowRoot && !inJupyter()) {
      for (const [name, value] of Object.entries(optionsIn(location.href, 'race'))) this.setAttribute(name, String(value)); // prettier-ignore
    }
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.soon);
    this.team = [];
  }

  private get chosen(): RaceOptions {
    return { seed: this.option('seed'), noise: this.option('noise'), epochs: this.option('epochs') };
  }

  protected build(): void {
    this.told = this.chosen;
    const chart = html('div', { class: 'chart' }, legend(['━', 'ink', 'validation loss (nats)']), this.curves.root);
    const note = 'Line: where a model changes its mind. Shade: how sure it is. Percent: right on validation.';
    const panels = html('div', { class: 'race' }, ...this.panels.map(({ root }) => root), html('p', { class: 'note' }, note), chart); // prettier-ignore
    const keep = html('label', {}, this.onAndOn, 'seed after seed');
    const buttons = html('div', { class: 'buttons' }, this.go, this.next, keep, ...(inJupyter() ? [] : [this.link]));
    this.stage.append(html('div', {}, panels, buttons), this.table.root);
    this.go.addEventListener('click', () => this.pressGo());
    this.next.addEventListener('click', () => this.runNext());
    this.link.addEventListener('click', () => void this.copyLink());
  }

  protected override onVisible(visible: boolean): void {
    this.visible = visible;
    if (visible && !this.team.length && !this.failed) this.begin();
    this.tellWorkers();
  }

  protected override onOption(): void {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.start(), 300); // not at every place that a slider passes
  }

  private begin(): void {
    if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) {
      this.fail('this browser cannot draw in a Web Worker');
      return;
    }
    for (let i = Math.min(racers.length, navigator.hardwareConcurrency || 2); i > 0; i--) {
      const worker = this.startWorker('five-model-race-worker');
      if (!worker) return;
      this.team.push(worker);
    }
    this.themeTold = undefined;
    for (const panel of this.panels) panel.hand(this.workerOf(panel.model));
    this.start();
  }

  private workerOf(model: number): Worker {
    return this.team[model % this.team.length];
  }

  private tell(order: RaceOrder): void {
    for (const worker of this.team) worker.postMessage(order);
  }

  private tellWorkers(): void {
    this.tell({ open: this.visible && !this.paused });
    this.go.textContent = this.finished ? 'Again' : this.paused ? 'Go on' : 'Pause';
  }

  private start(): void {
    if (!this.team.length) return;
    clearTimeout(this.soon);
    this.paused = false;
    this.race++;
    this.losses = racers.map(() => []);
    this.finishes = racers.map(() => undefined);
    const options = (this.told = this.chosen);
    this.team.forEach((worker, k) => {
      const models = racers.map((_, i) => i).filter((i) => i % this.team.length === k);
      worker.postMessage({ race: this.race, options, models, still: this.still } satisfies RaceOrder);
    });
    for (const panel of this.panels) panel.state = 'starts';
    this.tellWorkers();
    this.say(`Five models train in your browser, with seed ${options.seed}.`);
    this.redraw();
  }

  private pressGo(): void {
    if (this.finished) return this.start();
    this.paused = !this.paused;
    this.tellWorkers();
    this.say(this.paused ? 'Paused.' : 'Training goes on.');
  }

  private runNext(): void {
    this.setOption('seed', this.option('seed') + 1);
    this.start();
  }

  private async copyLink(): Promise<void> {
    const link = linkWith(location.href, 'race', { ...this.chosen }, this.id);
    try {
      await navigator.clipboard.writeText(link);
      this.say('The link is copied: it opens this page with this seed, noise and number of epochs.');
    } catch {
      this.say(`The link: ${link}`); // where pages may not write to the clipboard
    }
  }

  protected onMessage(report: RaceReport): void {
    if (report.race !== this.race) return;
    const { model } = report;
    this.painted.set(model % this.team.length, report.painted);
    if ('failed' in report) return this.fail(`training ended with: ${report.failed}`);
    if ('finish' in report) void this.end(model, report.finish);
    else {
      this.losses[model].push(report.valLoss);
      this.panels[model].state = `epoch ${report.epoch} · ${(100 * report.valAccuracy).toFixed(1)} %`;
    }
    this.redraw();
  }

  private async end(model: number, finish: Finish): Promise<void> {
    this.finishes[model] = finish;
    const early = finish.epochs < this.told.epochs ? 'stop at' : 'epoch';
    this.panels[model].state = `${early} ${finish.epochs} · ${(100 * finish.validation.accuracy).toFixed(1)} %`;
    if (!this.finished) return;
    const results = this.results.get(this.setting) ?? new Map<number, Result>();
    this.results.set(this.setting, results.set(this.told.seed, this.finishes as Result));
    this.tellWorkers();
    const { race, finishes } = this;
    this.interval = (await import('../src/metrics/confidence-interval')).pairedInterval;
    if (race !== this.race) return; // the reader was faster
    this.reported = race;
    this.say(summary(this.told.seed, finishes as Result, Array.from(results.values()), this.interval));
    this.redraw();
    if (this.onAndOn.checked) this.soon = setTimeout(() => this.runNext(), 1500);
  }

  protected draw(): void {
    if (this.failed) return;
    if (this.team.length) for (const panel of this.panels) panel.fit(this.workerOf(panel.model));
    if (this.team.length && this.themeTold !== this.theme) {
      this.themeTold = this.theme;
      const { ink, paper } = this.colors;
      this.tell({ colors: { ink, paper, classes: [classPalette[0], classPalette[1]] } });
    }
    this.table.show(this.told.seed, this.finishes, Array.from(this.resultsSoFar.values()), this.interval);
    const highest = Math.max(0.8, ...this.losses.flat());
    const { curves } = this;
    curves.axes({
      height: 200,
      x: [0, this.told.epochs],
      y: [0, Math.ceil(highest * 5) / 5],
      xName: 'epoch',
      yName: '',
    });
    this.losses.forEach((losses, i) => {
      const color = `var(--${racerColors[i]})`;
      const points = losses.map((loss, k) => [k + 1, loss] as const);
      curves.line(points, { stroke: color });
      if (points.length) curves.dot(points[points.length - 1], 3, { fill: color });
    });
  }
}

function inJupyter(): boolean {
  return document.body.dataset.jpThemeLight !== undefined;
}

defineFigure(FiveModelRace);
