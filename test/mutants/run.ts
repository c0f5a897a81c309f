// wrong and right answers of people, mutants of the solutions → what the specs make of them
//
// A file in test/mutants/SLUG/ is an answer to some tasks of an exercise. A comment before each says what it must get:
//   // Task 2: right                          // Task 2: wrong, looks like λ·Σw² without the square: that is L1

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseEntry } from '../../grader/course';
import { Sandbox } from '../../grader/oracle';
import { Reference, type ReferenceMemory } from '../../grader/reference';
import { ExerciseRun } from '../../grader/run-exercise';
import { strongestLevel } from '../../grader/sandbox/level';
import { mutate, type Mutant } from './mutate';

export interface Expectation {
  file: string;
  task: number;
  right: boolean;
  diagnosis: string | undefined;
}

/** What the comments of the answers of an exercise ask for. */
export function expectations(slug: string): Expectation[] {
  const folder = join(__dirname, slug);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(/^\/\/ Task (\d+): (right|wrong)(?:, looks like (.*\S))?/gm)].map(
      ([, task, status, diagnosis]) => ({
        file,
        task: Number(task),
        right: status === 'right',
        diagnosis,
      }),
    );
  });
}

/** Grades answers to one exercise in one pair of sandboxes. */
export class Bench {
  private readonly answers = new Sandbox(strongestLevel());
  private readonly solutions = new Sandbox(strongestLevel());
  private readonly memory: ReferenceMemory = new Map();

  constructor(private readonly entry: CourseEntry) {}

  /** Undefined when the answer does as it must; otherwise what it did. */
  async surprise({ file, task, right, diagnosis }: Expectation): Promise<string | undefined> {
    const run = await this.open(readFileSync(join(__dirname, this.entry.slug, file), 'utf8'));
    const result = await run.task(task);
    const failed = result.cases.find(({ status }) => status !== 'right');
    if (right)
      return result.status === 'right'
        ? undefined
        : `must pass, but is ${result.status}: ${failed?.title}: ${failed?.message}`;
    if (result.status !== 'wrong') return `must be wrong, but is ${result.status} ${failed?.message ?? ''}`;
    return result.diagnosis === diagnosis
      ? undefined
      : `must look like ${diagnosis}, but looks like ${result.diagnosis}`;
  }

  /** The points of a whole file. */
  async score(text: string): Promise<number> {
    return (await (await this.open(text)).all()).score;
  }

  /** Whether a task notices a mutant of the solution. */
  async kills({ text }: Mutant): Promise<boolean> {
    const run = await this.open(text);
    for (const { id } of this.entry.exercise.tasks) if ((await run.task(id)).status !== 'right') return true;
    return false;
  }

  mutants(): Mutant[] {
    return mutate(this.entry.solution!);
  }

  close(): void {
    this.answers.close();
    this.solutions.close();
  }

  private open(text: string): Promise<ExerciseRun> {
    const { exercise, solution } = this.entry;
    return ExerciseRun.open(
      exercise,
      { text },
      this.answers,
      new Reference(exercise, solution, this.solutions, this.memory),
      '1',
    );
  }
}
