// The file that a thread of the worker pool runs.

import { parentPort } from 'node:worker_threads';
import { serve } from '../training/serve';
import './environment';

parentPort?.on(
  'message',
  serve((report) => parentPort?.postMessage(report)),
);
