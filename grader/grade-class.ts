// course × submissions → results, several at a time; what one submission does never reaches another

import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Course } from './course';
import { Sandbox } from './oracle';
import { clean } from './print';
import { Reference, type ReferenceMemory } from './reference';
import { sum, type ClassResult, type ExerciseResult, type SubmissionResult } from './result';
import { ExerciseRun } from './run-exercise';
import { SandboxError, type Level } from './sandbox/level';
import type { Limits } from './sandbox/limits';
import { SharedVerdicts } from './shared-verdicts';
import { readSubmission, type Submission } from './submission';

export interface GradeOptions {
  /** Submissions graded at the same time (default 1). */
  jobs?: number;
  /** Sets the inputs of the hidden cases. */
  seed: string;
  level: Level;
  limits?: Limits;
  /** Told after each submission. */
  progress?: (done: number, total: number) => void;
}

/** The folders and zip files of a class; a folder that holds an exercise is one submission. */
export function findSubmissions(folder: string, course: Course): string[] {
  if (!lstatSync(folder).isDirectory()) return [folder];
  const files = course.entries.map(({ slug }) => `${slug}.ts`);
  const isOne = ['', 'exercises'].some((sub) => files.some((file) => existsSync(join(folder, sub, file))));
  if (isOne) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        !entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink() || /\.zip$/i.test(entry.name)),
    )
    .map((entry) => join(folder, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Grades submissions; every one of them has its row, whatever they do.
 *
 * @throws SandboxError when no sandbox starts: then no row is worth anything
 */
export async function gradeClass(course: Course, paths: string[], options: GradeOptions): Promise<ClassResult> {
  const memory: ReferenceMemory = new Map();
  const verdicts = new SharedVerdicts();
  const submissions: SubmissionResult[] = new Array(paths.length);
  const names = rowNames(paths);
  let next = 0;
  let done = 0;
  const work = async () => {
    const solutions = new Sandbox(options.level, options.limits);
    while (next < paths.length) {
      const index = next++;
      submissions[index] = await gradeSubmission(
        course,
        paths[index],
        names[index],
        solutions,
        memory,
        verdicts,
        options,
      );
      options.progress?.(++done, paths.length);
    }
    solutions.close();
  };
  await Promise.all(Array.from({ length: Math.min(options.jobs ?? 1, paths.length) }, work));
  return { course: course.name, seed: options.seed, level: options.level, submissions };
}

/** Names of folders as they may stand in a report: on one line, and no two the same, whatever their owners called them. */
function rowNames(paths: string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const plain = clean(basename(path), 120).replace(/\s+/g, ' ');
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain} (${n})`;
    taken.add(name);
    return name;
  });
}

async function gradeSubmission(
  course: Course,
  path: string,
  name: string,
  solutions: Sandbox,
  memory: ReferenceMemory,
  verdicts: SharedVerdicts,
  { seed, level, limits }: GradeOptions,
): Promise<SubmissionResult> {
  let submission: Submission;
  let problem: string | undefined;
  try {
    submission = await readSubmission(path);
  } catch (error) {
    problem = clean(`${name} cannot be read: it ${error instanceof Error ? error.message : error}`);
    submission = { source: () => ({ problem: problem! }) };
  }
  const answers = new Sandbox(level, limits);
  const exercises: ExerciseResult[] = [];
  for (const { exercise, solution } of course.entries) {
    const source = submission.source(exercise.slug);
    const gradeIn = async (sandbox: Sandbox) => {
      const reference = new Reference(exercise, solution, solutions, memory);
      return (await ExerciseRun.open(exercise, source, sandbox, reference, seed)).all();
    };
    const gradeAlone = () => {
      const own = new Sandbox(level, limits);
      return gradeIn(own).finally(() => own.close());
    };
    try {
      const shared = 'text' in source ? verdicts.find(exercise.slug, source.text, gradeAlone) : undefined;
      exercises.push(await (shared ?? gradeIn(answers)));
    } catch (error) {
      if (error instanceof SandboxError) throw error;
      exercises.push(graderError(exercise.slug, exercise.tasks, error));
    }
  }
  answers.close();
  const total = (key: 'score' | 'points') => sum(exercises, (one) => one[key]);
  return { name, score: total('score'), points: total('points'), problem, exercises };
}

/** A fault of the grader: the tasks are not graded, and the row says so. */
function graderError(
  slug: string,
  tasks: { id: number; export: string; points: number }[],
  error: unknown,
): ExerciseResult {
  const problem = clean(`the grader failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  const results = tasks.map(({ id, export: name, points }) => ({
    id,
    export: name,
    points,
    score: 0,
    status: 'grader-error' as const,
    cases: [],
  }));
  return { slug, score: 0, points: sum(tasks, (task) => task.points), problem, tasks: results };
}
