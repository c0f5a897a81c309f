// trainAll → threads of Node: how workers are started here.

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Report, WorkerPool } from '../training/worker-protocol';

// The compiled file, also when this one runs from its source: a thread has no TypeScript.
const file = join(__dirname, '..', '..', 'dist', 'node', 'train-worker.js');

/** One thread for each processor. */
export const threadPool: WorkerPool = {
  size: availableParallelism(),

  start() {
    const worker = new Worker(file);
    return {
      listen(onReport, onEnd) {
        worker.on('message', (report: Report) => onReport(report));
        worker.on('error', (error) => onEnd(String(error)));
        worker.on('exit', (code) => onEnd(`with exit code ${code}`));
      },
      send: (order) => worker.postMessage(order),
      terminate: () => void worker.terminate(),
    };
  },
};
