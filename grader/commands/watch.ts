// npm run watch → an exercise is graded each time it is saved

import { watch } from 'node:fs';
import { join } from 'node:path';
import { loadCourse, type CourseEntry } from '../course';
import { courseRoot } from '../course-root';
import { readSubmission } from '../hand-ins/submission';
import { textReport } from '../reports/learner';
import { Grader } from '../run/grader';
import type { ExerciseResult } from '../run/result';
import { SandboxError } from '../sandbox/level';

const SETTLE_MILLISECONDS = 60; // editors save in several steps

const folder = join(courseRoot, 'exercises');
const entries = new Map(loadCourse().entries.map((entry) => [`${entry.slug}.ts`, entry]));
let grader: Grader; // stays warm between two saves
try {
  grader = new Grader();
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
/** One exercise after another; the first is graded unasked, as loading the compiler takes longer than a grade. */
let queue: Promise<unknown> = Promise.resolve();

async function grade(entry: CourseEntry): Promise<ExerciseResult> {
  const submission = await readSubmission(folder, [entry.exercise]);
  return grader.grade(entry, submission.source(entry.slug));
}

async function regrade(entry: CourseEntry): Promise<void> {
  const result = await grade(entry);
  const { title } = entry;
  console.log(
    `\n${textReport({ name: title, score: result.score, points: result.points, exercises: [result] }, (task) => task)}`,
  );
}

/** Says what went wrong, and goes on; without a sandbox there is nothing to go on with. */
function fail(error: Error): void {
  console.error(error.message);
  if (error instanceof SandboxError) process.exit(2);
}

const settling = new Map<string, NodeJS.Timeout>();
watch(folder, (_event, file) => {
  const entry = entries.get(file ?? '');
  if (!entry) return;
  clearTimeout(settling.get(entry.slug));
  const run = () => void (queue = queue.then(() => regrade(entry)).catch(fail));
  settling.set(entry.slug, setTimeout(run, SETTLE_MILLISECONDS));
});
queue = grade([...entries.values()][0]).catch(fail);
console.log(`watching exercises/; save one of ${[...entries.keys()].join(', ')}, or end with Ctrl-C`);
