// The options of trainAll, and the checks that are made before anything is trained.

import { requireKnownNames, requireOption } from '../errors';
import { requireSignal } from '../training/fit-options';
import { checkRecipe, type Recipe } from './recipe';
import type { RunsObserver } from './runs-observer';

/** Options of {@link trainAll}. */
export interface TrainAllOptions {
  /** One run of each recipe for each seed, all different (default [1]). */
  seeds?: readonly (number | string)[];
  /** Workers at most (default: as many as there are processors); 0 trains in this thread. */
  workers?: number;
  /** Whether to evaluate on the test set as well (default false). */
  test?: boolean;
  /** Stops at once; `trainAll` resolves with the runs that are complete. */
  signal?: AbortSignal;
  /** Watches the runs (default: a live bar in a notebook or a terminal, nothing elsewhere). */
  observer?: RunsObserver;
}

const names: Record<keyof TrainAllOptions, true> = {
  seeds: true,
  workers: true,
  test: true,
  signal: true,
  observer: true,
};

/** Checks recipes and options. An unknown option is an error, since it would be silently ignored. @throws OptionError */
export function checkTrainAll(recipes: readonly Recipe[], options: TrainAllOptions): void {
  requireOption(
    Array.isArray(recipes),
    'trainAll: recipes must be a list',
    recipes,
    'pass e.g. [{}, { dropout: 0.5 }], and [recipe] for one',
  );
  recipes.forEach(checkRecipe);
  requireKnownNames(options, Object.keys(names), 'trainAll');
  const { seeds = [1], workers, signal } = options;
  requireOption(Array.isArray(seeds), 'trainAll: seeds must be a list', seeds, 'pass e.g. [1, 2, 3]');
  const repeated = seeds.find((seed, i) => seeds.slice(0, i).includes(seed));
  requireOption(
    repeated === undefined,
    'trainAll: seeds must all be different, since a repeated seed repeats its run',
    repeated,
    'leave the second one out',
  );
  requireOption(
    workers === undefined || (Number.isInteger(workers) && workers >= 0),
    'trainAll: workers must be a whole number of at least 0',
    workers,
    'leave it out',
  );
  requireSignal(signal, 'trainAll');
}
