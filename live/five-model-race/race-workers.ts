// workers, panels → the workers of a race: with k workers, model i trains and is painted in worker i mod k.

import { classPalette } from '../../src/figures/style';
import type { RaceOrder, RaceReport } from './race-messages';
import type { RacePanel } from './race-panel';
import type { RaceOptions } from './race-plan';
import type { Colors, Theme } from '../kit/theme';

/** The workers of a race, and the panels that they paint. */
export class RaceWorkers {
  private theme?: Theme;
  private readonly painted = new Map<number, number>(); // by worker

  constructor(
    private readonly workers: readonly Worker[],
    private readonly panels: readonly RacePanel[],
  ) {
    for (const panel of panels) panel.giveCanvas(this.workerOf(panel.model));
  }

  send(order: RaceOrder): void {
    for (const worker of this.workers) worker.postMessage(order);
  }

  /**
   * Starts a race.
   *
   * @param race its number, which all reports carry
   * @param still whether only the end is painted
   */
  start(race: number, options: RaceOptions, still: boolean): void {
    this.workers.forEach((worker, k) => {
      const models = this.panels.map(({ model }) => model).filter((model) => model % this.workers.length === k);
      worker.postMessage({ race, options, models, still } satisfies RaceOrder);
    });
  }

  /** Fits the canvases to their places, in the colours of the theme. */
  show(theme: Theme, { ink, paper }: Colors): void {
    for (const panel of this.panels) panel.fit(this.workerOf(panel.model));
    if (this.theme === theme) return;
    this.theme = theme;
    this.send({ colors: { ink, paper, classes: [classPalette[0], classPalette[1]] } });
  }

  count({ model, painted }: RaceReport): void {
    this.painted.set(model % this.workers.length, painted);
  }

  /** How often a panel has been painted. */
  get paintings(): number {
    return Array.from(this.painted.values()).reduce((sum, count) => sum + count, 0);
  }

  private workerOf(model: number): Worker {
    return this.workers[model % this.workers.length];
  }
}
