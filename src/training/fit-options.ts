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
  const { epochs, batchSize, rng, loss, optimizer, callbacks, signal } = options;
  const atLeastOne = (n: number | undefined) => n === undefined || (Number.isInteger(n) && n >= 1);
  requireOption(atLeastOne(epochs), 'fit: epochs must be a whole number of at least 1', epochs, 'pass e.g. 100');
  requireOption(
    atLeastOne(batchSize),
    'fit: batchSize must be a whole number of at least 1',
    batchSize,
    'pass e.g. 64',
  );
  requireRng(rng, 'fit');
  requireOption(
    loss === undefined || hasMethods(loss, ['value', 'gradient']),
    'fit: loss must be a loss',
    loss,
    'pass e.g. softmaxCrossEntropy',
  );
  requireOption(
    optimizer === undefined || hasMethods(optimizer, ['step', 'state']),
    'fit: optimizer must be an optimizer, made with new',
    optimizer,
    'pass e.g. new Adam()',
  );
  const hooks = ['onTrainBegin', 'onEpochEnd', 'onTrainEnd'];
  requireOption(
    callbacks === undefined ||
      (Array.isArray(callbacks) && callbacks.every((callback) => hooks.some((hook) => hasMethods(callback, [hook])))),
    `fit: callbacks must be a list of objects with ${hooks.join(', ')} or some of them`,
    callbacks,
    'pass e.g. [new EarlyStopping()]',
  );
  requireSignal(signal, 'fit');
}

/** Checks that a signal can end a run: the controller itself, in its place, never would. @throws OptionError; `who` opens the message */
export function requireSignal(signal: AbortSignal | undefined, who: string): void {
  requireOption(
    signal === undefined || (typeof signal?.aborted === 'boolean' && hasMethods(signal, ['addEventListener'])),
    `${who}: signal must be the signal of an AbortController`,
    signal,
    'pass controller.signal',
  );
}

function hasMethods(value: unknown, methods: readonly string[]): boolean {
  const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return methods.every((method) => typeof object[method] === 'function');
}
