// runs of several recipes → those of one of them

import { OptionError, requireOption } from '../errors';
import { requireRuns } from './check-runs';
import { recipeName } from './recipe';
import { recipeDifferences } from './recipe-differences';
import type { Run } from './run';

/**
 * The runs of one recipe, in the order in which they came: that of the seeds, from `trainAll`.
 *
 * @param name of the recipe; one without a name is called what `recipeName` says
 * @throws OptionError when no run has that name, or recipes that differ share it
 *
 * @example `runsOf(runs, 'Dropout').map((run) => run.validation.accuracy)`
 */
export function runsOf(runs: readonly Run[], name: string): Run[] {
  requireRuns(runs, 'runsOf');
  const names = new Set(runs.map(({ recipe }) => recipeName(recipe)));
  requireOption(
    names.has(name),
    `runsOf: name must be that of a recipe among the runs (${Array.from(names).join(', ') || 'there are no runs'})`,
    name,
    'check the spelling',
  );
  return runsCalled(name, runs, 'runsOf');
}

/**
 * {@link runsOf} without a question about the name. The name of a recipe leaves out its learning rate and more; two
 * experiments taken for one would be a result about neither.
 *
 * @throws OptionError when recipes that differ share the name; `who` opens the message
 */
export function runsCalled(name: string, runs: readonly Run[], who: string): Run[] {
  const called = runs.filter(({ recipe }) => recipeName(recipe) === name);
  for (const { recipe } of called) {
    const fields = recipeDifferences(called[0].recipe, recipe);
    if (fields.length > 0) {
      throw new OptionError(
        `${who}: recipes that differ must have different names, received two called ${name} that differ in ${fields.join(', ')}; give each a name of its own`,
      );
    }
  }
  return called;
}
