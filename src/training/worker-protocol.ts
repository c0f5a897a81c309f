// What trainAll and its workers say to each other: plain data, the same for threads in Node and in the browser.

import type { Inputs } from '../data/dataset';
import type { Split } from '../data/split';
import type { Recipe } from './recipe';
import type { Run } from './run';

/** To a worker: data that later jobs name, or a job. */
export type Order =
  | { type: 'data'; key: string; split: Split<Inputs> }
  | { type: 'train'; job: number; recipe: Recipe; seed: number | string; data: string; test: boolean };

/** From a worker. */
export type Report =
  | { type: 'epoch'; job: number; epoch: number }
  | { type: 'done'; job: number; run: Run }
  | { type: 'failed'; job: number; message: string };

/** A started worker, whatever it is made of. */
export interface TrainWorker {
  send(order: Order): void;
  /** Called once, before anything is sent. `onEnd` is called with a reason when the worker dies. */
  listen(onReport: (report: Report) => void, onEnd: (reason: string) => void): void;
  terminate(): void;
}

/** How workers are had here. */
export interface WorkerPool {
  start(): TrainWorker;
  /** How many run well side by side. */
  readonly size: number;
}

let pool: WorkerPool | undefined;

/** The way to start workers; without one, `trainAll` trains in this thread. */
export function workerPool(): WorkerPool | undefined {
  return pool;
}

/** Sets the way to start workers: the Node entry gives threads, a page gives Web Workers. */
export function setWorkerPool(given: WorkerPool | undefined): void {
  pool = given;
}
