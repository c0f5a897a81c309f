// node --require tsx/cjs test/grader/generate-class.ts DIR [COURSE] [COUNT] [--different] → a class to grade: honest, partly
// right, untouched, broken and hostile submissions, the same ones each time. With --different no two answers are the same text,
// as with people; without it the honest ones are, and are graded once.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCourse } from '../../grader/course';
import { createRng, type Rng } from '../../src/tensor/random';
import { attacks } from './sandbox/attacks';

/** How a submission of each kind fills in one exercise. */
type Fill = (parts: Parts, rng: Rng) => string;
interface Parts {
  stub: string;
  solution: string;
  /** Wrong answers that people gave. */
  wrong: string[];
}

const pick = <T>(items: T[], rng: Rng) => items[rng.integer(items.length)];
const kinds: [kind: string, share: number, fill: Fill][] = [
  ['honest', 0.4, ({ solution }) => solution],
  ['partly', 0.3, ({ stub, solution, wrong }, rng) => pick([stub, solution, solution, ...wrong], rng)],
  ['untouched', 0.1, ({ stub }) => stub],
  [
    'broken',
    0.1,
    ({ solution }, rng) =>
      pick(
        [
          solution.slice(0, solution.length / 2),
          '',
          `import 'fs';\n${solution}`,
          `${solution}\nthrow new Error('late');`,
        ],
        rng,
      ),
  ],
  ['hostile', 0.1, ({ solution }, rng) => (rng.uniform() < 0.7 ? solution : hostile(rng, solution))],
];

/** The answers of the solution, beside an attack that runs when the file loads. */
function hostile(rng: Rng, solution: string): string {
  const attack = pick(
    attacks.filter(({ kind }) => kind !== 'source'),
    rng,
  ).source;
  const body = /^export (?:async )?function l2\([^)]*\)[^{]*\{([\s\S]*)\}\s*$/m.exec(attack)?.[1] ?? 'while (true);';
  return `${solution}\n;(function (this: any, xs: any): any {\n${body}\n})([3, 4]);\n`;
}

function generate(target: string, courseFolder: string | undefined, count: number, different: boolean): void {
  const course = loadCourse(courseFolder);
  const parts = course.entries.map(({ slug, stub, solution }) => {
    const mutants = join(__dirname, '..', 'mutants', slug);
    const wrong = existsSync(mutants)
      ? readdirSync(mutants)
          .filter((file) => file.startsWith('wrong'))
          .map((file) => readFileSync(join(mutants, file), 'utf8'))
      : [];
    return {
      slug,
      stub,
      solution: solution!,
      wrong,
    };
  });
  const rng = createRng(2024);
  for (let i = 0; i < count; i++) {
    let draw = rng.uniform();
    const [kind, , fill] = kinds.find(([, share]) => (draw -= share) < 0) ?? kinds[0];
    const folder = join(target, `${String(i).padStart(3, '0')}-${kind}`);
    mkdirSync(folder, { recursive: true });
    for (const one of parts) {
      const text = fill(one, rng);
      const isAnswer = different && text && text !== one.stub;
      writeFileSync(join(folder, `${one.slug}.ts`), isAnswer ? `${text}\n// ${i}\n` : text);
    }
  }
  console.log(`${count} submissions of ${parts.length} exercises in ${target}`);
}

const args = process.argv.slice(2);
const [target, courseFolder, count = '200'] = args.filter((arg) => arg !== '--different');
generate(target, courseFolder || undefined, Number(count), args.includes('--different'));
