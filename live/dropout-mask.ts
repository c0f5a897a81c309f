// rate, seed → a mask over a small network, and the mean over many masks.

import { defineFigure, FigureElement } from './element';

class DropoutMask extends FigureElement<'dropout-mask'> {
  static override figure = 'dropout-mask' as const;

  protected build(): void {}

  protected draw(): void {
    this.say(`rate ${this.option('rate')}`);
  }
}

defineFigure(DropoutMask);
