// Run[] ↔ text: keeps an experiment, to look at it again without training.

import { requireKnownNames } from '../errors';
import { requireRuns } from './check-runs';
import { checkRecipe } from './recipe';
import type { Run } from './run';
import {
  areWeights,
  readSaved,
  readWeights,
  savedWeights,
  type SavedKind,
  type SavedWeight,
} from '../layers/saved-text';

type SavedRun = Omit<Run, 'weights'> & { weights: SavedWeight[] };

const fields = ['recipe', 'seed', 'history', 'weights', 'validation', 'test'];

const kind: SavedKind = {
  format: 'holdout-runs',
  fields: ['runs'],
  holds: ({ runs }) => Array.isArray(runs) && runs.every((run) => areWeights(run?.weights)),
  who: 'loadRuns',
  writer: 'saveRuns',
  reviver: (_, value) => (isMarked(value) ? Number(value.number) : value),
};

/**
 * Runs as JSON. Every number comes back to the bit from {@link loadRuns}; one that JSON does not know, such as the NaN of a loss that
 * overflowed, is written as `{ "number": "NaN" }`.
 *
 * @param runs of `trainAll`, or `[run]` of `trainRecipe`
 * @throws OptionError when one is no run
 *
 * @example `writeFileSync('runs.json', saveRuns(runs))`
 */
export function saveRuns(runs: readonly Run[]): string {
  requireRuns(runs, 'saveRuns');
  const written = runs.map((run): SavedRun => ({ ...run, weights: savedWeights(run.weights) }));
  return JSON.stringify({ format: kind.format, version: 1, runs: written }, (_, value: unknown) => {
    if (Object.is(value, -0)) return { number: '-0' };
    return typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
  });
}

/**
 * The runs that {@link saveRuns} wrote, for figures, tables and `modelOf`.
 *
 * @param json the whole text
 * @throws OptionError when the text is no saved runs, or one of another version, or a part of a run is missing or unknown
 * @throws ShapeError when the numbers of a weight do not fit its shape
 *
 * @example `show(learningCurves(loadRuns(readFileSync('runs.json', 'utf8'))))`
 */
export function loadRuns(json: string): Run[] {
  const runs = (readSaved(json, kind).runs as SavedRun[]).map((run): Run => {
    requireKnownNames(run, fields, 'loadRuns', 'pass the text as saveRuns wrote it');
    return { ...run, weights: readWeights(run.weights) };
  });
  requireRuns(runs, 'loadRuns');
  for (const { recipe } of runs) checkRecipe(recipe);
  return runs;
}

function isMarked(value: unknown): value is { number: string } {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'number';
}
