// npm run grade -- DIR → grades on the screen, and in the files that the tools of a class take

import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CourseError, loadCourse, type Course } from '../course';
import { gradeClass } from '../run/grade-class';
import { findHandIns, oneHandIn, type HandIns } from '../hand-ins/layout';
import { canvasReport, moodleReport } from '../reports/forms';
import { csvReport } from '../reports/csv';
import { gradescopeFault, gradescopeReport } from '../reports/gradescope';
import { jsonReport } from '../reports/json';
import { junitReport } from '../reports/junit';
import { textReport } from '../reports/learner';
import { classSummary, staffReport } from '../reports/staff';
import { isFault, isMissing, type ClassResult } from '../run/result';
import { levelFault, levelMeaning, levels, SandboxError, strongestLevel, type Level } from '../sandbox/level';
import { prepareFile, writeWhole } from './write-whole';

const usage = `npm run grade -- DIR [options]

DIR is a submission (a folder or an archive with NN-slug.ts somewhere in it), a folder of submissions, or what a learning
platform gives for a class: the folder or the zip. .zip, .tar and .tar.gz are read, also one inside the other.

  --json F         everything in one JSON file
  --csv F          a row for each submission, a column for each task
  --canvas F       the scores as a CSV that Canvas imports into its gradebook
  --moodle F       the scores as a CSV that Moodle imports: as grading worksheet of the assignment, or into its gradebook
  --junit F        JUnit XML, a suite for each submission
  --gradescope F   DIR is one submission, whatever is in it, and F its results.json, which is written in any case
  --reports F      a folder with NAME.txt for each learner, and with --staff NAME.staff.txt
  --staff          with the inputs of hidden cases: for the eyes of the staff only
  --seed S         hidden inputs (default 1)
  --jobs N         submissions at the same time (default: two for each core)
  --only NN        these exercises only, e.g. 04; may be repeated
  --course FOLDER  another course: its course.json, solutions/ and test/exercises/
  --sandbox LEVEL  bwrap, unshare or none (default: the strongest that works here)

Time limits count the answer's own time: a busy machine costs nobody a point. A text that several hand in is graded once.
Ends with 0 when grading worked, whatever the grades; with 1 when every submission is missing, or a spec or a solution failed;
with 2 when nothing was graded.
`;

/** @returns the exit code */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      csv: { type: 'string' },
      canvas: { type: 'string' },
      moodle: { type: 'string' },
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
  const { json, csv, canvas, moodle, junit, reports, staff } = values;
  const gradescope = values.gradescope === undefined ? undefined : resultsFile(values.gradescope);
  // Also when the grader is ended from outside, Gradescope finds a file, and no score in it.
  if (gradescope !== undefined) {
    prepareFile('gradescope', gradescope);
    writeWhole(gradescope, gradescopeFault('it did not come to its end'));
  }

  const level = chooseLevel(values.sandbox);
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new CourseError(`--jobs must be a whole number of at least 1, received ${values.jobs}`);
  const course = loadCourse(values.course, values.only);
  const found = await handInsAt(positionals[0], course, gradescope !== undefined);
  if (level === 'none') process.stderr.write(`sandbox: ${levelMeaning.none}\n`);
  for (const [option, file] of Object.entries({ json, csv, canvas, moodle, junit })) prepareFile(option, file);
  if (reports !== undefined) mkdirSync(reports, { recursive: true });

  const graded = await gradeClass(course, found.handIns, { jobs, seed: values.seed, level, progress: showProgress });
  found.close();
  const result: ClassResult = { ...graded, unused: found.unused };
  const { submissions } = result;
  const write = (file: string | undefined, text: () => string) => file !== undefined && writeWhole(file, text());
  write(json, () => jsonReport(result, staff));
  write(csv, () => csvReport(result));
  write(canvas, () => canvasReport(result));
  write(moodle, () => moodleReport(result));
  write(junit, () => junitReport(result, staff));
  write(gradescope, () => gradescopeReport(submissions[0], staff));
  if (reports !== undefined) writeReports(reports, result, staff);

  if (submissions.length > 1) process.stdout.write(classSummary(result));
  else process.stdout.write(staff ? staffReport(submissions[0]) : textReport(submissions[0]));
  const failed = submissions.flatMap(({ exercises }) => exercises.filter(isFault).map(({ slug }) => slug));
  if (failed.length > 0) {
    const slugs = [...new Set(failed)].join(', ');
    process.stderr.write(`The grader itself failed in ${slugs} (status grader-error): no grade there counts.\n`);
    return 1;
  }
  if (gradescope !== undefined || !submissions.every(isMissing)) return 0;
  const what = submissions.length === 1 ? 'the submission' : `each of the ${submissions.length} submissions`;
  process.stderr.write(`\nNOTHING WAS GRADED: ${what} is missing, and has 0 points for that reason only.\n`);
  return 1;
}

/** With a folder that is there, results.json in it. */
function resultsFile(file: string): string {
  return existsSync(file) && statSync(file).isDirectory() ? join(file, 'results.json') : file;
}

async function handInsAt(path: string, course: Course, isOne: boolean): Promise<HandIns> {
  if (!existsSync(path)) throw new CourseError(`${path} is not there: give a folder of submissions, or one submission`);
  const folder = realpathSync(path); // the link is the teacher's own
  if (isOne) return { handIns: [oneHandIn(folder)], unused: [], close: () => undefined };
  const slugs = course.entries.map(({ slug }) => slug);
  const found = await findHandIns(folder, slugs);
  if (found.handIns.length > 0) return found;
  const what = found.unused.length > 0 ? `, but ${found.unused.slice(0, 6).join(', ')}` : '';
  throw new CourseError(`${path} holds no submission: no exercise, no folder, no archive${what}`);
}

function chooseLevel(wanted: string | undefined): Level {
  if (wanted === undefined) return strongestLevel();
  if (!(levels as readonly string[]).includes(wanted))
    throw new CourseError(`--sandbox must be one of ${levels.join(', ')}, received ${wanted}`);
  const fault = levelFault(wanted as Level);
  if (fault !== undefined) throw new CourseError(`--sandbox ${wanted} does not work on this machine: ${fault}`);
  return wanted as Level;
}

function showProgress(done: number, total: number): void {
  if (total === 1 || !process.stderr.isTTY) return;
  const filled = Math.round((30 * done) / total);
  process.stderr.write(
    `\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total}${done === total ? '\n' : ''}`,
  );
}

function writeReports(folder: string, { submissions }: ClassResult, staff: boolean): void {
  for (const [name, submission] of named(submissions)) {
    writeWhole(join(folder, `${name}.txt`), textReport(submission));
    if (staff) writeWhole(join(folder, `${name}.staff.txt`), staffReport(submission));
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
        .replace(/\.(?:zip|tar|tgz|tar\.gz)$/i, '')
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
    writeFault(error as Error);
    process.exit(2);
  },
);

/** With --gradescope, a fault of the grader is a results.json too. The arguments may be what is wrong. */
function writeFault({ message }: Error): void {
  const { values } = parseArgs({ strict: false, allowPositionals: true, options: { gradescope: { type: 'string' } } });
  if (typeof values.gradescope !== 'string') return;
  const file = resultsFile(values.gradescope);
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeWhole(file, gradescopeFault(message));
}
