// Callback[] → each hook, callback after callback: whoever has begun hears of the end, whatever happens in between.

import { lend } from '../layers/in-training';
import type { Sequential } from '../layers/sequential';
import type { Callback } from './callback';
import type { EpochLog, History } from './history';

/** The callbacks of one run of `fit`. Each hook is awaited before the next, and may use the model until then. */
export class CallbackList {
  private readonly begun: Callback[] = [];

  constructor(
    private readonly callbacks: readonly Callback[],
    private readonly model: Sequential,
  ) {}

  async begin(info: { hasValidation: boolean; classifies: boolean }): Promise<void> {
    for (const callback of this.callbacks) {
      await lend(this.model, () => callback.onTrainBegin?.(this.model, info));
      this.begun.push(callback);
    }
  }

  /** @returns whether one of them ends the run; the others see the epoch all the same */
  async epochEnd(log: EpochLog): Promise<boolean> {
    let stop = false;
    for (const callback of this.callbacks) {
      if ((await lend(this.model, () => callback.onEpochEnd?.(log, this.model))) === 'stop') stop = true;
    }
    return stop;
  }

  /** An error of one does not keep the others from their end. */
  async end(history: History): Promise<void> {
    const callback = this.begun.shift();
    if (!callback) return;
    try {
      await lend(this.model, () => callback.onTrainEnd?.(this.model, history));
    } finally {
      await this.end(history);
    }
  }
}
