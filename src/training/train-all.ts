// recipes × seeds → workers → Run[]: experiments side by side, with the same bits for any number of workers.

import type { Inputs } from '../data/dataset';
import type { Split } from '../data/split';
import { inThisThread } from './in-this-thread';
import { defaultRunsObserver } from './observer';
import { pause } from './pause';
import { recipeName, type Recipe } from './recipe';
import type { Run } from './run';
import { checkTrainAll, type TrainAllOptions } from './train-all-options';
import { workerPool, type Report, type TrainWorker } from './worker-protocol';

interface Job {
  recipe: Recipe;
  seed: number | string;
}

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
  split: Split<Inputs> | ((seed: number | string) => Split<Inputs>),
  options: TrainAllOptions = {},
): Promise<Run[]> {
  checkTrainAll(recipes, options);
  const { seeds = [1], workers, test = false, onProgress, signal, observer = defaultRunsObserver() } = options;
  const jobs: Job[] = recipes.flatMap((recipe) => seeds.map((seed) => ({ recipe, seed })));
  const order = jobs.map((_, i) => i).sort((a, b) => (a % seeds.length) - (b % seeds.length) || a - b); // seed by seed: data are made once
  const runs: (Run | undefined)[] = jobs.map(() => undefined);
  const pool = workerPool();
  const count = Math.min(workers ?? pool?.size ?? 0, jobs.length);
  const team: TrainWorker[] = [];
  const makeData = typeof split === 'function' ? once(split) : () => split;
  let next = 0;
  let done = 0;
  let failed = false;
  let stopped = signal?.aborted ?? false; // by the signal or by the observer
  let stop = () => {};
  const ending = new Promise<void>((resolve) => {
    stop = () => {
      stopped = true;
      resolve();
    };
  });
  signal?.addEventListener('abort', stop);

  function work(worker: TrainWorker): Promise<void> {
    let known: string | undefined;
    return new Promise((resolve, reject) => {
      let job = -1;
      const describe = () => `${recipeName(jobs[job].recipe)}, seed ${jobs[job].seed}`;
      const give = () => {
        if (next === order.length || stopped) return resolve();
        job = order[next++];
        const { recipe, seed } = jobs[job];
        const data = typeof split === 'function' ? JSON.stringify(seed) : 'data';
        if (data !== known) worker.send({ type: 'data', key: (known = data), split: makeData(seed) });
        worker.send({ type: 'train', job, recipe, seed, data, test });
      };
      const fail = (error: unknown) => {
        failed = true; // what the others still say is of no interest
        reject(error);
      };
      const take = (report: Report) => {
        if (failed || stopped) return;
        if (report.type === 'failed') return fail(new Error(`trainAll: ${describe()}: ${report.message}`));
        if (report.type === 'done') {
          runs[report.job] = report.run;
          done++;
        }
        const epoch = report.type === 'epoch' ? report.epoch : report.run.history.epochs.length;
        const news = { done, total: jobs.length, ...jobs[report.job], epoch };
        onProgress?.(news);
        observer.progress?.(news);
        if (report.type === 'done') give();
      };
      worker.listen(
        (report) => {
          try {
            take(report);
          } catch (error) {
            fail(error); // of onProgress, or of the function that makes data
          }
        },
        (reason) => {
          if (job < 0) return resolve(); // it had nothing to do
          fail(
            new Error(
              `trainAll: a worker ended while it trained ${describe()}, ${reason}; run it again, with fewer workers if memory is short`,
            ),
          );
        },
      );
      give();
    });
  }

  const complete = () => runs.filter((run): run is Run => run !== undefined);
  try {
    await pause(); // observers deal with signals, which has to happen outside the first, synchronous part of a notebook cell
    observer.start?.({ total: jobs.length, stop });
    const size = Math.max(count, jobs.length && 1);
    while (team.length < size) team.push(pool && count > 0 ? pool.start() : inThisThread());
    await Promise.race([Promise.all(team.map(work)), ending]);
  } finally {
    signal?.removeEventListener('abort', stop);
    for (const worker of team) worker.terminate();
    observer.end?.(complete());
  }
  return complete();
}

/** Remembers the data of each seed, so that all recipes of a seed share them. */
function once(make: (seed: number | string) => Split<Inputs>): (seed: number | string) => Split<Inputs> {
  const made = new Map<number | string, Split<Inputs>>();
  return (seed) => {
    if (!made.has(seed)) made.set(seed, make(seed));
    return made.get(seed)!;
  };
}
