// npm run grade -- DIR → grades on the screen, and in the files that the tools of a class take

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CourseError, loadCourse } from './course';
import { findSubmissions, gradeClass } from './grade-class';
import { csvReport } from './reports/csv';
import { gradescopeReport } from './reports/gradescope';
import { jsonReport } from './reports/json';
import { junitReport } from './reports/junit';
import { textReport } from './reports/learner';
import { classSummary, staffReport } from './reports/staff';
import type { ClassResult, ExerciseResult } from './result';
import { levelFault, levelMeaning, levels, SandboxError, strongestLevel, type Level } from './sandbox/level';

const usage = `npm run grade -- DIR [options]

DIR is a submission (a folder or a .zip with exercises/NN-slug.ts) or a folder of submissions.

  --json F         everything in one JSON file
  --csv F          a row for each submission, a column for each task
  --junit F        JUnit XML, a suite for each submission
  --gradescope F   results.json; for a class F is a folder with NAME.json for each submission
  --reports F      a folder with NAME.txt for each learner, and with --staff NAME.staff.txt
  --staff          with the inputs of hidden cases: for the eyes of the staff only
  --seed S         hidden inputs (default 1)
  --jobs N         submissions at the same time (default: two for each core)
  --only NN        these exercises only, e.g. 04; may be repeated
  --course FOLDER  another course: its course.json, solutions/ and test/exercises/
  --sandbox LEVEL  bwrap, unshare or none (default: the strongest that works here)

Time limits count the answer's own time: a busy machine costs nobody a point. A text that several hand in is graded once.
`;

/** Exit code 0 when grading worked, whatever the grades; 1 when a spec or a solution failed; 2 when nothing was graded. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      csv: { type: 'string' },
      junit: { type: 'string' },
      gradescope: { type: 'string' },
      reports: { type: 'string' },
      staff: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: String(2 * availableParallelism()) }, // one waits while another works
      only: { type: 'string', multiple: true, default: [] },
      course: { type: 'string' },
      sandbox: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || positionals.length !== 1) {
    process.stdout.write(usage);
    return values.help ? 0 : 2;
  }
  const level = chooseLevel(values.sandbox);
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new CourseError(`--jobs must be a whole number of at least 1, received ${values.jobs}`);
  const course = loadCourse(values.course, values.only);
  if (!existsSync(positionals[0]))
    throw new CourseError(`${positionals[0]} is not there: give a folder of submissions, or one submission`);
  const paths = findSubmissions(resolve(positionals[0]), course);
  if (paths.length === 0)
    throw new CourseError(`${positionals[0]} holds no submission: no exercise, no folder, no .zip file`);
  if (level === 'none') process.stderr.write(`sandbox: ${levelMeaning.none}\n`);

  const { json, csv, junit, gradescope, reports } = values;
  for (const target of [json, csv, junit, gradescope, reports])
    if (target !== undefined) mkdirSync(dirname(resolve(target)), { recursive: true }); // now, not when all is graded
  const result = await gradeClass(course, paths, { jobs, seed: values.seed, level, progress: showProgress });
  const write = (file: string | undefined, text: () => string) => file !== undefined && writeFileSync(file, text());
  write(json, () => jsonReport(result, values.staff));
  write(csv, () => csvReport(result));
  write(junit, () => junitReport(result, values.staff));
  if (gradescope !== undefined) writeGradescope(gradescope, result, values.staff);
  if (reports !== undefined) writeReports(reports, result, values.staff);

  if (result.submissions.length === 1)
    process.stdout.write(values.staff ? staffReport(result.submissions[0]) : textReport(result.submissions[0]));
  else process.stdout.write(classSummary(result));
  const failed = result.submissions.flatMap(({ exercises }) =>
    exercises.filter(hasGraderError).map(({ slug }) => slug),
  );
  if (failed.length === 0) return 0;
  const slugs = [...new Set(failed)].join(', ');
  process.stderr.write(`The grader itself failed in ${slugs} (status grader-error): no grade there counts.\n`);
  return 1;
}

function chooseLevel(wanted: string | undefined): Level {
  if (wanted === undefined) return strongestLevel();
  if (!(levels as readonly string[]).includes(wanted))
    throw new CourseError(`--sandbox must be one of ${levels.join(', ')}, received ${wanted}`);
  const fault = levelFault(wanted as Level);
  if (fault !== undefined) throw new CourseError(`--sandbox ${wanted} does not work on this machine: ${fault}`);
  return wanted as Level;
}

function hasGraderError({ tasks }: ExerciseResult): boolean {
  return tasks.some(({ status }) => status === 'grader-error');
}

function showProgress(done: number, total: number): void {
  if (total === 1 || !process.stderr.isTTY) return;
  const filled = Math.round((30 * done) / total);
  process.stderr.write(
    `\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total}${done === total ? '\n' : ''}`,
  );
}

function writeGradescope(file: string, { submissions }: ClassResult, staff: boolean): void {
  if (submissions.length === 1) return writeFileSync(file, gradescopeReport(submissions[0], staff));
  mkdirSync(file, { recursive: true });
  for (const [name, submission] of named(submissions))
    writeFileSync(join(file, `${name}.json`), gradescopeReport(submission, staff));
}

function writeReports(folder: string, { submissions }: ClassResult, staff: boolean): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, submission] of named(submissions)) {
    writeFileSync(join(folder, `${name}.txt`), textReport(submission));
    if (staff) writeFileSync(join(folder, `${name}.staff.txt`), staffReport(submission));
  }
}

/** File names from the names of submissions: no separators, and no two the same, also where capitals are small letters. */
function named(submissions: ClassResult['submissions']): Map<string, ClassResult['submissions'][number]> {
  const files = new Map<string, ClassResult['submissions'][number]>();
  const taken = new Set<string>();
  const key = (file: string) => file.normalize().toLowerCase();
  for (const submission of submissions) {
    const plain =
      submission.name
        .replace(/\.zip$/i, '')
        .replace(/[^\p{L}\p{N}._ -]/gu, '_')
        .replace(/^\.+/, '_') || '_';
    let name = plain;
    for (let n = 2; taken.has(key(name)); n++) name = `${plain} (${n})`;
    taken.add(key(name));
    files.set(name, submission);
  }
  return files;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isUsers =
      [CourseError, SandboxError].some((kind) => error instanceof kind) ||
      (error as NodeJS.ErrnoException).code !== undefined;
    process.stderr.write(`${isUsers ? (error as Error).message : (error as Error).stack}\n`);
    process.exit(2);
  },
);
