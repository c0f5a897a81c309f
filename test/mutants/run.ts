// wrong and right answers of people, mutants of the solutions → what the specs make of them
//
// A file in test/mutants/SLUG/ is an answer to some tasks of an exercise. A comment before each says what it must get:
//   // Task 2: right                          // Task 2: wrong, looks like λ·Σw² without the square: that is L1

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseEntry } from '../../grader/course';
import { Grader } from '../../grader/run/grader';
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

/** Grades answers to one exercise in one grader. */
export class Bench {
  private readonly grader = new Grader();

  constructor(private readonly entry: CourseEntry) {}

  /** Undefined when the answer does as it must; otherwise what it did. */
  async surprise({ file, task, right, diagnosis }: Expectation): Promise<string | undefined> {
    const text = readFileSync(join(__dirname, this.entry.slug, file), 'utf8');
    const run = await this.grader.open(this.entry, { text });
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
    return (await this.grader.grade(this.entry, { text })).score;
  }

  /** Whether a task notices a mutant of the solution. */
  async kills({ text }: Mutant): Promise<boolean> {
    const run = await this.grader.open(this.entry, { text });
    for (const { id } of this.entry.exercise.tasks) if ((await run.task(id)).status !== 'right') return true;
    return false;
  }

  mutants(): Mutant[] {
    return mutate(this.entry.solution!);
  }

  close(): void {
    this.grader.close();
  }
}
