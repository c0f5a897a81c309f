// What grading gives: case → task → exercise → submission → class. Texts only, cleaned; reports choose what to show.

import type { Level } from './sandbox/level';

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
  /** What of the file was left out so that the rest could be graded: a sentence each. */
  notes?: string[];
  tasks: TaskResult[];
}

export interface SubmissionResult {
  name: string;
  score: number;
  points: number;
  /** Why the submission as a whole could not be read. */
  problem?: string;
  exercises: ExerciseResult[];
}

export interface ClassResult {
  course: string;
  seed: string;
  level: Level;
  submissions: SubmissionResult[];
}

export const sum = <T>(items: T[], value: (item: T) => number) => items.reduce((total, item) => total + value(item), 0);
