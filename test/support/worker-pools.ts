// Workers without threads: what trainAll sees of a pool, with the copying of messages and the waiting that threads have.

import { serve } from '../../src/experiments/worker-main';
import type { WorkerRequest, WorkerReply, TrainWorker, WorkerPool } from '../../src/experiments/worker-protocol';

/** A pool, and what happened in it. */
export interface WatchedPool extends WorkerPool {
  /** The orders that each worker got, by type and job. */
  orders: string[][];
  terminated: number;
}

/** Workers that train, each message copied and a turn of the event loop late. */
export function servingPool(size: number): WatchedPool {
  return watched(size, (reply, _die, _worker, ended) => serve(reply, ended));
}

/** Workers that do what `act` says with an order, instead of training. */
export function scriptedPool(
  size: number,
  act: (
    order: WorkerRequest,
    reply: (report: WorkerReply) => void,
    die: (reason: string) => void,
    worker: number,
  ) => void,
): WatchedPool {
  return watched(size, (reply, die, worker) => (order) => act(order, reply, die, worker));
}

function watched(
  size: number,
  make: (
    reply: (report: WorkerReply) => void,
    die: (reason: string) => void,
    worker: number,
    ended: AbortSignal,
  ) => (order: WorkerRequest) => void,
): WatchedPool {
  const pool: WatchedPool = {
    size,
    orders: [],
    terminated: 0,
    start(): TrainWorker {
      const worker = pool.orders.push([]) - 1;
      const end = new AbortController(); // a thread that is terminated stops; so does this
      let take: (order: WorkerRequest) => void;
      let onEnd: ((reason: string) => void) | undefined; // nobody listens to a worker that is ended at once
      return {
        listen(onReport, whenEnded) {
          onEnd = whenEnded;
          take = make(
            (report) => later(() => end.signal.aborted || onReport(structuredClone(report))),
            (reason) => later(() => onEnd?.(reason)),
            worker,
            end.signal,
          );
        },
        send(order) {
          pool.orders[worker].push(
            order.type === 'train' ? `train ${order.job} on ${order.data}` : `data ${order.key}`,
          );
          const copy = structuredClone(order);
          later(() => end.signal.aborted || take(copy));
        },
        terminate() {
          pool.terminated++;
          end.abort();
          later(() => onEnd?.('with exit code 1')); // as threads do
        },
      };
    },
  };
  return pool;
}

function later(job: () => void): void {
  setImmediate(job);
}
