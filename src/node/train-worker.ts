// The file that a thread of the worker pool runs.

import { parentPort } from 'node:worker_threads';
import { serve } from '../experiments/worker-main';
import './environment';

parentPort?.on(
  'message',
  serve((reply) => parentPort?.postMessage(reply)),
);
