// npm run class-kit -- DIR → a copy of the course for learners: no solutions, no mutants, no hidden cases, untouched exercises

import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { loadCourse } from '../course';
import { courseRoot } from '../course-root';

/** What a learner's copy does without, as paths from the root of the course. */
const left = new Set([
  'solutions',
  'test/grader',
  'site', // its pages show the solutions
  'test/site',
  'test/tools', // of the set-up, which the course itself checks
  'hand-in.zip',
  'coverage',
  'dist',
]);
/** Folders of tools, which every machine makes for itself. */
const made = new Set(['node_modules', '.git', '.venv', '.setup', '.ipynb_checkpoints']);

/** A spec without the statements `it.hidden(…)`. */
export function withoutHiddenCases(spec: string): string {
  const file = ts.createSourceFile('spec.ts', spec, ts.ScriptTarget.ES2022, true);
  const hidden: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    const call =
      ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) ? node.expression.expression : undefined;
    if (call && ts.isPropertyAccessExpression(call) && call.name.text === 'hidden') hidden.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return hidden.reduceRight((text, node) => text.slice(0, node.getFullStart()) + text.slice(node.end), spec);
}

function main(): void {
  const [target] = process.argv.slice(2);
  if (!target) throw new Error('npm run class-kit -- DIR: say where the copy goes');
  const kit = resolve(target);
  if (existsSync(kit) && readdirSync(kit).length > 0) throw new Error(`${kit} is not empty; choose a new folder`);
  if (!relative(courseRoot, kit).startsWith('..'))
    throw new Error(`${kit} lies inside of the course; choose a folder outside`);
  const half = `${kit}.${process.pid}.tmp`; // a kit with solutions or hidden cases in it is never where a kit is looked for
  try {
    copyInto(half);
    if (existsSync(kit)) rmdirSync(kit);
    renameSync(half, kit);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  console.log(`${kit} is ready: npm ci, then npm test`);
}

function copyInto(kit: string): void {
  cpSync(courseRoot, kit, {
    recursive: true,
    filter: (source) => {
      const path = relative(courseRoot, source).split(sep);
      const whole = path.join('/');
      const isAnswer = /^exercises\/.*\.ts$|^test\/mutants\/(?![\w-]+(\/stub\.ts)?$)/.test(whole);
      return !left.has(whole) && !isAnswer && !path.some((part) => made.has(part));
    },
  });
  for (const { slug, stub } of loadCourse().entries) writeFileSync(join(kit, 'exercises', `${slug}.ts`), stub);
  const specs = join(kit, 'test', 'exercises');
  for (const name of readdirSync(specs).filter((file) => file.endsWith('.spec.ts'))) {
    const path = join(specs, name);
    const text = withoutHiddenCases(readFileSync(path, 'utf8'));
    if (/\.hidden\s*\(/.test(text))
      throw new Error(`${name}: a hidden case that is no statement of its own cannot be left out`);
    writeFileSync(path, text);
  }
}

if (require.main === module) {
  try {
    main();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
