// WorkerRequest → serve → WorkerReply, without a thread: the worker of places that have none.

import { serve } from './worker-main';
import type { TrainWorker } from './worker-protocol';

/** A worker that trains in this thread, between its other work. */
export function thisThreadWorker(): TrainWorker {
  const end = new AbortController();
  let answer: ReturnType<typeof serve>;
  return {
    listen: (onReply) => (answer = serve((reply) => end.signal.aborted || onReply(reply), end.signal)),
    send: (request) => answer(request),
    terminate: () => end.abort(),
  };
}
