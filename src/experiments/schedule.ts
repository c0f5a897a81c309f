// recipes × seeds → jobs in the order in which they are given to workers, and the runs that come back.

import type { Inputs } from '../data/dataset';
import type { Split } from '../data/split';
import { recipeName, type Recipe } from './recipe';
import type { Run } from './run';

/** One run that is to be made. */
export interface Job {
  recipe: Recipe;
  seed: number | string;
}

/** Data for all runs, or a function that makes the data of a seed. */
export type SplitSource = Split<Inputs> | ((seed: number | string) => Split<Inputs>);

/** What one `trainAll` has to do, and what it has done. */
export class Schedule {
  /** Recipe by recipe, seed by seed: the order of the results. */
  readonly jobs: readonly Job[];
  /** How many runs are complete. */
  done = 0;
  /** Set when the runs end early: no further job is given out, and what workers still report is ignored. */
  ended = false;
  private readonly order: readonly number[]; // seed by seed, so that the data of a seed are made and sent once
  private next = 0;
  private readonly runs: (Run | undefined)[];
  private readonly splits = new Map<string, Split<Inputs>>();

  constructor(
    recipes: readonly Recipe[],
    seeds: readonly (number | string)[],
    private readonly source: SplitSource,
  ) {
    this.jobs = recipes.flatMap((recipe) => seeds.map((seed) => ({ recipe, seed })));
    this.order = this.jobs.map((_, i) => i).sort((a, b) => (a % seeds.length) - (b % seeds.length) || a - b);
    this.runs = this.jobs.map(() => undefined);
  }

  /** The number of the next job, or nothing when there is none to give. */
  take(): number | undefined {
    return this.ended ? undefined : this.order[this.next++];
  }

  /** What the data of a job are called: jobs with the same key share them. */
  dataKey(job: number): string {
    return typeof this.source === 'function' ? JSON.stringify(this.jobs[job].seed) : 'data';
  }

  /** The data of a job; a function is asked once for each seed. */
  splitOf(job: number): Split<Inputs> {
    if (typeof this.source !== 'function') return this.source;
    const key = this.dataKey(job);
    const split = this.splits.get(key) ?? this.source(this.jobs[job].seed);
    this.splits.set(key, split);
    return split;
  }

  /** Keeps the run of a job. */
  finish(job: number, run: Run): void {
    this.runs[job] = run;
    this.done++;
  }

  /** The complete runs, in the order of the jobs. */
  complete(): Run[] {
    return this.runs.filter((run): run is Run => run !== undefined);
  }

  /** E.g. `dropout 0.5, seed 3`. */
  describe(job: number): string {
    const { recipe, seed } = this.jobs[job];
    return `${recipeName(recipe)}, seed ${seed}`;
  }
}
