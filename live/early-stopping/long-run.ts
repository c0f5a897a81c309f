// seed → few noisy examples → a network trained for too long, every epoch reported.

import { makeMoons } from '../../src/data/moons';
import { addNoiseFeatures } from '../../src/data/noise-features';
import { split, type Split } from '../../src/data/split';
import { standardize } from '../../src/data/standardizer';
import { createRng } from '../../src/tensor/random';
import type { Callback } from '../../src/training/callback';
import { evaluate } from '../../src/training/evaluate';
import { fit } from '../../src/training/fit';
import { mlp, optimizerOf } from '../../src/experiments/recipe';
import { epochs, examples, type LongRunEpoch } from './long-run-plan';

const recipe = { hidden: [64, 32], dropout: 0.3, learningRate: 0.001 };

/** The data of a seed: two moons and eighteen columns of noise; `test` is what no choice looks at. */
export function longRunData(seed: number): Split {
  const rng = createRng(seed);
  const { train, validation, fresh } = examples;
  const all = train + validation + fresh;
  const moons = addNoiseFeatures(makeMoons({ samples: all, noise: 0.3, rng }), 18, rng);
  return standardize(split(moons, { test: fresh / all, validation: validation / (train + validation), rng }));
}

/**
 * Trains all epochs.
 *
 * @param report called after each epoch; training waits for its promise
 * @param callbacks further ones, called before `report`
 */
export async function longRun(
  seed: number,
  report: (epoch: LongRunEpoch) => void | Promise<void>,
  signal?: AbortSignal,
  callbacks: readonly Callback[] = [],
): Promise<void> {
  const data = longRunData(seed);
  const rng = createRng(seed);
  const reporter: Callback = {
    onEpochEnd(log, model) {
      const { loss, accuracy = 0 } = evaluate(model, data.test);
      return report({ ...log, fresh: { loss, accuracy } });
    },
  };
  await fit(mlp(recipe, data.train, rng), data.train, {
    validation: data.validation,
    optimizer: optimizerOf(recipe),
    epochs,
    batchSize: 8,
    rng,
    callbacks: [...callbacks, reporter],
    signal,
    observer: {},
  });
}
