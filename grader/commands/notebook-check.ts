// check('03') in a notebook, npm run progress → this command → Markdown on standard output
//
//   check 03 · hint 03 [TASK] [--opened SLUG/TASK …] · solution 03 [--reveal] · progress
//
// HOLDOUT_SUBMISSION is a folder that is graded in place of exercises/: a notebook whose outputs are committed grades stubs.

import { parseArgs } from 'node:util';
import { CourseError, loadCourse, type CourseEntry } from '../course';
import { courseRoot } from '../course-root';
import { readSubmission } from '../hand-ins/submission';
import { markdownReport } from '../reports/markdown';
import { Grader } from '../run/grader';
import { sum, type ExerciseResult } from '../run/result';
import { SandboxError } from '../sandbox/level';

async function main(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { opened: { type: 'string', multiple: true, default: [] }, reveal: { type: 'boolean', default: false } },
  });
  const [command, number, task] = positionals;
  if (command === 'progress') return progress();
  const [entry] = loadCourse(courseRoot, [number]).entries;
  if (command === 'hint') return hint(entry, task, values.opened);
  if (command === 'solution') return solution(entry, values.reveal);
  return markdownReport(entry.title, (await grade([entry]))[0]);
}

/** Grades the exercises of this clone. */
async function grade(entries: CourseEntry[]): Promise<ExerciseResult[]> {
  const grader = new Grader();
  const submission = await readSubmission(
    process.env.HOLDOUT_SUBMISSION ?? `${courseRoot}/exercises`,
    entries.map(({ exercise }) => exercise),
  );
  const results: ExerciseResult[] = [];
  for (const entry of entries) results.push(await grader.grade(entry, submission.source(entry.slug)));
  grader.close();
  return results;
}

/**
 * The next hint of a task; without a task, of the first that is not solved.
 *
 * @param opened `SLUG/TASK` of every hint that was shown before: when one task is solved, the next begins with its first hint
 * @returns the hint, and its `SLUG/TASK` in a comment of Markdown: an exercise can be asked for by more than one name
 */
async function hint(entry: CourseEntry, wanted: string | undefined, opened: string[]): Promise<string> {
  const { tasks } = entry.exercise;
  const id =
    wanted === undefined
      ? (await grade([entry]))[0].tasks.find(({ status }) => status !== 'right')?.id
      : Number(wanted);
  if (id === undefined) return `**${entry.title}** is solved: no hint is needed.`;
  const task = tasks.find((one) => one.id === id);
  if (!task)
    throw new CourseError(`${entry.slug} has no task ${wanted}; it has ${tasks.map((one) => one.id).join(', ')}`);
  const name = `${entry.slug}/${id}`;
  const before = opened.filter((one) => one === name).length;
  const shown = Math.min(before + 1, task.hints.length);
  const left = task.hints.length - shown;
  const more = left === 0 ? 'That was the last hint.' : `${left} more: run the cell again.`;
  return `**Task ${id}, hint ${shown} of ${task.hints.length}.** ${task.hints[shown - 1]} ${more}\n<!-- ${name} -->`;
}

async function solution(entry: CourseEntry, reveal: boolean): Promise<string> {
  if (entry.solution === undefined) return 'This copy of the course comes without solutions.';
  const open = reveal ? [] : (await grade([entry]))[0].tasks.filter(({ status }) => status !== 'right');
  if (open.length > 0) {
    const number = entry.slug.slice(0, 2);
    return `Not solved yet: task ${open.map(({ id }) => id).join(', ')}. \`hint('${number}', ${open[0].id})\` helps; \`solution('${number}', { reveal: true })\` shows the solution all the same.`;
  }
  return `\`\`\`ts\n${entry.solution}\`\`\``;
}

async function progress(): Promise<string> {
  const { entries } = loadCourse();
  const results = await grade(entries);
  const rows = results.map(({ score, points, tasks }, i) => {
    const right = tasks.filter(({ status }) => status === 'right').length;
    return `| ${entries[i].slug} | ${right} of ${tasks.length} | ${score} / ${points} |`;
  });
  const total = `| **together** | | ${sum(results, (one) => one.score)} / ${sum(results, (one) => one.points)} |`;
  return ['| exercise | tasks | points |', '| --- | --- | --- |', ...rows, total].join('\n');
}

main().then(
  (markdown) => process.stdout.write(`${markdown}\n`),
  (error: unknown) => {
    const isUsers = error instanceof CourseError || error instanceof SandboxError;
    process.stderr.write(`${isUsers ? (error as Error).message : (error as Error).stack}\n`);
    process.exitCode = 2;
  },
);
