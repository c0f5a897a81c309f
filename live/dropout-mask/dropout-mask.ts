// rate, seed, number of masks → left, the network that the last mask leaves; right, the mean over all masks so far.

import { html } from '../kit/dom';
import { defineFigure, FigureElement } from '../kit/figure-element';
import { h, Masks } from './masked-network';
import { NetworkPicture } from './network-picture';
import { legend, Plot } from '../kit/plot';
import { wide } from '../kit/style';

const most = 1000;
/** Milliseconds for which a mask is shown while masks run by: nothing flickers. */
const shown = 500;

class DropoutMask extends FigureElement<'dropout-mask'> {
  static override figure = 'dropout-mask' as const;
  static override style = `${NetworkPicture.style}
.buttons { display: flex; gap: 8px; align-items: center; }
.status { min-height: 5.8em; } @container (min-width: ${wide}px) { .status { min-height: 4.4em; } }
@container (min-width: 700px) { .status { min-height: 2.9em; } }`;

  private masks = new Masks(0.5, 1);
  private readonly network = new NetworkPicture();
  private readonly chart = new Plot(
    'For each of the five units: its activation, and the two means over all masks so far.',
  );
  private readonly cells = ['h', 'inverted', 'plain'].map(() => h.map(() => html('td')));
  private readonly next = html('button', { type: 'button' }, 'Next mask');
  private readonly play = html('button', { type: 'button' });
  private playing = false;
  private visible = false;
  private drawnAt = -Infinity;

  protected build(): void {
    const names = [['h'], ['h′', 'blue'], ['not divided', 'orange']];
    const rows = names.map(([name, color = ''], i) => html('tr', {}, html('th', { scope: 'row', class: color }, name), ...this.cells[i])); // prettier-ignore
    const head = html('tr', {}, ...['unit', 1, 2, 3, 4, 5].map((name) => html('th', { scope: 'col' }, String(name))));
    this.stage.append(
      html('div', {}, html('p', { class: 'caption' }, 'The network that this mask leaves'), this.network.root),
      html(
        'div',
        {},
        html('p', { class: 'caption' }, 'The mean over all masks so far'),
        legend(['▬', 'ink', 'h'], ['●', 'blue', 'h′, divided by 1 − rate'], ['●', 'orange', 'not divided']),
        this.chart.root,
        html('div', { class: 'table' }, html('table', {}, head, ...rows)),
      ),
    );
    this.next.addEventListener('click', () => this.setOption('masks', (this.option('masks') % most) + 1));
    this.play.addEventListener('click', () => this.setPlaying(!this.playing));
    this.controls.append(html('div', { class: 'buttons' }, this.next, this.play));
    this.setPlaying(false);
  }

  protected override onVisible(visible: boolean): void {
    this.visible = visible;
    if (visible && this.playing) this.advance();
  }

  private setPlaying(playing: boolean): void {
    this.playing = playing;
    this.play.textContent = playing ? 'Pause' : 'Play';
    if (playing && this.option('masks') === most) this.setOption('masks', 1);
    if (playing) this.advance();
    else this.redraw();
  }

  /** Adds masks while it plays: some in each frame, or many once a second for those who want no motion. */
  private advance(): void {
    if (!this.playing || !this.visible || !this.isConnected) return;
    const masks = Math.min(most, this.option('masks') + (this.still ? 60 : 2));
    this.setOption('masks', masks);
    if (masks === most) this.setPlaying(false);
    else if (this.still) setTimeout(() => this.advance(), 1000);
    else requestAnimationFrame(() => this.advance());
  }

  protected draw(): void {
    const [rate, seed, count] = [this.option('rate'), this.option('seed'), this.option('masks')];
    if (rate !== this.masks.rate || seed !== this.masks.seed) this.masks = new Masks(rate, seed);
    const now = performance.now();
    if (!this.playing || now - this.drawnAt >= shown) {
      this.network.draw(this.masks.at(count));
      this.drawnAt = now;
    }
    const { inverted, plain } = this.masks.means(count);
    this.drawMeans(inverted, plain);
    [h, inverted, plain].forEach((values, row) => {
      values.forEach((value, i) => (this.cells[row][i].textContent = row === 0 ? String(value) : value.toFixed(2)));
    });
    this.say(this.words(count, rate, inverted, plain));
  }

  private drawMeans(inverted: number[], plain: number[]): void {
    const { chart } = this;
    const top = Math.max(0.7, 1.1 * Math.max(...inverted));
    chart.axes({
      height: 240,
      x: [0.4, 5.6],
      y: [-0.05 * top, top], // room for dots at 0
      xName: 'unit',
      xTicks: h.map((_, i) => i + 1),
      yName: 'activation',
    });
    h.forEach((value, i) => {
      chart.line([[i + 1, 0], [i + 1, value]], { stroke: 'var(--line)', 'stroke-width': 14 }); // prettier-ignore
      chart.line([[i + 1 - 0.3, value], [i + 1 + 0.3, value]], { stroke: 'var(--ink)', 'stroke-width': 2 }); // prettier-ignore
      chart.dot([i + 1, plain[i]], 5, { fill: 'var(--orange)' });
      chart.dot([i + 1, inverted[i]], 5, { fill: 'var(--blue)' });
    });
  }

  private words(count: number, rate: number, inverted: number[], plain: number[]): string {
    const first = this.masks.at(count).first.map((value) => String(Number(value.toFixed(3))));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const percent = (values: number[]) => `${Math.round((100 * sum(values)) / sum(h))} %`;
    const masks = `${count} mask${count === 1 ? '' : 's'}`;
    return `Mask ${count} makes h′ = (${first.join(', ')}). Over ${masks} the mean of h′ is ${percent(inverted)} of h; masks that do not divide by ${Number((1 - rate).toFixed(2))} leave ${percent(plain)}.`;
  }
}

defineFigure(DropoutMask);
