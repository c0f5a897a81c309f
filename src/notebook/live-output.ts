// pictures, many a second → one output of the cell that is replaced at most every 100 ms, and at the end by its result

import { randomUUID } from 'node:crypto';
import { display } from './display';
import { markdown } from './show';

/** Milliseconds between two pictures: more often costs time that training needs. */
const interval = 100;

/** An output that moves while a cell runs. What is left in the notebook holds no times, so it is the same in every run. */
export class LiveOutput {
  private readonly id = randomUUID();
  private shown = -Infinity;
  private begun = 0;

  /** Puts up the first picture. */
  start(picture: string): void {
    this.begun = performance.now();
    this.put(picture, false);
  }

  /** Replaces the picture, when it is time for one. */
  draw(picture: () => string): void {
    if (performance.now() - this.shown >= interval) this.put(picture(), true);
  }

  /** Replaces the picture by what stays, in Markdown. */
  end(result: string): void {
    display(markdown(result), this.id, true);
  }

  /** How long it will take, judged by the part that is done: `12 s left`. */
  timeLeft(fraction: number): string {
    if (fraction <= 0) return '';
    const seconds = ((performance.now() - this.begun) / 1000) * (1 / fraction - 1);
    return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s left`;
  }

  private put(picture: string, update: boolean): void {
    this.shown = performance.now();
    display({ data: { 'text/html': picture, 'text/plain': 'training …' } }, this.id, update);
  }
}
