// npm run exercise:new -- SLUG → stub, solution, spec and a mutant to fill in; --check names what an exercise lacks

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCourse, stubFile } from '../course';
import { courseRoot } from '../course-root';

const WRONG_ANSWERS = 5;
const RIGHT_ANSWERS = 3;

/** The files of a new exercise by their paths. */
function scaffold(slug: string): Record<string, string> {
  const number = slug.slice(0, 2);
  const stub = `// what goes in → what comes out\n//\n// Replace each \`throw\` by your answer. In the notebook \`await check('${number}')\` tells how far you are.\n\n/**\n * Task 1. Say what to compute, with the formula.\n *\n * @param values shape and unit\n * @returns shape and unit\n */\nexport function first(values: number[]): number {\n  throw new Error('Task 1: say what to compute');\n}\n`;
  return {
    [`exercises/${slug}.ts`]: stub,
    [`test/mutants/${slug}/stub.ts`]: stub,
    [`solutions/${slug}.ts`]: `// what goes in → what comes out\n\nexport function first(values: number[]): number {\n  return values.length;\n}\n`,
    [`test/exercises/${slug}.spec.ts`]: `import { exercise, expectClose } from '../../../grader/spec/exercise';\n\nexport default exercise(\n  {\n    slug: '${slug}',\n    tasks: [\n      {\n        id: 1,\n        export: 'first',\n        points: 2,\n        hints: ['A nudge.', 'Nearly the answer.'],\n        diagnoses: [{ says: 'one too many', formula: (values: number[]) => values.length + 1 }],\n      },\n    ],\n  },\n  ({ answer, reference, rng, task }) => {\n    task(1, ({ it }) => {\n      it('first of (5, 6) is 2', async () => expectClose(await answer.call('first', [5, 6]), 2));\n      it.hidden('first agrees with the definition on random inputs', async () => {\n        const values = Array.from({ length: rng.integer(9) }, () => rng.normal());\n        expectClose(await answer.call('first', values), await reference.call('first', values));\n      });\n    });\n  },\n);\n`,
    [`test/mutants/${slug}/wrong-1.ts`]: `// Task 1: wrong, looks like one too many\nexport const first = (values: number[]) => values.length + 1;\n`,
    [`test/mutants/${slug}/right-1.ts`]: `// Task 1: right, counted\nexport const first = (values: number[]) => values.reduce((count) => count + 1, 0);\n`,
  };
}

function create(slug: string): void {
  if (!/^\d\d-[a-z0-9-]+$/.test(slug)) throw new Error(`a slug reads like 04-exactly-zero, received ${slug}`);
  for (const [path, text] of Object.entries(scaffold(slug))) {
    const file = join(courseRoot, path);
    if (existsSync(file)) throw new Error(`${path} exists already`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(path);
  }
  const listing = join(courseRoot, 'course.json');
  const course = JSON.parse(readFileSync(listing, 'utf8')) as { name: string; exercises: { slug: string }[] };
  const title = slug.slice(3).replaceAll('-', ' ');
  const entry = { slug, title: title[0].toUpperCase() + title.slice(1), notebook: `notebooks/${slug}.ipynb` };
  course.exercises = [...course.exercises, entry].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  writeFileSync(listing, `${JSON.stringify(course, null, 2)}\n`);
  console.log('course.json\nnpm run exercise:check says what is missing');
}

/** Whether an exercise is as it is handed out. For what is committed: a learner's copy holds answers. */
export function changedStub(slug: string): string[] {
  const [exercise, copy] = [join(courseRoot, 'exercises', `${slug}.ts`), stubFile(courseRoot, slug)];
  if (!existsSync(exercise) || readFileSync(exercise, 'utf8') === readFileSync(copy, 'utf8')) return [];
  return [
    `${slug}: exercises/${slug}.ts differs from test/mutants/${slug}/stub.ts; copy the one that is right over the other`,
  ];
}

/** What the exercises of the course lack, a line each. */
export function missing(): string[] {
  return loadCourse().entries.flatMap(({ slug, exercise, notebook }) => {
    const lacks: string[] = [];
    const need = (path: string) => existsSync(join(courseRoot, path)) || lacks.push(`${slug}: ${path} is missing`);
    need(`exercises/${slug}.ts`);
    lacks.push(...changedStub(slug));
    need(`solutions/${slug}.ts`);
    if (notebook) need(notebook);
    const folder = join(courseRoot, 'test', 'mutants', slug);
    const answers = existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith('.ts'))
          .map((file) => readFileSync(join(folder, file), 'utf8'))
          .join('\n')
      : '';
    for (const { id, hints, diagnoses } of exercise.tasks) {
      const count = (verdict: string) => answers.match(new RegExp(`^// Task ${id}: ${verdict}`, 'gm'))?.length ?? 0;
      if (hints.length < 2) lacks.push(`${slug}: task ${id} has ${hints.length} hints of at least 2`);
      if (diagnoses.length === 0) lacks.push(`${slug}: task ${id} knows no mistake`);
      if (count('wrong') < WRONG_ANSWERS)
        lacks.push(
          `${slug}: task ${id} has ${count('wrong')} wrong answers of at least ${WRONG_ANSWERS} in test/mutants/${slug}/`,
        );
      if (count('right') < RIGHT_ANSWERS)
        lacks.push(
          `${slug}: task ${id} has ${count('right')} right answers of at least ${RIGHT_ANSWERS} in test/mutants/${slug}/`,
        );
    }
    const unused = { answer: {}, reference: {}, rng: {} } as never;
    for (const { id } of exercise.tasks) {
      if (!exercise.cases(unused).some((one) => one.task === id && one.hidden))
        lacks.push(`${slug}: task ${id} has no hidden case`);
    }
    return lacks;
  });
}

function main(): void {
  const [argument] = process.argv.slice(2);
  if (!argument) throw new Error('npm run exercise:new -- SLUG: say which, e.g. 04-exactly-zero');
  if (argument !== '--check') return create(argument);
  const lacks = missing();
  console.log(lacks.length ? lacks.join('\n') : 'every exercise has all its parts');
  if (lacks.length) process.exitCode = 1;
}

if (require.main === module) {
  try {
    main();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
