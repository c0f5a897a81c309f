// λ, η, g, w → the pull of each penalty, and one step.

import { defineFigure, FigureElement } from './element';

class PenaltyPull extends FigureElement<'penalty-pull'> {
  static override figure = 'penalty-pull' as const;

  protected build(): void {}

  protected draw(): void {
    this.say(`weight ${this.option('weight')}`);
  }
}

defineFigure(PenaltyPull);
