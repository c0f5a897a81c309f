// WorkerRequest → trainRecipe → WorkerReply: the inside of a worker.

import type { Inputs } from '../data/dataset';
import type { Split } from '../data/split';
import { trainRecipe } from './train-recipe';
import type { WorkerReply, WorkerRequest } from './worker-protocol';

/**
 * Answers the requests of `trainAll`, one at a time, in the order in which they come.
 *
 * @param reply sends a message back
 * @param signal ends the run at hand, where a worker cannot be ended from outside
 */
export function serve(reply: (reply: WorkerReply) => void, signal?: AbortSignal): (request: WorkerRequest) => void {
  const splits = new Map<string, Split<Inputs>>();
  let last = Promise.resolve();

  async function train(request: Extract<WorkerRequest, { type: 'train' }>): Promise<void> {
    const { job, recipe, seed, data, test } = request;
    try {
      const observer = { epoch: ({ epoch }: { epoch: number }) => reply({ type: 'epoch', job, epoch }) };
      const run = await trainRecipe(recipe, splits.get(data)!, seed, { test, observer, signal });
      reply({ type: 'done', job, run });
    } catch (error) {
      reply({ type: 'failed', job, message: error instanceof Error ? error.message : String(error) });
    }
  }

  return (request) => {
    if (request.type === 'data') splits.set(request.key, request.split);
    else last = last.then(() => train(request));
  };
}
