// trainAll ↔ workers: the messages between them, plain data, the same for threads of Node and workers of a page.

import type { Inputs } from '../data/dataset';
import type { Split } from '../data/split';
import type { Recipe } from './recipe';
import type { Run } from './run';

/** A message to a worker: data that later jobs name, or a job. */
export type WorkerRequest =
  | { type: 'data'; key: string; split: Split<Inputs> }
  | { type: 'train'; job: number; recipe: Recipe; seed: number | string; data: string; test: boolean };

/** A message from a worker: an epoch is complete, the run is complete, or the run failed. */
export type WorkerReply =
  | { type: 'epoch'; job: number; epoch: number }
  | { type: 'done'; job: number; run: Run }
  | { type: 'failed'; job: number; message: string };

/** A started worker: a thread of Node, a Web Worker, or this thread. */
export interface TrainWorker {
  /** Sends a message to the worker. */
  send(request: WorkerRequest): void;
  /** Called once, before anything is sent. `onEnd` is called with a reason when the worker dies. */
  listen(onReply: (reply: WorkerReply) => void, onEnd: (reason: string) => void): void;
  /** Ends the worker at once. */
  terminate(): void;
}

/** Starts workers on this platform. */
export interface WorkerPool {
  /** Starts one worker. */
  start(): TrainWorker;
  /** The number of workers that run well side by side, e.g. the number of processors. */
  readonly size: number;
}

let pool: WorkerPool | undefined;

/** The pool of this platform; without one, `trainAll` trains in this thread. */
export function workerPool(): WorkerPool | undefined {
  return pool;
}

/** Sets the pool of this platform: the Node entry sets threads, a page sets Web Workers. */
export function setWorkerPool(given: WorkerPool | undefined): void {
  pool = given;
}
