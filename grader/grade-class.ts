// course × submissions → results, several at a time; what one submission does never reaches another

import type { Course } from './course';
import type { HandIn } from './hand-ins/layout';
import { Sandbox } from './oracle';
import { clean } from './print';
import { Reference, type ReferenceMemory } from './reference';
import { sum, type ClassResult, type ExerciseResult, type SubmissionResult } from './result';
import { ExerciseRun } from './run-exercise';
import { SandboxError, type Level } from './sandbox/level';
import type { Limits } from './sandbox/limits';
import { SharedVerdicts } from './shared-verdicts';
import { readHandIn, type Submission } from './submission';

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

/**
 * Grades submissions; every one of them has its row, whatever they do.
 *
 * @throws SandboxError when no sandbox starts: then no row is worth anything
 */
export async function gradeClass(course: Course, handIns: HandIn[], options: GradeOptions): Promise<ClassResult> {
  const memory: ReferenceMemory = new Map();
  const verdicts = new SharedVerdicts();
  const submissions: SubmissionResult[] = new Array(handIns.length);
  const names = rowNames(handIns);
  let next = 0;
  let done = 0;
  const work = async () => {
    const solutions = new Sandbox(options.level, options.limits);
    while (next < handIns.length) {
      const index = next++;
      submissions[index] = await gradeSubmission(
        course,
        handIns[index],
        names[index],
        solutions,
        memory,
        verdicts,
        options,
      );
      options.progress?.(++done, handIns.length);
    }
    solutions.close();
  };
  await Promise.all(Array.from({ length: Math.min(options.jobs ?? 1, handIns.length) }, work));
  return { course: course.name, seed: options.seed, level: options.level, submissions };
}

/** Names of hand-ins as they may stand in a report: on one line, and no two the same, whatever their owners called them. */
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
  course: Course,
  { item, owner }: HandIn,
  name: string,
  solutions: Sandbox,
  memory: ReferenceMemory,
  verdicts: SharedVerdicts,
  { seed, level, limits }: GradeOptions,
): Promise<SubmissionResult> {
  const wanted = course.entries.map(({ exercise }) => exercise);
  let submission: Submission;
  try {
    submission = await readHandIn(item, wanted);
  } catch (error) {
    const exercises = wanted.map(({ slug, tasks }) => graderError(slug, tasks, error));
    return { name, owner, score: 0, points: sum(exercises, (one) => one.points), exercises };
  }
  const problem = submission.problem === undefined ? undefined : clean(submission.problem);
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
      const result = await (shared ?? gradeIn(answers));
      const note = 'note' in source ? [clean(source.note!)] : [];
      exercises.push({ ...result, notes: [...note, ...(result.notes ?? [])] });
    } catch (error) {
      if (error instanceof SandboxError) throw error;
      exercises.push(graderError(exercise.slug, exercise.tasks, error));
    }
  }
  answers.close();
  const total = (key: 'score' | 'points') => sum(exercises, (one) => one[key]);
  return { name, owner, score: total('score'), points: total('points'), problem, exercises };
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
