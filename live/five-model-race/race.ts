// seed, noise, epochs → data → some of the five models, trained in turns.

import { makeMoons } from '../../src/data/moons';
import { addNoiseFeatures } from '../../src/data/noise-features';
import { split, type Split } from '../../src/data/split';
import { standardize } from '../../src/data/standardizer';
import type { Sequential } from '../../src/layers/sequential';
import { createRng } from '../../src/tensor/random';
import type { EpochLog } from '../../src/training/history';
import { trainRecipe } from '../../src/training/run';
import { racers, type Finish, type RaceOptions } from './race-plan';
import { Turns } from './take-turns';

/** Two moons and eighteen columns of noise: 1280 examples to train on, 320 for validation, 400 for the test. */
export function raceData({ seed, noise }: RaceOptions): Split {
  const rng = createRng(seed);
  const moons = addNoiseFeatures(makeMoons({ samples: 2000, noise, rng }), 18, rng);
  return standardize(split(moons, { test: 0.2, validation: 0.2, rng }));
}

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
 * @param models numbers of {@link racers}
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
      const recipe = { ...racers[model], epochs: options.epochs };
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
