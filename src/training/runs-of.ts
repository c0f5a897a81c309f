// runs of several recipes → those of one of them

import { requireOption } from '../errors';
import { recipeName } from './recipe';
import type { Run } from './run';

/**
 * The runs of one recipe, in the order in which they came: that of the seeds, from `trainAll`.
 *
 * @param name of the recipe; one without a name is called what `recipeName` says
 * @throws OptionError when no run has that name
 *
 * @example `runsOf(runs, 'Dropout').map((run) => run.validation.accuracy)`
 */
export function runsOf(runs: readonly Run[], name: string): Run[] {
  const names = new Set(runs.map(({ recipe }) => recipeName(recipe)));
  requireOption(
    names.has(name),
    `runsOf: name must be that of a recipe among the runs (${Array.from(names).join(', ') || 'there are no runs'})`,
    name,
    'check the spelling',
  );
  return runs.filter(({ recipe }) => recipeName(recipe) === name);
}
