// data, epochs → some of the five models, trained in turns.

import type { Split } from '../../src/data/split';
import type { Sequential } from '../../src/layers/sequential';
import type { EpochLog } from '../../src/training/history';
import { fiveModels } from '../../src/course/five-models';
import { trainRecipe } from '../../src/experiments/train-recipe';
import { type Finish, type RaceOptions } from './race-plan';
import { Turns } from './take-turns';

/** Who watches a race. */
export interface Spectator {
  /** A model is about to train. */
  begin(model: number, network: Sequential): void;
  /** Several times an epoch. */
  progress(model: number): void;
  /** After each epoch of a model. The race goes on when the promise resolves. */
  epoch(model: number, log: EpochLog): Promise<void> | undefined;
  finish(model: number, finish: Finish): void;
}

/**
 * Trains models with the seed of the race; each gets the bits it has alone. The test set is opened once, at the end of each.
 *
 * @param models numbers of {@link fiveModels}
 */
export async function race(
  options: RaceOptions,
  models: readonly number[],
  data: Split,
  spectator: Spectator,
  signal?: AbortSignal,
): Promise<void> {
  const turns = new Turns();

  async function run(model: number): Promise<void> {
    await turns.take();
    try {
      if (signal?.aborted) return;
      const recipe = { ...fiveModels[model], epochs: options.epochs };
      const { history, validation, test } = await trainRecipe(recipe, data, options.seed, {
        test: true,
        signal,
        observer: { progress: () => spectator.progress(model) },
        callbacks: [
          {
            onTrainBegin: (network) => spectator.begin(model, network),
            async onEpochEnd(log) {
              const wait = spectator.epoch(model, log);
              turns.give();
              await wait;
              await turns.take();
            },
          },
        ],
      });
      if (!signal?.aborted) spectator.finish(model, { epochs: history.epochs.length, validation, test: test! });
    } finally {
      turns.give();
    }
  }

  await Promise.all(models.map(run));
}
