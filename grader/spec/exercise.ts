// exercise(what it asks, how it is checked) → one spec for `npm test`, `npm run grade` and check() in a notebook
//
//   export default exercise({ slug: '03-l1-and-l2-by-hand', tasks: [{ id: 1, export: 'l1Loss', … }] },
//     ({ answer, reference, rng, task }) => {
//       task(1, ({ it }) => {
//         it('l1Loss of … is 5.9', async () => expectClose(await answer.call('l1Loss', 5, [2, -3, 4], 0.1), 5.9));
//         it.hidden('agrees with the definition on random weights', async () => …);
//       });
//     });

import type { Rng } from '../../src/tensor/random';
import type { Limits } from '../sandbox/limits';
import type { Oracle } from './oracle';

export { made, madeNew, inline, Remote } from '../sandbox/codec';
export { expectClose, difference } from './compare';
export type { Oracle } from './oracle';

/** A mistake that people make, and how to know it. */
export interface Diagnosis {
  /** Ends the sentence "looks like …", e.g. `λ·Σw² without the square`. */
  says: string;
  /** What the mistake computes from the arguments of the task's function: compared with what the answer gave. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each task has arguments of its own
  formula?: (...args: any[]) => unknown;
  /** For what no formula shows (state, modes): asks the answer and tells whether it makes the mistake. */
  when?: (answer: Oracle) => Promise<boolean>;
}

export interface TaskSpec {
  /** 1, 2, … as in `throw new Error('Task 1: …')` of the stub. */
  id: number;
  /** The exported function or class that is the answer. */
  export: string;
  /** Points for the whole task: all or none. */
  points: number;
  /** From a nudge to nearly the answer; hint() opens one at a time. */
  hints: string[];
  diagnoses: Diagnosis[];
  /** The answer may give promises (default false: a promise of the right value is wrong). */
  async?: boolean;
}

export interface ExerciseSpec {
  slug: string;
  tasks: TaskSpec[];
  /** Modules the answer may import (default none). */
  imports?: 'holdout'[];
  /** For exercises that train a network. */
  limits?: Partial<Pick<Limits, 'callMilliseconds' | 'taskMilliseconds'>>;
}

/** One contract of a task; it fails by throwing. */
export interface Case {
  task: number;
  title: string;
  hidden: boolean;
  check: () => unknown;
  /** It runs the other cases of its task. */
  isTogether?: boolean;
}

export interface It {
  /** A case whose input the learner sees. It carries its expected value, so that it needs no solution. */
  (title: string, check: () => unknown): void;
  /** A case whose input the learner does not see; its title tells no number either. */
  hidden(title: string, check: () => unknown): void;
  /**
   * A hidden case for a class, e.g. 'layers that are used in turn do not share their masks': all other cases of the task at
   * once, call by call in turn. What an object keeps outside of itself comes from another one then.
   */
  together(title: string): void;
}

export interface Tools {
  /** The submission. */
  answer: Oracle;
  /** The solution, for hidden cases. */
  reference: Oracle;
  /** Random inputs: a stream of its own for each case, set by `--seed`. */
  rng: Rng;
  task(id: number, define: (suite: { it: It }) => void): void;
}

export interface Exercise extends ExerciseSpec {
  imports: 'holdout'[];
  /** The cases, bound to an answer, a reference and a generator. */
  cases(tools: CaseTools): Case[];
}

/** What the cases of an exercise are bound to. */
export type CaseTools = Omit<Tools, 'task'>;

/**
 * Defines how an exercise is graded, and runs nothing: a spec is the same in a terminal, a notebook and a browser.
 *
 * @param spec its tasks, their points, hints and known mistakes
 * @param define registers the cases of every task
 * @throws Error when a task has no case, no points, or a case belongs to no task
 */
export function exercise(spec: ExerciseSpec, define: (tools: Tools) => void): Exercise {
  const made: Exercise = {
    imports: [],
    ...spec,
    cases(tools) {
      const cases: Case[] = [];
      define({ ...tools, task: (id, suite) => suite({ it: collector(id, cases, () => together(made, id, tools)) }) });
      return cases;
    },
  };
  requireWhole(made);
  return made;
}

function collector(task: number, cases: Case[], allAtOnce: () => Promise<void>): It {
  const add = (hidden: boolean) => (title: string, check: () => unknown) =>
    void cases.push({ task, title, hidden, check });
  return Object.assign(add(false), {
    hidden: add(true),
    together: (title: string) => void cases.push({ task, title, hidden: true, check: allAtOnce, isTogether: true }),
  });
}

/** Runs the cases of a task side by side, each with a way of its own to ask the answer. @throws what the first that fails throws */
async function together(exercise: Exercise, task: number, { answer, reference, rng }: CaseTools): Promise<void> {
  const lane = (k: number) => ({ answer: answer.beside(), reference: reference.beside(), rng: rng.split(k) });
  const count = exercise.cases({ answer, reference, rng }).length;
  const checks = Array.from({ length: count }, (_, k) => exercise.cases(lane(k))[k])
    .filter((one) => one.task === task && !one.isTogether)
    .map(async ({ check }) => check());
  for (const outcome of await Promise.allSettled(checks)) if (outcome.status === 'rejected') throw outcome.reason;
}

function requireWhole({ slug, tasks, cases }: Exercise): void {
  const ids = new Set(tasks.map(({ id }) => id));
  const unasked = new Proxy({} as Oracle, {
    get() {
      throw new Error(`${slug}: a spec may ask the answer inside of a case only`);
    },
  });
  const all = cases({ answer: unasked, reference: unasked, rng: unasked as unknown as Rng });
  for (const { task, title } of all)
    if (!ids.has(task)) throw new Error(`${slug}: '${title}' belongs to task ${task}, which is not listed`);
  for (const { id, points } of tasks) {
    if (!(points > 0)) throw new Error(`${slug}: task ${id} has no points`);
    if (!all.some(({ task, hidden }) => task === id && !hidden))
      throw new Error(`${slug}: task ${id} has no visible case`);
  }
}
