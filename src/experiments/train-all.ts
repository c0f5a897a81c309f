// recipes × seeds → workers → Run[]: experiments side by side, with the same bits for any number of workers.

import { pause } from '../training/pause';
import { feedWorker } from './feed-worker';
import type { Recipe } from './recipe';
import type { Run } from './run';
import { defaultRunsObserver } from './runs-observer';
import { Schedule, type SplitSource } from './schedule';
import { thisThreadWorker } from './this-thread-worker';
import { checkTrainAll, type TrainAllOptions } from './train-all-options';
import { workerPool, type TrainWorker } from './worker-protocol';

/**
 * Trains every recipe with every seed, side by side in workers. The runs come back in the order recipe by recipe, seed by
 * seed, whichever finished first; each has the bits it would have alone.
 *
 * @param split the data of all runs, or a function that makes the data of a seed, so that the data vary as well
 * @returns the runs; fewer when `signal` or the stop button ended it
 * @throws OptionError when a recipe or the options have an unknown field, or a seed comes twice, before anything is trained
 * @throws Error that names the run when it fails (with the message of its error) or its worker dies; all workers are ended then
 *
 * @example `const runs = await trainAll([{}, { dropout: 0.5 }], data, { seeds: [1, 2, 3] });`
 */
export async function trainAll(
  recipes: readonly Recipe[],
  split: SplitSource,
  options: TrainAllOptions = {},
): Promise<Run[]> {
  checkTrainAll(recipes, options);
  const { seeds = [1], workers, test = false, signal, observer = defaultRunsObserver() } = options;
  const schedule = new Schedule(recipes, seeds, split);
  const started: TrainWorker[] = [];
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = () => {
      schedule.ended = true;
      resolve();
    };
  });
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    await pause(); // observers deal with signals, which has to happen outside the first, synchronous part of a notebook cell
    observer.start?.({ total: schedule.jobs.length, stop });
    for (const start of startersFor(schedule.jobs.length, workers)) started.push(start());
    const work = started.map((worker) => feedWorker(worker, schedule, test, (news) => observer.progress?.(news)));
    await Promise.race([Promise.all(work), stopped]);
  } finally {
    signal?.removeEventListener('abort', stop);
    for (const worker of started) worker.terminate();
    observer.end?.(schedule.complete());
  }
  return schedule.complete();
}

/** A function that starts a worker, for each worker that the runs need: at most one a run; this thread where there are none. */
function startersFor(jobs: number, most: number | undefined): (() => TrainWorker)[] {
  const pool = workerPool();
  const count = Math.min(most ?? pool?.size ?? 0, jobs);
  if (pool && count > 0) return Array.from({ length: count }, () => () => pool.start());
  return jobs > 0 ? [thisThreadWorker] : [];
}
