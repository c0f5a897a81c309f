// trainAll → Web Workers: how workers are started in a page.

import type { Report, WorkerPool } from './worker-protocol';

/** What is asked of a browser's `Worker`. */
export interface WebWorker {
  postMessage(message: unknown): void;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- events are the browser's
  addEventListener(type: 'message' | 'error', listener: (event: any) => void): void;
  terminate(): void;
}

/**
 * A pool of Web Workers, for `setWorkerPool`: {@link trainAll} trains in them from then on. Their script answers orders with
 * {@link serve}, and the runs have the bits that they have in Node.
 *
 * @param start makes a worker
 * @param size how many run well side by side
 *
 * @example
 * ```ts
 * // train-worker.ts
 * const answer = serve((report) => postMessage(report));
 * onmessage = ({ data }) => answer(data);
 *
 * // the page
 * const script = new URL('./train-worker.js', import.meta.url);
 * setWorkerPool(webWorkerPool(() => new Worker(script, { type: 'module' }), navigator.hardwareConcurrency));
 * ```
 */
export function webWorkerPool(start: () => WebWorker, size: number): WorkerPool {
  return {
    size,

    start() {
      const worker = start();
      return {
        listen(onReport, onEnd) {
          worker.addEventListener('message', ({ data }: { data: Report }) => onReport(data));
          worker.addEventListener('error', ({ message }: { message?: string }) =>
            onEnd(message ? `with ${message}` : 'because its script could not be loaded'),
          );
        },
        send: (order) => worker.postMessage(order),
        terminate: () => worker.terminate(),
      };
    },
  };
}
