// λ → contours of a data loss over two weights, and where each penalty brings them to rest: on its diamond, on its circle.

import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import { html, widthOf } from '../kit/dom';
import type { Point } from '../kit/numbers';
import { bowl, contour, dataLoss, restingPlace } from './penalty-step';
import { Plot } from '../kit/plot';

const levels = [0.02, 0.08, 0.18, 0.32, 0.5, 0.72].map((loss) => contour(loss));
const strengths = Array.from({ length: 51 }, (_, i) => i / 100);

/** The resting places for each λ from 0 to 0.5: the way that the weights take. */
const ways = {
  l1: strengths.map((lambda) => restingPlace(l1(lambda))),
  l2: strengths.map((lambda) => restingPlace(l2(lambda))),
};

export class RestingPlaces {
  private readonly plot = new Plot(
    'Contours of the data loss over two weights. They rest where the diamond of L1 and the circle of L2 touch a contour.',
  );
  private readonly cells = [0, 1, 2].map(() => ['w₁', 'w₂', 'loss'].map(() => html('td')));

  readonly parts = [
    html('p', { class: 'caption' }, 'Where two weights come to rest'),
    this.plot.root,
    html(
      'div',
      { class: 'table' },
      html(
        'table',
        {},
        html('tr', {}, ...['at rest', 'w₁', 'w₂', 'data loss'].map((name) => html('th', { scope: 'col' }, name))),
        ...[['no penalty'], ['L1: diamond', 'blue'], ['L2: circle', 'orange']].map(([name, color = ''], i) =>
          html('tr', {}, html('th', { scope: 'row', class: color }, name), ...this.cells[i]),
        ),
      ),
    ),
  ];

  /** Draws, and returns in words what is to be seen. */
  draw(lambda: number): string {
    const { plot } = this;
    plot.axes({
      height: widthOf(plot.root) - 8, // a circle is round
      x: [-1.5, 2.9],
      y: [-1.2, 3.2],
      xName: 'weight w₁',
      yName: 'weight w₂',
    });
    for (const level of levels) this.ring(level, { stroke: 'var(--line)', 'stroke-width': 1 });
    plot.line([[-1.5, 0], [2.9, 0]], { stroke: 'var(--muted)', 'stroke-width': 1 }); // prettier-ignore
    plot.line([[0, -1.2], [0, 3.2]], { stroke: 'var(--muted)', 'stroke-width': 1 }); // prettier-ignore
    const [lasso, ridge] = [ways.l1, ways.l2].map((way) => way[Math.round(100 * lambda)]);
    const size = Math.abs(lasso[0]) + Math.abs(lasso[1]);
    this.mark(diamond(size), ways.l1, lasso, 'var(--blue)');
    this.mark(circle(Math.hypot(...ridge)), ways.l2, ridge, 'var(--orange)');
    plot.dot(bowl.best, 4, { fill: 'var(--ink)' });
    plot.word([2.9, 2], 'best for the data', { 'text-anchor': 'end' }, [-4, -8]);
    [bowl.best, lasso, ridge].forEach((place, i) => {
      [...place, dataLoss(place)].forEach((value, k) => {
        this.cells[i][k].textContent = value === 0 ? '0' : value.toFixed(3);
      });
    });
    const said = (place: Point) => place.map((value) => (value === 0 ? '0' : value.toFixed(2))).join(', ');
    return `Two weights come to rest at (${said(lasso)}) with L1 and at (${said(ridge)}) with L2.`;
  }

  /** The weights of one price, the contour that they touch, the place where, and the way there. */
  private mark(price: Point[], way: Point[], place: Point, color: string): void {
    this.ring(price, { stroke: color, fill: color, 'fill-opacity': 0.1 });
    this.ring(contour(dataLoss(place)), { stroke: color, 'stroke-width': 1.5 });
    this.plot.line(way, { stroke: color, 'stroke-width': 1.5, 'stroke-dasharray': '2 3' });
    this.plot.dot(place, 5, { fill: color });
  }

  private ring(points: Point[], attributes: Record<string, string | number>): void {
    this.plot.line([...points, points[0]], attributes);
  }
}

function diamond(size: number): Point[] {
  return [[size, 0], [0, size], [-size, 0], [0, -size]]; // prettier-ignore
}

function circle(radius: number): Point[] {
  return Array.from({ length: 72 }, (_, i) => {
    const angle = (Math.PI * i) / 36;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}
