// The options of fit, and the checks that are made before it begins.

import { requireKnownNames, requireOption } from '../errors';
import type { Loss } from '../losses/loss';
import type { Optimizer } from '../optimizers/optimizer';
import { requireRng, type Rng } from '../tensor/random';
import type { Callback } from './callback';
import type { Examples } from './examples';
import type { Observer } from './observer';

/** Options of {@link fit}. */
export interface FitOptions {
  /** Evaluated after each epoch; never trained on (default none). */
  validation?: Examples;
  /** Default {@link softmaxCrossEntropy}. */
  loss?: Loss;
  /** Default `new Adam()`, with learning rate 0.001. */
  optimizer?: Optimizer;
  /** Passes through the training set, at least 1 (default 100). */
  epochs?: number;
  /** Examples in a step, at least 1 (default 64); the last batch of an epoch may be smaller. */
  batchSize?: number;
  /**
   * Shuffles the examples and draws dropout masks, from the streams `shuffle` and `dropout`. They do not depend on what was
   * drawn before, so a second `fit` with the same rng repeats the same batches and the same masks; to train on with new ones,
   * pass `rng: rng.split(round)`.
   */
  rng: Rng;
  /** Called in this order (default none). */
  callbacks?: readonly Callback[];
  /** Ends the run before the next batch; `fit` resolves with the epochs that are complete. */
  signal?: AbortSignal;
  /** Watches the run (default: a live panel in a notebook, a bar in a terminal, nothing elsewhere). */
  observer?: Observer;
}

/** The defaults that recipes share. */
export const fitDefaults = { epochs: 100, batchSize: 64 };

const names: Record<keyof FitOptions, true> = {
  validation: true,
  loss: true,
  optimizer: true,
  epochs: true,
  batchSize: true,
  rng: true,
  callbacks: true,
  signal: true,
  observer: true,
};

/** Checks the options. An unknown one is an error, since it would be silently ignored. @throws OptionError */
export function checkFitOptions(options: FitOptions): void {
  requireOption(
    typeof options === 'object' && options !== null,
    'fit: options must be an object with at least an rng',
    options,
    'pass { rng: createRng(42) }',
  );
  requireKnownNames(options, Object.keys(names), 'fit');
  const { epochs, batchSize, rng } = options;
  const atLeastOne = (n: number | undefined) => n === undefined || (Number.isInteger(n) && n >= 1);
  requireOption(atLeastOne(epochs), 'fit: epochs must be a whole number of at least 1', epochs, 'pass e.g. 100');
  requireOption(
    atLeastOne(batchSize),
    'fit: batchSize must be a whole number of at least 1',
    batchSize,
    'pass e.g. 64',
  );
  requireRng(rng, 'fit');
}
