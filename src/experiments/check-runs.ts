// runs and histories from anywhere → are they as training gives them? Asked by everything that takes them.

import { OptionError, received, requireOption } from '../errors';
import { sizeOf } from '../tensor/tensor';
import type { History } from '../training/history';
import type { Run } from './run';

/** Checks that runs are as `trainAll` gives them. JSON alone turns weights into other things, and NaN into null. @throws OptionError; `who` opens the message */
export function requireRuns(runs: readonly Run[], who: string): void {
  requireOption(
    Array.isArray(runs),
    `${who}: runs must be a list`,
    runs,
    'pass what trainAll gives, and [run] for one',
  );
  runs.forEach((run) => requireRun(run, who));
}

/** {@link requireRuns} for one of them. */
export function requireRun(run: Run, who: string): void {
  const fault = isObject(run) ? runFault(run) : `is ${received(run)}`;
  if (!fault) return;
  throw new OptionError(
    `${who}: a run must be as trainAll gives it, received one that ${fault}; write runs with saveRuns and read them with loadRuns`,
  );
}

/** Checks that a history is as `fit` gives it, or several one behind the other. @throws OptionError; `who` opens the message */
export function requireHistory(history: History, who: string): void {
  const fault = historyFault(history);
  if (!fault) return;
  throw new OptionError(
    `${who}: a history must be as fit gives it, received one that ${fault}; pass { name: history }, and count the epochs of each run from 1`,
  );
}

function runFault({ recipe, seed, history, weights, validation, test }: Run): string | undefined {
  if (!isObject(recipe)) return `has the recipe ${received(recipe)}`;
  if (typeof seed !== 'number' && typeof seed !== 'string') return `has the seed ${received(seed)}`;
  if (!Array.isArray(weights)) return `has the weights ${received(weights)}`;
  const bad = weights.findIndex(
    (weight) =>
      !Array.isArray(weight?.shape) ||
      !(weight.data instanceof Float64Array) ||
      weight.data.length !== sizeOf(weight.shape),
  );
  if (bad >= 0)
    return `has ${received(weights[bad]?.data)} for the numbers of weight ${bad}, which must be a Float64Array as large as its shape`;
  for (const [part, scores] of Object.entries(test === undefined ? { validation } : { validation, test })) {
    for (const name of ['loss', 'accuracy', 'calibrationError'] as const) {
      if (typeof scores?.[name] !== 'number') return `has ${received(scores?.[name])} for its ${part} ${name}`;
    }
  }
  return historyFault(history);
}

function historyFault(history: History): string | undefined {
  if (!Array.isArray(history?.epochs)) return `has no list of epochs but ${received(history?.epochs)}`;
  let last = 0;
  for (const log of history.epochs) {
    const { epoch } = Object(log) as Partial<typeof log>;
    if (!Number.isInteger(epoch) || (epoch !== 1 && epoch! <= last))
      return `has epoch ${received(epoch)} after ${last}`;
    last = epoch!;
    for (const name of ['loss', 'accuracy', 'valLoss', 'valAccuracy'] as const) {
      if (typeof log[name] === 'number' || (log[name] === undefined && name !== 'loss')) continue;
      return `has ${received(log[name])} for the ${name} of epoch ${last}`;
    }
  }
  return undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
