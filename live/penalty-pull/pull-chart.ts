// w, λ, g → the gradients of L1 and L2 against the weight, which can be dragged.

import { html } from '../kit/dom';
import { pulls } from './penalty-step';
import { legend, Plot } from '../kit/plot';

const [from, to] = [-4, 4];

/** Gradient of each penalty over all weights; they cross where |w| is ½. */
export class PullChart {
  static readonly style = '.drag { cursor: ew-resize; touch-action: pan-y; }';

  private readonly plot = new Plot(
    'The gradient of L1 is λ on the right of zero and −λ on the left, that of L2 a line of slope 2λ; they cross where the weight is one half.',
  );

  readonly parts = [
    html('p', { class: 'caption' }, 'How the penalty pulls at a weight'),
    legend(['●', 'blue', 'L1: λ sign(w)'], ['●', 'orange', 'L2: 2λw'], ['┄', 'green', '−g: equal forces']),
    this.plot.root,
  ];

  /** @param drag called with the weight to which the reader has dragged */
  constructor(drag: (weight: number) => void) {
    const { root } = this.plot;
    root.classList.add('drag');
    root.addEventListener('pointerdown', (event) => {
      root.setPointerCapture(event.pointerId);
      drag(this.plot.valueAt(event.clientX));
    });
    root.addEventListener('pointermove', (event) => {
      if (root.hasPointerCapture(event.pointerId)) drag(this.plot.valueAt(event.clientX));
    });
  }

  draw(weight: number, lambda: number, gradient: number): void {
    const { plot } = this;
    const [lasso, ridge] = pulls(weight, lambda);
    const top = Math.max(1.1, 1.15 * Math.abs(ridge));
    const bottom = -top;
    plot.axes({
      height: 240,
      x: [from, to],
      y: [bottom, top],
      xName: 'weight w',
      yName: 'gradient of the penalty',
    });
    plot.line([[from, 0], [to, 0]], { stroke: 'var(--muted)', 'stroke-width': 1 }); // prettier-ignore
    for (const half of [-0.5, 0.5])
      plot.line([[half, bottom], [half, top]], { stroke: 'var(--muted)', 'stroke-width': 1, 'stroke-dasharray': '2 3' }); // prettier-ignore
    plot.line([[from, -gradient], [to, -gradient]], { stroke: 'var(--green)', 'stroke-width': 1.5, 'stroke-dasharray': '6 4' }); // prettier-ignore
    plot.line([[weight, bottom], [weight, top]], { stroke: 'var(--ink)', 'stroke-width': 1.5 }); // prettier-ignore
    const ends = [from, -1e-9, 1e-9, to].map((w) => [w, ...pulls(w, lambda)] as const);
    plot.line(ends.map(([w, pull]) => [w, pull]), { stroke: 'var(--blue)', 'stroke-width': 2.5 }); // prettier-ignore
    plot.line(ends.map(([w, , pull]) => [w, pull]), { stroke: 'var(--orange)', 'stroke-width': 2.5 }); // prettier-ignore
    plot.dot([weight, ridge], 5, { fill: 'var(--orange)' });
    plot.dot([weight, lasso], 5, { fill: 'var(--blue)' });
    plot.word([0.5, bottom], '½', { class: 'muted' }, [4, -6]);
    plot.word([-0.5, bottom], '−½', { class: 'muted', 'text-anchor': 'end' }, [-3, -6]);
  }
}
