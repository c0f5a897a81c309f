// Schedule → one worker: a job, its replies, the next job.

import type { TrainAllProgress } from './runs-observer';
import type { Schedule } from './schedule';
import type { TrainWorker, WorkerReply } from './worker-protocol';

/**
 * Gives jobs to a worker until there are none left.
 *
 * @param test whether models are evaluated on the test set as well
 * @param onProgress called after every epoch
 * @returns a promise that resolves when there is no further job for this worker
 * @throws Error that names the run when it fails or its worker dies; whatever `onProgress` or the function that makes data throws
 */
export function feedWorker(
  worker: TrainWorker,
  schedule: Schedule,
  test: boolean,
  onProgress: (progress: TrainAllProgress) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let job: number | undefined;
    let sentData: string | undefined;

    const giveNext = () => {
      job = schedule.take();
      if (job === undefined) return resolve();
      const data = schedule.dataKey(job);
      if (data !== sentData) worker.send({ type: 'data', key: data, split: schedule.splitOf(job) });
      sentData = data;
      worker.send({ type: 'train', job, ...schedule.jobs[job], data, test });
    };

    const onReply = (reply: WorkerReply) => {
      if (schedule.ended) return;
      if (reply.type === 'failed') throw new Error(`trainAll: ${schedule.describe(reply.job)}: ${reply.message}`);
      if (reply.type === 'done') schedule.finish(reply.job, reply.run);
      const epoch = reply.type === 'epoch' ? reply.epoch : reply.run.history.epochs.length;
      onProgress({ done: schedule.done, total: schedule.jobs.length, ...schedule.jobs[reply.job], epoch });
      if (reply.type === 'done') giveNext();
    };

    const fail = (error: unknown) => {
      schedule.ended = true;
      reject(error);
    };

    worker.listen(
      (reply) => {
        try {
          onReply(reply);
        } catch (error) {
          fail(error);
        }
      },
      (reason) => {
        if (job === undefined) return resolve(); // it had nothing to do
        const remedy = 'run it again, with fewer workers if memory is short';
        fail(new Error(`trainAll: a worker ended while it trained ${schedule.describe(job)}, ${reason}; ${remedy}`));
      },
    );
    giveNext();
  });
}
