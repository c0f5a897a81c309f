// fit → Observer, trainAll → RunsObserver: who watches (a notebook panel, a terminal bar, nobody). It can look, and ask to stop.

import type { EpochLog, History } from './history';
import type { Run } from './run';
import type { TrainAllProgress } from './train-all-options';

/** What an observer is told at the start. */
export interface RunInfo {
  /** Epochs to go at most. */
  epochs: number;
  /** Batches in an epoch. */
  batches: number;
  /** Asks the run to end after the current batch; `fit` then resolves with what there is. */
  stop(): void;
}

/** Watches a training run. Nothing it does changes a number. */
export interface Observer {
  start?(run: RunInfo): void;
  /** At every pause of the run, about 50 times a second. @param batch batches of this epoch that are done @param loss mean loss of the epoch so far */
  progress?(epoch: number, batch: number, loss: number): void;
  epoch?(log: EpochLog): void;
  /** Always called, also when the run fails. */
  end?(history: History): void;
}

/** Watches the runs of one `trainAll`. Nothing it does changes a number. */
export interface RunsObserver {
  /** @param info how many runs there are, and a function that ends them all at once */
  start?(info: { total: number; stop(): void }): void;
  /** After every epoch of every run. */
  progress?(progress: TrainAllProgress): void;
  /** Always called, also when a run fails. @param runs those that are complete */
  end?(runs: readonly Run[]): void;
}

let makeDefault: () => Observer = () => ({});

/** The observer of runs that name none. */
export function defaultObserver(): Observer {
  return makeDefault();
}

/** Sets who watches a `fit` that names no observer; the Node entry sets a notebook panel or a terminal bar. */
export function setDefaultObserver(make: () => Observer): void {
  makeDefault = make;
}

let makeRunsDefault: () => RunsObserver = () => ({});

/** The observer of a `trainAll` that names none. */
export function defaultRunsObserver(): RunsObserver {
  return makeRunsDefault();
}

/** Sets who watches a `trainAll` that names no observer. */
export function setDefaultRunsObserver(make: () => RunsObserver): void {
  makeRunsDefault = make;
}
