// trainAll → RunsObserver: who watches many runs (a notebook panel, a terminal bar, nobody). It can look, and ask them to stop.

import type { Recipe } from './recipe';
import type { Run } from './run';

/** How far a `trainAll` is. */
export interface TrainAllProgress {
  /** How many runs are complete. */
  done: number;
  /** How many runs there are. */
  total: number;
  /** The recipe of the run that has just finished an epoch. */
  recipe: Recipe;
  /** The seed of that run. */
  seed: number | string;
  /** Its last complete epoch, counted from 1. */
  epoch: number;
}

/** Watches the runs of one `trainAll`. Nothing it does changes a number. */
export interface RunsObserver {
  /** @param info how many runs there are, and a function that ends them all at once */
  start?(info: { total: number; stop(): void }): void;
  /** Called after every epoch of every run. */
  progress?(progress: TrainAllProgress): void;
  /** Always called, also when a run fails. @param runs those that are complete */
  end?(runs: readonly Run[]): void;
}

let makeDefault: () => RunsObserver = () => ({});

/** The observer of a `trainAll` that names none. */
export function defaultRunsObserver(): RunsObserver {
  return makeDefault();
}

/** Sets who watches a `trainAll` that names no observer. */
export function setDefaultRunsObserver(make: () => RunsObserver): void {
  makeDefault = make;
}
