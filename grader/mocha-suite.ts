// spec loaded by mocha → one suite: untouched tasks pending, wrong ones failures that say what is wrong
//
// `npm test -- --submission DIR` sets HOLDOUT_SUBMISSION: then the files of that folder are graded instead of the clone's.

import { readFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Exercise } from './exercise';
import { Sandbox } from './oracle';
import { Reference } from './reference';
import { explain } from './reports/explain';
import type { TaskResult } from './result';
import { courseRoot } from './root';
import { ExerciseRun } from './run-exercise';
import { strongestLevel } from './sandbox/level';
import { readSubmission } from './submission';

export const SEED = '1';

/** Registers an exercise with mocha: `describe` a task, `it` a contract. */
export function registerSuite(exercise: Exercise): void {
  describe(exercise.slug, () => {
    let answers: Sandbox;
    let solutions: Sandbox;
    let run: ExerciseRun;
    let isReported = false; // a file that cannot be graded at all is one failure, not one for each contract
    before(async function () {
      this.timeout(0); // the sandbox has limits of its own
      const level = strongestLevel();
      answers = new Sandbox(level);
      solutions = new Sandbox(level);
      const folder = resolve(process.env.HOLDOUT_SUBMISSION ?? join(courseRoot, 'exercises'));
      const submission = await readSubmission(folder, [exercise]);
      const file = join(courseRoot, 'solutions', `${exercise.slug}.ts`);
      const reference = new Reference(
        exercise,
        existsSync(file) ? readFileSync(file, 'utf8') : undefined,
        solutions,
        new Map(),
      );
      run = await ExerciseRun.open(exercise, submission.source(exercise.slug), answers, reference, SEED);
    });
    after(() => {
      for (const note of run?.notes ?? []) process.stderr.write(`${note}\n`);
      answers?.close();
      solutions?.close();
    });
    for (const task of exercise.tasks) {
      describe(`Task ${task.id}: ${task.export}`, () => {
        let result: TaskResult;
        before(async function () {
          this.timeout(0);
          result = await run.task(task.id);
        });
        for (const { title } of titlesOf(exercise, task.id)) {
          it(title, function () {
            const found = result.cases.find((one) => one.title === title)!;
            if (found.status === 'untouched' || (run.problem && isReported)) return this.skip();
            isReported = run.problem !== undefined;
            if (run.problem) throw failure(`${exercise.slug}: ${run.problem.message}`);
            if (found.status !== 'right') throw failure(explain(result, found, exercise.slug));
          });
        }
      });
    }
  });
}

function titlesOf(exercise: Exercise, task: number) {
  const unused = {} as never; // titles do not depend on what is asked
  return exercise.cases({ answer: unused, reference: unused, rng: unused }).filter((one) => one.task === task);
}

/** The stack would point into the grader: the message says where in the answer. */
function failure(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}
