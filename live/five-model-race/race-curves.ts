// validation losses of five models → a curve each.

import { html } from '../kit/dom';
import { legend, Plot } from '../kit/plot';
import { racerColors } from './race-plan';

export class RaceCurves {
  private readonly plot = new Plot('Validation loss of each model, epoch by epoch');
  readonly root = html('div', { class: 'chart' }, legend(['━', 'ink', 'validation loss (nats)']), this.plot.root);

  /** @param losses by model, then by epoch @param epochs how many there can be */
  draw(losses: readonly (readonly number[])[], epochs: number): void {
    const { plot } = this;
    const highest = Math.max(0.8, ...losses.flat());
    plot.axes({ height: 200, x: [0, epochs], y: [0, Math.ceil(highest * 5) / 5], xName: 'epoch', yName: '' });
    losses.forEach((values, i) => {
      const color = `var(--${racerColors[i]})`;
      const points = values.map((loss, k) => [k + 1, loss] as const);
      plot.line(points, { stroke: color });
      if (points.length) plot.dot(points[points.length - 1], 3, { fill: color });
    });
  }
}
