// exercise × text of an answer → its result: the sandboxes of answers and solutions, from the first question to `close`
//
// A child process starts when something is first asked of it and stays for the next exercise, so one grader serves as
// many as possible. What one person handed in never runs beside what another did: see `apart`.

import type { CourseEntry } from '../course';
import type { Source } from '../hand-ins/submission';
import { strongestLevel, type Level } from '../sandbox/level';
import type { Limits } from '../sandbox/limits';
import { Sandbox } from '../sandbox/sandbox';
import { Reference, type ReferenceMemory } from './reference';
import type { ExerciseResult } from './result';
import { ExerciseRun } from './run-exercise';

/** An exercise and the text of its solution. */
export type Gradable = Pick<CourseEntry, 'exercise' | 'solution'>;

export interface GraderOptions {
  /** How strongly programs are locked in (default: the strongest that works here). */
  level?: Level;
  /** Sets the inputs of the hidden cases (default `'1'`). */
  seed?: string;
  /** What a submission may use (default: `defaultLimits`). */
  limits?: Limits;
  /** What solutions have answered so far; several graders with the same seed may share it (default: a new one). */
  memory?: ReferenceMemory;
}

export class Grader {
  private readonly answers: Sandbox;
  private readonly solutions: Sandbox;
  private readonly seed: string;
  private readonly memory: ReferenceMemory;

  /**
   * @param solutions where solutions run when another grader lends its sandbox (default: one of its own)
   * @throws SandboxError when no sandbox starts on this machine
   */
  constructor(
    { level = strongestLevel(), seed = '1', limits, memory = new Map() }: GraderOptions = {},
    solutions?: Sandbox,
  ) {
    this.answers = new Sandbox(level, limits);
    this.solutions = solutions ?? new Sandbox(level, limits);
    this.seed = seed;
    this.memory = memory;
  }

  /** An exercise that can be graded task by task. */
  open({ exercise, solution }: Gradable, source: Source): Promise<ExerciseRun> {
    const reference = new Reference(exercise, solution, this.solutions, this.memory);
    return ExerciseRun.open(exercise, source, this.answers, reference, this.seed);
  }

  /** Grades a whole exercise. @throws SandboxError when nothing can be graded here */
  async grade(entry: Gradable, source: Source): Promise<ExerciseResult> {
    return (await this.open(entry, source)).all();
  }

  /** Grades in a sandbox that no other answer has run in, which ends with `work`; solutions and their answers are shared. */
  async apart<T>(work: (own: Grader) => Promise<T>): Promise<T> {
    const { level, limits } = this.answers;
    const own = new Grader({ level, limits, seed: this.seed, memory: this.memory }, this.solutions);
    try {
      return await work(own);
    } finally {
      own.answers.close();
    }
  }

  /** Ends the child processes. */
  close(): void {
    this.answers.close();
    this.solutions.close();
  }
}
