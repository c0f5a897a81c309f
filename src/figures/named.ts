// runs, or a record of names → names and what stands under them, in order.

import { requireOption } from '../errors';
import { requireRuns } from '../experiments/check-runs';
import { recipeName } from '../experiments/recipe';
import type { Run } from '../experiments/run';
import { runsCalled } from '../experiments/runs-of';

/** Runs, which their recipes name, or things under names of your own. */
export type Named<T> = readonly Run[] | Readonly<Record<string, T>>;

/** One name and all that stands under it: with several seeds, several things. */
export interface Group<T> {
  name: string;
  members: T[];
}

/**
 * Runs of the same recipe in one group, in the order in which the names come first.
 *
 * @param ofRun what to take from a run
 * @throws OptionError when there is nothing, a run is none, or recipes that differ share a name; `who` opens the message
 */
export function groups<T, R = T>(named: Named<T>, ofRun: (run: Run) => R, who: string): Group<T | R>[] {
  if (isRuns(named)) requireRuns(named, who);
  const found: Group<T | R>[] = isRuns(named)
    ? Array.from(new Set(named.map(({ recipe }) => recipeName(recipe))), (name) => ({
        name,
        members: runsCalled(name, named, who).map(ofRun),
      }))
    : Object.entries(named).map(([name, member]) => ({ name, members: [member] }));
  requireOption(
    found.length > 0,
    `${who}: there must be at least one run`,
    found.length,
    'pass the runs of trainAll, or { name: … }',
  );
  return found;
}

function isRuns<T>(named: Named<T>): named is readonly Run[] {
  return Array.isArray(named);
}
