// seed, noise, epochs → five models that train side by side in workers, and what is known after some seeds.

import { html } from '../kit/dom';
import { defineFigure } from '../kit/figure-element';
import { RaceCurves } from './race-curves';
import { RacePanel } from './race-panel';
import type { RaceReport } from './race-messages';
import { fiveModels } from '../../src/course/five-models';
import { racerColors, type Finish, type RaceOptions } from './race-plan';
import { RaceTable } from './race-table';
import { RaceWorkers } from './race-workers';
import { linkWith, optionsIn } from './share-link';
import { wide } from '../kit/style';
import { summary, type PairedInterval, type Result } from './race-standings';
import { WorkerFigure } from '../kit/worker-figure';

/**
 * The states of the figure: *waiting* until it comes into view (no `runners`), *running*, *paused* (`paused`), *finished* (every model has
 * a finish) and *failed* (no workers: the picture inside the tag comes back). A changed option starts a new race, with the next number.
 */
class FiveModelRace extends WorkerFigure<'five-model-race'> {
  static override figure = 'five-model-race' as const;
  static override style = `${RacePanel.style}${RaceTable.style}
.inside > .stage { display: contents; } .buttons { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin-top: 12px; }
.buttons button { min-height: 32px; } .buttons label { display: flex; gap: 6px; align-items: center; }
.status { min-height: 10em; }
@container (min-width: ${wide}px) { .status { min-height: 4.4em; } }`;
  private readonly panels = fiveModels.map(({ name }, i) => new RacePanel(i, name, racerColors[i]));
  private readonly curves = new RaceCurves();
  private readonly table = new RaceTable();
  private readonly go = html('button', { type: 'button' }, 'Start');
  private readonly next = html('button', { type: 'button' }, 'Next seed');
  private readonly link = html('button', { type: 'button' }, 'Copy link');
  private readonly keepGoing = html('input', { type: 'checkbox' });
  private runners?: RaceWorkers;
  private race = 0;
  /** The last race whose result was said. */
  private reported = -1;
  /** The options of the race that is running, or that ran last: sliders may have moved since. */
  private running!: RaceOptions;
  private losses: number[][] = fiveModels.map(() => []);
  private finishes: (Finish | undefined)[] = fiveModels.map(() => undefined);
  private readonly results = new Map<string, Map<number, Result>>(); // by noise and epochs, then by seed
  private visible = false;
  private paused = false;
  private interval?: PairedInterval;
  private nextStart?: ReturnType<typeof setTimeout>;

  /** For each seed that was run with this noise and these epochs, the finishes of the five models. */
  get resultsSoFar(): ReadonlyMap<number, Result> {
    return this.results.get(this.setting) ?? new Map();
  }

  /** How often a panel has been painted. */
  get paintings(): number {
    return this.runners?.paintings ?? 0;
  }

  private get setting(): string {
    return `${this.running.noise} ${this.running.epochs}`;
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
    clearTimeout(this.nextStart);
    this.runners = undefined;
  }

  private get chosen(): RaceOptions {
    return { seed: this.option('seed'), noise: this.option('noise'), epochs: this.option('epochs') };
  }

  protected build(): void {
    this.running = this.chosen;
    const note = 'Line: where a model changes its mind. Shade: how sure it is. Percent: right on validation.';
    const panels = html('div', { class: 'race' }, ...this.panels.map(({ root }) => root), html('p', { class: 'note' }, note), this.curves.root); // prettier-ignore
    const keep = html('label', {}, this.keepGoing, 'seed after seed');
    const buttons = html('div', { class: 'buttons' }, this.go, this.next, keep, ...(inJupyter() ? [] : [this.link]));
    this.stage.append(html('div', {}, panels, buttons), this.table.root);
    this.go.addEventListener('click', () => this.pressGo());
    this.next.addEventListener('click', () => this.runNext());
    this.link.addEventListener('click', () => void this.copyLink());
  }

  protected override onVisible(visible: boolean): void {
    this.visible = visible;
    if (visible && !this.runners && !this.failed) this.begin();
    this.updateWorkers();
  }

  protected override onOption(): void {
    clearTimeout(this.nextStart);
    this.nextStart = setTimeout(() => this.start(), 300); // not at every place that a slider passes
  }

  private begin(): void {
    if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) {
      this.fail('this browser cannot draw in a Web Worker');
      return;
    }
    const workers: Worker[] = [];
    while (workers.length < Math.min(fiveModels.length, navigator.hardwareConcurrency || 2)) {
      const worker = this.startWorker('five-model-race-worker');
      if (!worker) return;
      workers.push(worker);
    }
    this.runners = new RaceWorkers(workers, this.panels);
    this.start();
  }

  private updateWorkers(): void {
    this.runners?.send({ open: this.visible && !this.paused });
    this.go.textContent = this.finished ? 'Again' : this.paused ? 'Go on' : 'Pause';
  }

  private start(): void {
    if (!this.runners) return;
    clearTimeout(this.nextStart);
    this.paused = false;
    this.race++;
    this.losses = fiveModels.map(() => []);
    this.finishes = fiveModels.map(() => undefined);
    const options = (this.running = this.chosen);
    this.runners.start(this.race, options, this.still);
    for (const panel of this.panels) panel.state = 'starts';
    this.updateWorkers();
    this.say(`Five models train in your browser, with seed ${options.seed}.`);
    this.redraw();
  }

  private pressGo(): void {
    if (this.finished) return this.start();
    this.paused = !this.paused;
    this.updateWorkers();
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
    this.runners?.count(report);
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
    const early = finish.epochs < this.running.epochs ? 'stop at' : 'epoch';
    this.panels[model].state = `${early} ${finish.epochs} · ${(100 * finish.validation.accuracy).toFixed(1)} %`;
    if (!this.finished) return;
    const results = this.results.get(this.setting) ?? new Map<number, Result>();
    this.results.set(this.setting, results.set(this.running.seed, this.finishes as Result));
    this.updateWorkers();
    const { race, finishes } = this;
    this.interval = (await import('../../src/metrics/confidence-interval')).pairedInterval;
    if (race !== this.race) return; // the reader was faster
    this.reported = race;
    this.say(summary(this.running.seed, finishes as Result, Array.from(results.values()), this.interval));
    this.redraw();
    if (this.keepGoing.checked) this.nextStart = setTimeout(() => this.runNext(), 1500);
  }

  protected draw(): void {
    if (this.failed) return;
    this.runners?.show(this.theme, this.colors);
    this.table.show(this.running.seed, this.finishes, Array.from(this.resultsSoFar.values()), this.interval);
    this.curves.draw(this.losses, this.running.epochs);
  }
}

function inJupyter(): boolean {
  return document.body.dataset.jpThemeLight !== undefined;
}

defineFigure(FiveModelRace);
