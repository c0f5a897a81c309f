// npm run coverage: the tests, and how many lines of src/ they run. Fails below 95 %; coverage/index.html shows which.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesIn } from './lib/hash.mjs';
import { root, scratch, tools } from './lib/paths.mjs';
import { runHere } from './lib/run.mjs';
import { ensureLibrary, ensureTools } from './lib/setup.mjs';
import { main } from './lib/step.mjs';

const options = {
  all: true,
  src: 'src',
  include: 'src/**/*.ts',
  extension: '.ts',
  'exclude-after-remap': true,
  reporter: ['text', 'html'],
  'reports-dir': join(root, 'coverage'),
  'temp-directory': join(scratch, 'coverage'),
  'check-coverage': true,
  lines: 95,
};

/** The files of src/ that hold types only: nothing of them is left to run. */
function typesOnly() {
  const dist = join(root, 'dist');
  const empty = /^"use strict";\s*Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\s*$/;
  const modules = filesIn(dist).filter((file) => file.endsWith('.js'));
  const found = modules.filter((file) =>
    empty.test(readFileSync(file, 'utf8').replace(/^\/\/.*$|\/\*[^]*?\*\//gm, '')),
  );
  return found.map((file) => `src/${relative(dist, file).replaceAll('\\', '/').replace(/js$/, 'ts')}`);
}

await main(async () => {
  await ensureLibrary();
  await ensureTools();
  const c8 = join(tools, 'node_modules', 'c8', 'bin', 'c8.js');
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const flags = Object.entries({ ...options, exclude: typesOnly() }).flatMap(([name, value]) =>
    [value].flat().map((one) => `--${name}=${one}`),
  );
  // Left out: tests that say nothing about src/. Those of the grader run submissions in processes of their own and hold that the
  // environment of a submission is empty, while Node hands its coverage variable to every child.
  const folders = ['grader', 'mutants', 'exercises', 'notebooks', 'site', 'tools'].map((folder) => `${folder}/**`);
  const ignored = [...folders, 'exercises.test.ts'].map((tests) => `--ignore=test/${tests}`);
  const tests = [process.execPath, mocha, '--reporter=dot', ...ignored, ...process.argv.slice(2)];
  return runHere(process.execPath, [c8, ...flags, ...tests]);
});
