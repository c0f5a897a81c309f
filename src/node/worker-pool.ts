// trainAll → threads of Node: how workers are started here.

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerPool, WorkerReply } from '../experiments/worker-protocol';

// The compiled file, also when this one runs from its source: a thread has no TypeScript.
const file = join(__dirname, '..', '..', 'dist', 'node', 'train-worker.js');

/** One thread for each processor. */
export const threadPool: WorkerPool = {
  size: availableParallelism(),

  start() {
    const worker = new Worker(file);
    return {
      listen(onReply, onEnd) {
        worker.on('message', (reply: WorkerReply) => onReply(reply));
        worker.on('error', (error) => onEnd(String(error)));
        worker.on('exit', (code) => onEnd(`with exit code ${code}`));
      },
      send: (request) => worker.postMessage(request),
      terminate: () => void worker.terminate(),
    };
  },
};
