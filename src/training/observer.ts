// fit → Observer: who watches a run (a notebook panel, a terminal bar, nobody). It can look, and ask it to stop.

import type { EpochLog, History } from './history';

/** The size of a run, and a way to stop it: for an observer, at the start. */
export interface RunInfo {
  /** The largest number of epochs. */
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

let makeDefault: () => Observer = () => ({});

/** The observer of runs that name none. */
export function defaultObserver(): Observer {
  return makeDefault();
}

/** Sets who watches a `fit` that names no observer; the Node entry sets a notebook panel or a terminal bar. */
export function setDefaultObserver(make: () => Observer): void {
  makeDefault = make;
}
