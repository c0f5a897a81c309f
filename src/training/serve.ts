// Order → trainRecipe → Report: the inside of a worker.

import type { Inputs } from '../data/dataset';
import type { Split } from '../data/split';
import { trainRecipe } from './run';
import type { Order, Report } from './worker-protocol';

/**
 * Answers orders, one at a time in the order in which they come.
 *
 * @param reply sends a report back
 * @param signal ends the run at hand, where a worker cannot be ended from outside
 */
export function serve(reply: (report: Report) => void, signal?: AbortSignal): (order: Order) => void {
  const splits = new Map<string, Split<Inputs>>();
  let last = Promise.resolve();

  async function train(order: Extract<Order, { type: 'train' }>): Promise<void> {
    const { job, recipe, seed, data, test } = order;
    try {
      const observer = { epoch: ({ epoch }: { epoch: number }) => reply({ type: 'epoch', job, epoch }) };
      const run = await trainRecipe(recipe, splits.get(data)!, seed, { test, observer, signal });
      reply({ type: 'done', job, run });
    } catch (error) {
      reply({ type: 'failed', job, message: error instanceof Error ? error.message : String(error) });
    }
  }

  return (order) => {
    if (order.type === 'data') splits.set(order.key, order.split);
    else last = last.then(() => train(order));
  };
}
