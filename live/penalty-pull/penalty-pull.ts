// w, λ, η, g → left, what pulls at one weight and where one step takes it; right, where two weights come to rest.

import { html } from '../kit/dom';
import { defineFigure, FigureElement } from '../kit/figure-element';
import { RestingPlaces } from './resting-places';
import { PullChart } from './pull-chart';
import { StepTable } from './step-table';
import { steps } from './penalty-step';
import { wide } from '../kit/style';

class PenaltyPull extends FigureElement<'penalty-pull'> {
  static override figure = 'penalty-pull' as const;
  static override style = `${PullChart.style}${StepTable.style}
.status { min-height: 7.3em; } @container (min-width: 340px) { .status { min-height: 5.8em; } } @container (min-width: ${wide}px) { .status { min-height: 2.9em; } }`;

  private readonly pull = new PullChart((weight) => this.setOption('weight', weight));
  private readonly table = new StepTable();
  private readonly rest = new RestingPlaces();

  protected build(): void {
    this.stage.append(html('div', {}, ...this.pull.parts, ...this.table.parts), html('div', {}, ...this.rest.parts));
  }

  protected draw(): void {
    const [weight, lambda] = [this.option('weight'), this.option('lambda')];
    const [plain, lasso, ridge] = steps(weight, lambda, this.option('eta'), this.option('gradient'));
    this.pull.draw(weight, lambda, this.option('gradient'));
    this.table.draw(weight, [plain, lasso, ridge]);
    const places = this.rest.draw(lambda);
    this.say(`${this.table.sentence} ${places}`);
  }
}

defineFigure(PenaltyPull);
