// Order → serve → Report, without a thread: the worker of places that have none.

import { serve } from './serve';
import type { TrainWorker } from './worker-protocol';

/** A worker that trains in this thread, between its other work. */
export function inThisThread(): TrainWorker {
  const end = new AbortController();
  let answer: ReturnType<typeof serve>;
  return {
    listen: (onReport) => (answer = serve((report) => end.signal.aborted || onReport(report), end.signal)),
    send: (order) => answer(order),
    terminate: () => end.abort(),
  };
}
