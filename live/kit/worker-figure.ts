// FigureElement → one that computes in Web Workers, and says so when it cannot.

import type { LiveFigureName } from '../../src/course/live-figures';
import { html } from './dom';
import { FigureElement } from './figure-element';

/** A live figure whose numbers come from workers. Where there are none, the picture inside of the tag stays. */
export abstract class WorkerFigure<Name extends LiveFigureName> extends FigureElement<Name> {
  private readonly workers: Worker[] = [];
  /** Whether it has said that it cannot run. */
  protected failed = false;

  /** Called with what a worker says. */
  protected abstract onMessage(message: unknown): void;

  /** Starts the worker of this name, a file beside this one; nothing where that cannot be done. */
  protected startWorker(name: string): Worker | undefined {
    if (this.failed) return undefined;
    try {
      const worker = new Worker(new URL(`./${name}.js`, import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }) => this.onMessage(data));
      worker.addEventListener('error', ({ message }) =>
        this.fail(message ? `its training ended with: ${message}` : 'the script that trains could not be loaded'),
      );
      this.workers.push(worker);
      return worker;
    } catch {
      this.fail('this browser does not let it train in a Web Worker');
      return undefined;
    }
  }

  protected endWorkers(): void {
    for (const worker of this.workers.splice(0)) worker.terminate();
  }

  /** Shows the picture inside of the tag, and the reason why. */
  protected fail(reason: string): void {
    this.failed = true;
    this.endWorkers();
    this.stage.replaceChildren(html('slot'));
    this.stage.style.gridTemplateColumns = 'minmax(0, 1fr)';
    this.controls.style.display = 'none';
    this.say(`This figure cannot run here: ${reason}. What it shows is in the picture.`);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endWorkers();
  }
}
