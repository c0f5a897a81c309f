// runs → one score a seed, for tables and intervals

import { OptionError } from '../errors';
import type { Run, Scores } from '../experiments/run';
import { groups } from './named';

/** On which part of the data models are compared. */
export type Part = 'validation' | 'test';

/** The runs of one recipe, seed by seed. */
export interface RecipeScores {
  name: string;
  seeds: (number | string)[];
  scores: Scores[];
  runs: Run[];
}

/** The test set where all runs were evaluated on it, else the validation set. */
export function defaultPart(runs: readonly Run[]): Part {
  return runs.length > 0 && runs.every(({ test }) => test) ? 'test' : 'validation';
}

/**
 * The scores of each recipe, in the order of the runs.
 *
 * @throws OptionError when a run was not evaluated on that part, or recipes that differ share a name; `who` opens the message
 */
export function scoresByRecipe(runs: readonly Run[], part: Part, who: string): RecipeScores[] {
  return groups<never, Run>(runs, (run) => run, who).map(({ name, members }) => ({
    name,
    seeds: members.map(({ seed }) => seed),
    runs: members,
    scores: members.map((run) => {
      const scores = run[part];
      if (scores) return scores;
      throw new OptionError(
        `${who}: every run must have been evaluated on the test set, received one of ${name} that was not; train with { test: true }, or compare on 'validation'`,
      );
    }),
  }));
}
