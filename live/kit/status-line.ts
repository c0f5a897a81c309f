// sentences → a line below the figure that screen readers announce, one a second at most.

import { html } from './dom';

const interval = 1000;

/** Says in words what the picture shows. The reader of a screen reader is not talked to death while a slider moves. */
export class StatusLine {
  readonly line = html('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
  /** Whether something is still to be said. */
  waiting = false;
  private next = '';
  private last = -Infinity;

  say(text: string): void {
    this.next = text;
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => this.show(), Math.max(0, this.last + interval - performance.now()));
  }

  private show(): void {
    this.waiting = false;
    this.last = performance.now();
    if (this.line.textContent !== this.next) this.line.textContent = this.next;
  }
}
