// course × submissions → results, several at a time; what one submission does never reaches another

import type { Course, CourseEntry } from '../course';
import type { HandIn } from '../hand-ins/layout';
import { readHandIn, type Submission } from '../hand-ins/submission';
import { SandboxError, type Level } from '../sandbox/level';
import type { Limits } from '../sandbox/limits';
import { clean } from '../spec/show-value';
import { Grader } from './grader';
import { sum, type ClassResult, type ExerciseResult, type SubmissionResult } from './result';
import { SharedVerdicts } from './shared-verdicts';

export interface GradeOptions {
  /** Submissions graded at the same time (default 1). */
  jobs?: number;
  /** Sets the inputs of the hidden cases. */
  seed: string;
  level: Level;
  limits?: Limits;
  /** Called after each submission. */
  progress?: (done: number, total: number) => void;
}

/**
 * Grades submissions; every one of them has its row, whatever they do.
 *
 * @throws SandboxError when no sandbox starts: then no row is worth anything
 */
export async function gradeClass(course: Course, handIns: HandIn[], options: GradeOptions): Promise<ClassResult> {
  const { jobs = 1, seed, level, limits, progress } = options;
  const memory = new Map();
  const verdicts = new SharedVerdicts();
  const submissions: SubmissionResult[] = new Array(handIns.length);
  const names = rowNames(handIns);
  let next = 0;
  let done = 0;
  const work = async () => {
    const grader = new Grader({ level, seed, limits, memory });
    while (next < handIns.length) {
      const index = next++;
      submissions[index] = await gradeSubmission(course, handIns[index], names[index], grader, verdicts);
      progress?.(++done, handIns.length);
    }
    grader.close();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, handIns.length) }, work));
  return { course: course.name, seed, level, submissions };
}

/** Names of hand-ins for a report: each on one line, and no two the same, whatever their owners called them. */
function rowNames(handIns: HandIn[]): string[] {
  const taken = new Set<string>();
  return handIns.map((handIn) => {
    const plain = clean(handIn.name, 200).replace(/\s+/g, ' ');
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain} (${n})`;
    taken.add(name);
    return name;
  });
}

async function gradeSubmission(
  { entries }: Course,
  { item, owner }: HandIn,
  name: string,
  grader: Grader,
  verdicts: SharedVerdicts,
): Promise<SubmissionResult> {
  const wanted = entries.map(({ exercise }) => exercise);
  let submission: Submission;
  try {
    submission = await readHandIn(item, wanted);
  } catch (error) {
    const exercises = wanted.map(({ slug, tasks }) => graderError(slug, tasks, error));
    return { name, owner, score: 0, points: sum(exercises, (one) => one.points), exercises };
  }
  const problem = submission.problem === undefined ? undefined : clean(submission.problem);
  const exercises = await grader.apart(async (own) => {
    const results: ExerciseResult[] = [];
    for (const entry of entries) results.push(await gradeExercise(entry, submission, own, verdicts));
    return results;
  });
  const total = (key: 'score' | 'points') => sum(exercises, (one) => one[key]);
  return { name, owner, score: total('score'), points: total('points'), problem, exercises };
}

async function gradeExercise(
  entry: CourseEntry,
  submission: Submission,
  grader: Grader,
  verdicts: SharedVerdicts,
): Promise<ExerciseResult> {
  const { slug, tasks } = entry.exercise;
  const source = submission.source(slug);
  const gradeAlone = () => grader.apart((own) => own.grade(entry, source));
  try {
    const shared = 'text' in source ? verdicts.find(slug, source.text, gradeAlone) : undefined;
    const result = await (shared ?? grader.grade(entry, source));
    const note = 'note' in source ? [clean(source.note!)] : [];
    return { ...result, notes: [...note, ...(result.notes ?? [])] };
  } catch (error) {
    if (error instanceof SandboxError) throw error;
    return graderError(slug, tasks, error);
  }
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
