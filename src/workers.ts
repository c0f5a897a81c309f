// `holdout/workers`: how trainAll gets its workers, for whoever puts the library into a page or on another platform. Nobody else
// needs it: in Node and in a notebook the workers are there already.

export {
  setWorkerPool,
  type TrainWorker,
  type WorkerPool,
  type WorkerReply,
  type WorkerRequest,
} from './experiments/worker-protocol';
export { serve } from './experiments/worker-main';
export { webWorkerPool, type WebWorker } from './experiments/web-workers';
