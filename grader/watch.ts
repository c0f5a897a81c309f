// npm run watch → an exercise is graded each time it is saved

import { watch } from 'node:fs';
import { join } from 'node:path';
import { loadCourse, type CourseEntry } from './course';
import { Sandbox } from './oracle';
import { Reference, type ReferenceMemory } from './reference';
import { textReport } from './reports/learner';
import type { ExerciseResult } from './result';
import { courseRoot } from './root';
import { ExerciseRun } from './run-exercise';
import { SandboxError, strongestLevel, type Level } from './sandbox/level';
import { readSubmission } from './submission';

const SETTLE_MILLISECONDS = 60; // editors save in several steps

const folder = join(courseRoot, 'exercises');
const entries = new Map(loadCourse().entries.map((entry) => [`${entry.slug}.ts`, entry]));
let level: Level;
try {
  level = strongestLevel();
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
const [answers, solutions] = [new Sandbox(level), new Sandbox(level)]; // stay warm between two saves
const memory: ReferenceMemory = new Map();
/** One exercise after another; the first is graded unasked, as loading the compiler takes longer than a grade. */
let queue: Promise<unknown> = Promise.resolve();

async function grade({ exercise, solution }: CourseEntry): Promise<ExerciseResult> {
  const submission = await readSubmission(folder, [exercise]);
  const reference = new Reference(exercise, solution, solutions, memory);
  return (await ExerciseRun.open(exercise, submission.source(exercise.slug), answers, reference, '1')).all();
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
