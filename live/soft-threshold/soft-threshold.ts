// a, λ, η, first weight → the soft threshold with one step on it, and the weight step by step.

import { useLoops } from '../../src/tensor/loops';
import { descend, minimum, steps, threshold, zeros, type Descent } from './descent';
import { defineFigure, FigureElement } from '../kit/figure-element';
import { html } from '../kit/dom';
import { legend, Plot } from '../kit/plot';
import { formatted } from '../kit/numbers';
import { wide } from '../kit/style';

useLoops('readable'); // one weight needs no compiled loops

class SoftThreshold extends FigureElement<'soft-threshold'> {
  static override figure = 'soft-threshold' as const;
  static override style = `.status { min-height: 10.5em; } @container (min-width: ${wide}px) { .status { min-height: 4.4em; } }`;
  private readonly curve = new Plot('The soft threshold, and the step that is looked at');
  private readonly paths = new Plot('The weight after each step, for both methods');

  protected build(): void {
    const marks = legend(['■', 'green', 'result is exactly 0'], ['┄', 'muted', 'nothing taken away']);
    const methods = legend(['●', 'green', 'proximal'], ['●', 'orange', 'subgradient'], ['●', 'ink', 'exactly 0'], ['┄', 'muted', 'minimum']); // prettier-ignore
    this.stage.append(html('div', {}, marks, this.curve.root), html('div', {}, methods, this.paths.root));
  }

  protected draw(): void {
    const descent: Descent = {
      target: this.option('target'),
      lambda: this.option('lambda'),
      eta: this.option('eta'),
      start: this.option('start'),
    };
    const step = this.option('step');
    const proximal = descend('proximal', descent);
    const subgradient = descend('subgradient', descent);
    const before = proximal[step - 1];
    const point = before - descent.eta * (before - descent.target); // after the data step
    this.drawCurve(descent, point);
    this.drawPaths(descent, step, proximal, subgradient);
    this.say(words(descent, step, point, proximal, subgradient));
  }

  private drawCurve({ lambda, eta }: Descent, point: number): void {
    const reach = 1.6;
    const width = eta * lambda;
    const result = threshold(point, lambda, eta);
    this.curve.axes({
      height: 270,
      x: [-reach, reach],
      y: [-reach, reach],
      xName: 'z, the weight after the data step',
      yName: 'weight after the threshold',
    });
    const { curve } = this;
    curve.band('x', [-width, width], { fill: 'var(--green)', 'fill-opacity': 0.16 });
    curve.line([[-reach, -reach], [reach, reach]], { stroke: 'var(--muted)', 'stroke-dasharray': '2 4', 'stroke-width': 1.5 }); // prettier-ignore
    const ends = [-reach, -width, width, reach].map((z) => [z, threshold(z, lambda, eta)] as const);
    curve.line(ends, { stroke: 'var(--green)', 'stroke-width': 2.5 });
    curve.line([[point, -reach], [point, result], [-reach, result]], { stroke: 'var(--ink)', 'stroke-width': 1, 'stroke-dasharray': '4 3' }); // prettier-ignore
    curve.dot([point, result], 6, { fill: 'var(--green)', stroke: 'var(--ink)', 'stroke-width': 1.5 });
  }

  private drawPaths(descent: Descent, step: number, proximal: number[], subgradient: number[]): void {
    const all = [...proximal, ...subgradient, minimum(descent), 0];
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const room = 0.12 * Math.max(high - low, 0.1);
    const { paths } = this;
    paths.axes({
      height: 270,
      x: [0, steps],
      y: [low - room, high + room],
      xName: 'step',
      yName: 'weight w',
    });
    paths.line([[0, 0], [steps, 0]], { stroke: 'var(--ink)', 'stroke-width': 1 }); // prettier-ignore
    const best = minimum(descent);
    paths.line([[0, best], [steps, best]], { stroke: 'var(--muted)', 'stroke-dasharray': '2 4', 'stroke-width': 1.5 }); // prettier-ignore
    for (const [path, color, radius] of [
      [subgradient, 'orange', 2],
      [proximal, 'green', 3],
    ] as const) {
      // prettier-ignore
      const look = `var(--${color})`;
      const points = path.map((w, k) => [k, w] as const);
      paths.line(points, { stroke: look, 'stroke-width': 1.5 });
      paths.dots(points, radius, look);
      paths.dots(
        points.filter(([, w]) => w === 0),
        radius,
        'var(--ink)',
      );
      paths.dot([step, path[step]], 6, { fill: 'none', stroke: look, 'stroke-width': 2 });
    }
  }
}

function words(descent: Descent, step: number, point: number, proximal: number[], subgradient: number[]): string {
  const [onZero, crossing] = [zeros(proximal), zeros(subgradient)];
  const far = Math.max(...subgradient.slice(-10).map(Math.abs));
  const [w, z] = [proximal[step], point].map((value) => formatted(value, 0.001));
  const landed = onZero.count ? `, first step ${onZero.first}` : '';
  const best = formatted(minimum(descent), 0.01);
  return (
    `Exactly zero: ${onZero.count} of ${steps} proximal steps${landed}; ${crossing.count} of ${steps} subgradient steps. ` +
    `The minimum is at ${best}; in its last ten steps the subgradient is up to ${formatted(far, 0.001)} away from 0. ` +
    `Step ${step}: the data step reaches z = ${z}, the threshold ηλ = ${formatted(descent.eta * descent.lambda, 0.001)} makes it ${w}.`
  );
}

defineFigure(SoftThreshold);
