// seed → a long run, epoch by epoch from a worker; patience, minDelta → where it would have stopped, and what is kept.

import { html } from '../kit/dom';
import { defineFigure } from '../kit/figure-element';
import { epochs as all, type LongRunEpoch, type LongRunMessage } from './long-run-plan';
import { legend, Plot } from '../kit/plot';
import { replay, type Replay } from './replay';
import { formatted } from '../kit/numbers';
import { wide } from '../kit/style';
import { WeightsTable } from './weights-table';
import { WorkerFigure } from '../kit/worker-figure';

const faint = { 'stroke-opacity': 0.35 };

class EarlyStoppingFigure extends WorkerFigure<'early-stopping'> {
  static override figure = 'early-stopping' as const;
  static override style = `${WeightsTable.style}
.status { min-height: 10.5em; } @container (min-width: ${wide}px) { .status { min-height: 4.4em; } }`;
  private readonly losses = new Plot('Training and validation loss after each epoch');
  private readonly waits = new Plot('Epochs waited since the last improvement, after each epoch');
  private readonly table = new WeightsTable();
  private worker?: Worker;
  /** What the worker has reported for the seed that is set. */
  private epochs: LongRunEpoch[] = [];
  /** How many of these are drawn: one more a frame, so that one can watch. */
  private drawn = 0;
  private visible = false;

  protected build(): void {
    const curves = legend(['━', 'blue', 'training loss'], ['━', 'orange', 'validation loss'], ['━', 'line', 'would have come']); // prettier-ignore
    this.stage.append(html('div', {}, curves, this.losses.root, this.waits.root), this.table.root);
  }

  protected override onVisible(visible: boolean): void {
    this.visible = visible;
    if (visible && !this.worker) {
      this.worker = this.startWorker('early-stopping-worker');
      this.train();
    }
    this.worker?.postMessage({ open: visible });
    this.redraw();
  }

  protected override onOption(name: string): void {
    if (name === 'seed') this.train();
  }

  protected onMessage({ seed, epoch }: LongRunMessage): void {
    if (seed !== this.option('seed') || epoch.epoch !== this.epochs.length + 1) return; // of a run that was given up
    this.epochs.push(epoch);
    this.redraw();
  }

  protected override get complete(): boolean {
    return this.failed || this.drawn === all;
  }

  private train(): void {
    this.epochs = [];
    this.drawn = 0;
    this.worker?.postMessage({ seed: this.option('seed') });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.worker = undefined;
  }

  protected draw(): void {
    if (this.failed) return;
    if (this.still) this.drawn = this.epochs.length < all ? 0 : all;
    else if (this.visible) this.drawn = Math.min(this.drawn + 1, this.epochs.length);
    const epochs = this.epochs.slice(0, this.drawn);
    const [patience, minDelta] = [this.option('patience'), this.option('minDelta')];
    const result = replay(epochs.map(({ valLoss }) => valLoss!), { patience, minDelta }); // prettier-ignore
    this.drawLosses(epochs, result);
    this.drawWaits(result, patience);
    this.table.show(epochs, result, this.option('restore') === 1);
    this.say(words(epochs, result, { patience, minDelta, restore: this.option('restore') === 1 }));
    if (this.drawn < this.epochs.length && !this.still) this.redraw();
  }

  private drawLosses(epochs: LongRunEpoch[], { stopped, kept }: Replay): void {
    const end = stopped || epochs.length;
    const highest = Math.max(1, ...epochs.map(({ loss, valLoss }) => Math.max(loss, valLoss!)));
    const { losses } = this;
    losses.axes({
      height: 230,
      x: [0, all],
      y: [0, Math.ceil(highest * 4) / 4],
      xName: 'epoch',
      yName: 'cross-entropy (nats)',
      above: 36,
    });
    const top = Math.ceil(highest * 4) / 4;
    if (kept) losses.line([[kept, 0], [kept, top]], { stroke: 'var(--green)', 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }); // prettier-ignore
    if (stopped) losses.line([[stopped, 0], [stopped, top]], { stroke: 'var(--ink)', 'stroke-width': 1.5 }); // prettier-ignore
    for (const [of, color] of [
      ['loss', 'blue'],
      ['valLoss', 'orange'],
    ] as const) {
      // prettier-ignore
      const points = epochs.map((epoch) => [epoch.epoch, epoch[of]!] as const);
      losses.line(points.slice(0, end), { stroke: `var(--${color})` });
      losses.line(points.slice(end - 1), { stroke: `var(--${color})`, ...faint });
    }
    if (kept) {
      losses.dot([kept, epochs[kept - 1].valLoss!], 6, { fill: 'none', stroke: 'var(--green)', 'stroke-width': 2.5 });
      const left = kept > all / 4;
      losses.word([kept, top], `kept: epoch ${kept}`, { class: 'green', 'text-anchor': left ? 'end' : 'start' }, [left ? 4 : -4, -20]); // prettier-ignore
    }
    if (stopped) {
      const left = stopped > all / 2;
      losses.word([stopped, top], `stops after ${stopped}`, { 'text-anchor': left ? 'end' : 'start' }, [left ? 4 : -4, -5]); // prettier-ignore
    }
  }

  private drawWaits({ waits, stopped }: Replay, patience: number): void {
    const highest = Math.max(10, patience + 1, ...waits.map((wait) => wait + 1));
    const plot = this.waits;
    plot.axes({
      height: 130,
      x: [0, all],
      y: [0, highest],
      xName: 'epoch',
      yName: 'waited',
    });
    plot.line([[0, patience], [all, patience]], { stroke: 'var(--muted)', 'stroke-dasharray': '4 3', 'stroke-width': 1.5 }); // prettier-ignore
    waits.forEach((wait, i) => plot.line([[i + 1, 0], [i + 1, wait]], { stroke: i + 1 === stopped ? 'var(--ink)' : 'var(--grey)', 'stroke-width': 3 })); // prettier-ignore
    plot.word([all, patience], `patience ${patience}`, { class: 'muted', 'text-anchor': 'end' }, [-2, -4]);
  }
}

function words(
  epochs: LongRunEpoch[],
  { stopped, kept }: Replay,
  { patience, minDelta, restore }: { patience: number; minDelta: number; restore: boolean },
): string {
  if (epochs.length < all && !stopped) return 'Training in your browser.';
  const end = stopped || all;
  const by = minDelta > 0 ? ` by more than ${formatted(minDelta, 0.001)}` : '';
  const why = stopped
    ? `Stops after epoch ${stopped}: the validation loss has not improved${by} for ${end - kept} ${end - kept === 1 ? 'epoch' : 'epochs'}.`
    : `Never waits ${patience} epochs: all ${all} are trained.`;
  const given = restore ? kept : end;
  const percent = (epoch: number) => `${(100 * epochs[epoch - 1].fresh.accuracy).toFixed(1)} %`;
  return (
    `${why} Lowest loss that counts: epoch ${kept}. With restoreBestWeights ${restore ? 'on' : 'off'} you are given the weights of epoch ${given}, ` +
    `right on ${percent(given)} of fresh examples` +
    (end === kept ? '.' : `; those of epoch ${restore ? end : kept} are right on ${percent(restore ? end : kept)}.`)
  );
}

defineFigure(EarlyStoppingFigure);
