// test/exercises/*.spec.ts → a suite for each exercise: untouched tasks pending, wrong ones failures that say what is wrong
//
// `npm test -- 04` sets HOLDOUT_EXERCISES, the exercises to test (default: all). `npm test -- --submission DIR` sets
// HOLDOUT_SUBMISSION, a folder or an archive that is graded in place of the clone's exercises.

import { join, resolve } from 'node:path';
import { loadCourse, type CourseEntry } from '../grader/course';
import { courseRoot } from '../grader/course-root';
import { readSubmission } from '../grader/hand-ins/submission';
import { explain } from '../grader/reports/explain';
import { Grader } from '../grader/run/grader';
import type { TaskResult } from '../grader/run/result';
import type { ExerciseRun } from '../grader/run/run-exercise';

const wanted = process.env.HOLDOUT_EXERCISES?.split(' ') ?? [];
const folder = resolve(process.env.HOLDOUT_SUBMISSION ?? join(courseRoot, 'exercises'));

for (const entry of loadCourse(courseRoot, wanted).entries) {
  const { slug, exercise } = entry;
  describe(slug, () => {
    let grader: Grader | undefined;
    let run: ExerciseRun;
    let isReported = false; // a file that cannot be graded at all is one failure, not one for each contract
    before(async function () {
      this.timeout(0); // the sandbox has limits of its own
      grader = new Grader();
      run = await grader.open(entry, (await readSubmission(folder, [exercise])).source(slug));
    });
    after(() => {
      for (const note of run?.notes ?? []) process.stderr.write(`${note}\n`);
      grader?.close();
    });
    for (const task of exercise.tasks) {
      describe(`Task ${task.id}: ${task.export}`, () => {
        let result: TaskResult;
        before(async function () {
          this.timeout(0);
          result = await run.task(task.id);
        });
        for (const title of titlesOf(entry, task.id)) {
          it(title, function () {
            const found = result.cases.find((one) => one.title === title)!;
            if (found.status === 'untouched' || (run.problem && isReported)) return this.skip();
            isReported = run.problem !== undefined;
            if (run.problem) throw failure(`${slug}: ${run.problem.message}`);
            if (found.status !== 'right') throw failure(explain(result, found, slug));
          });
        }
      });
    }
  });
}

function titlesOf({ exercise }: CourseEntry, task: number): string[] {
  const unused = {} as never; // titles do not depend on what is asked
  return exercise
    .cases({ answer: unused, reference: unused, rng: unused })
    .filter((one) => one.task === task)
    .map(({ title }) => title);
}

/** The stack would point into the grader: the message says where in the answer. */
function failure(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}
