// What EarlyStopping can be told: plain data, so that a recipe can hold it.

import { requireKnownNames, requireOption } from '../errors';

/** A number of an epoch log that can be watched. */
export type Monitor = 'loss' | 'accuracy' | 'valLoss' | 'valAccuracy';

/** Options of EarlyStopping. */
export interface EarlyStoppingOptions {
  /** What is watched (default `valLoss`: the data loss, without the penalty). */
  monitor?: Monitor;
  /** Whether smaller or larger is better (default `auto`: larger for accuracies, smaller for losses). */
  mode?: 'auto' | 'min' | 'max';
  /** Epochs without improvement before stopping, at least 0 (default 5). */
  patience?: number;
  /** How much better than the best counts as an improvement, at least 0 (default 0: any). */
  minDelta?: number;
  /** Patience counts on until the value is better than this one too (default none). */
  baseline?: number;
  /** Epochs at the start that are not looked at (default 0). */
  startFromEpoch?: number;
  /** Put the weights of the best epoch back at the end, whether or not it stopped (default true). */
  restoreBestWeights?: boolean;
}

const names: Record<keyof EarlyStoppingOptions, true> = {
  monitor: true,
  mode: true,
  patience: true,
  minDelta: true,
  baseline: true,
  startFromEpoch: true,
  restoreBestWeights: true,
};
const monitors: readonly Monitor[] = ['loss', 'accuracy', 'valLoss', 'valAccuracy'];

/** Checks the options that are given, and that there are no others: a misspelt one would do nothing. @throws OptionError */
export function checkEarlyStoppingOptions(options: EarlyStoppingOptions): void {
  requireKnownNames(options, Object.keys(names), 'EarlyStopping');
  const { monitor, mode, patience, minDelta, baseline, startFromEpoch } = options;
  const isCount = (n: number) => Number.isInteger(n) && n >= 0;
  const check = (name: string, value: unknown, holds: boolean, rule: string, remedy: string) =>
    requireOption(value === undefined || holds, `EarlyStopping: ${name} must be ${rule}`, value, remedy);

  check('monitor', monitor, monitors.includes(monitor!), `one of ${monitors.join(', ')}`, "pass e.g. 'valLoss'");
  check(
    'mode',
    mode,
    ['auto', 'min', 'max'].includes(mode!),
    'auto, min or max',
    "leave it out, or pass 'min' for a loss",
  );
  check('patience', patience, isCount(patience!), 'a whole number of at least 0', 'pass e.g. 5');
  check(
    'minDelta',
    minDelta,
    Number.isFinite(minDelta) && minDelta! >= 0,
    'a number of at least 0',
    'pass the smallest change that counts',
  );
  check('baseline', baseline, Number.isFinite(baseline), 'a number', 'leave it out, or pass a value to beat');
  check(
    'startFromEpoch',
    startFromEpoch,
    isCount(startFromEpoch!),
    'a whole number of at least 0',
    'pass the epochs to skip',
  );
}
