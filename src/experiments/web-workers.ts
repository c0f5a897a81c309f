// trainAll → Web Workers: how workers are started in a page.

import type { WorkerPool, WorkerReply } from './worker-protocol';

/** The part of a browser's `Worker` that is used here. */
export interface WebWorker {
  postMessage(message: unknown): void;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- events are the browser's
  addEventListener(type: 'message' | 'error', listener: (event: any) => void): void;
  terminate(): void;
}

/**
 * A pool of Web Workers, for `setWorkerPool`: {@link trainAll} trains in them from then on. Their script answers requests with
 * {@link serve}, and the runs have the bits that they have in Node.
 *
 * @param start makes a worker
 * @param size the number of workers that run well side by side
 *
 * @example
 * ```ts
 * // train-worker.ts: import { serve } from 'holdout/workers';
 * const answer = serve((reply) => postMessage(reply));
 * onmessage = ({ data }) => answer(data);
 *
 * // the page: import { setWorkerPool, webWorkerPool } from 'holdout/workers';
 * const script = new URL('../training/train-worker.js', import.meta.url);
 * setWorkerPool(webWorkerPool(() => new Worker(script, { type: 'module' }), navigator.hardwareConcurrency));
 * ```
 */
export function webWorkerPool(start: () => WebWorker, size: number): WorkerPool {
  return {
    size,

    start() {
      const worker = start();
      return {
        listen(onReply, onEnd) {
          worker.addEventListener('message', ({ data }: { data: WorkerReply }) => onReply(data));
          worker.addEventListener('error', ({ message }: { message?: string }) =>
            onEnd(message ? `with ${message}` : 'because its script could not be loaded'),
          );
        },
        send: (request) => worker.postMessage(request),
        terminate: () => worker.terminate(),
      };
    },
  };
}
