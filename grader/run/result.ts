// What grading gives: case → task → exercise → submission → class. Texts only, cleaned; reports choose what to show.

import type { Owner } from '../hand-ins/platforms';
import type { Level } from '../sandbox/level';

/**
 * Only `right` scores. `wrong`: a contract failed; `untouched`: the stub still throws `Task N:`; `error`: the answer threw,
 * is not exported or cannot be compiled; `timeout`, `memory`, `crash`, `forged`: its process ended, and why; `missing`: there
 * is no readable file; `skipped`: not run, as the case before ended the process; `grader-error`: the grader's own fault.
 */
export type Status =
  | 'right'
  | 'wrong'
  | 'untouched'
  | 'error'
  | 'timeout'
  | 'memory'
  | 'crash'
  | 'forged'
  | 'missing'
  | 'skipped'
  | 'grader-error';

export interface CaseResult {
  title: string;
  hidden: boolean;
  status: Status;
  /** What is wrong, in a sentence. */
  message?: string;
  /** The last call before the failure. */
  input?: string;
  expected?: string;
  received?: string;
  /** What the answer printed. */
  output?: string;
}

export interface TaskResult {
  id: number;
  export: string;
  points: number;
  score: number;
  status: Status;
  /** The known mistake that the answer makes. */
  diagnosis?: string;
  cases: CaseResult[];
}

export interface ExerciseResult {
  slug: string;
  score: number;
  points: number;
  /** Why the whole file could not be graded. */
  problem?: string;
  /** What its owner has to know although it was graded: what was read as what, what was left out. A sentence each. */
  notes?: string[];
  tasks: TaskResult[];
}

export interface SubmissionResult {
  name: string;
  /** Whose it is, when a learning platform gave it its name. */
  owner?: Owner;
  score: number;
  points: number;
  /** Why there is nothing to grade in it: each of its tasks is `missing`. */
  problem?: string;
  exercises: ExerciseResult[];
}

export interface ClassResult {
  course: string;
  seed: string;
  level: Level;
  submissions: SubmissionResult[];
  /** What is in the folder of the class and belongs to no submission. */
  unused?: string[];
}

/** Is there nothing in it that could be graded? Not the same as untouched: then its owner left the stubs as they are. */
export function isMissing({ exercises }: SubmissionResult): boolean {
  return exercises.every(({ tasks }) => tasks.every(({ status }) => status === 'missing'));
}

/** Did the grader itself fail on a task of it? Then its score is too low. */
export function isFault({ tasks }: ExerciseResult): boolean {
  return tasks.some(({ status }) => status === 'grader-error');
}

/** Exercises that are simply not there. */
function absentIn({ exercises }: SubmissionResult): string[] {
  return exercises.filter(({ slug, problem }) => problem === `${slug}.ts is missing`).map(({ slug }) => slug);
}

/** What was decided, and what could not be graded and why, in one line; empty when there is nothing to say. */
export function decisions(result: SubmissionResult): string {
  if (result.problem !== undefined) return result.problem;
  const absent = absentIn(result);
  return result.exercises
    .flatMap(({ slug, problem, notes = [] }) => [
      ...(problem === undefined || absent.includes(slug)
        ? []
        : [problem.includes(slug) ? problem : `${slug}: ${problem}`]),
      ...notes,
    ])
    .join('; ');
}

/** Everything that has to be known before the score is read, in one line: decisions, and the exercises that are not there. */
export function remarks(result: SubmissionResult): string {
  const absent = result.problem === undefined ? absentIn(result) : [];
  return [...(absent.length > 0 ? [`missing: ${absent.join(', ')}`] : []), decisions(result)]
    .filter(Boolean)
    .join('; ');
}

export const sum = <T>(items: T[], value: (item: T) => number) => items.reduce((total, item) => total + value(item), 0);
