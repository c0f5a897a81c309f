// npm run check:library-mutants: does a test see each mistake of tools/lib/library-mutants.mjs?
//
//   node tools/library-mutants.mjs [text …]    only mutants whose name or file holds one of the texts
//
// Each mutant is made in a copy of src/ and test/, and has to fail in one of the tests it names, which pass without it.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutants } from './lib/library-mutants.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const minute = 60_000;

/** A copy of what the tests of the library need. */
function copy() {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-mutants-'));
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** The titles of the tests that fail in a copy; `undefined` when they do not come to an end, a text when they do not load. */
function failures(folder, tests) {
  const specs = tests.map((test) => `test/${test}${test.endsWith('.ts') ? '' : '/**/*.test.ts'}`);
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const options = [
    '--no-config',
    '--require',
    'tsx/cjs',
    '--reporter',
    'json',
    '--timeout',
    '20000',
    '--bail',
    '--exit',
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [mocha, ...options, ...specs], { cwd: folder });
    let [out, error] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (error += text));
    let late = false;
    const timer = setTimeout(() => child.kill('SIGKILL', (late = true)), minute);
    child.on('close', () => {
      clearTimeout(timer);
      if (late) return resolve(undefined);
      try {
        resolve(JSON.parse(out.slice(out.indexOf('{\n  "stats"'))).failures.map(({ fullTitle }) => fullTitle));
      } catch {
        resolve(error || out || 'no output');
      }
    });
  });
}

/** What happens to one mutant: nothing when a test sees it, else what is wrong. */
async function fault(folder, { file, from, to, tests }) {
  const path = join(folder, file);
  const original = readFileSync(path, 'utf8');
  const places = original.split(from).length - 1;
  if (places !== 1) return `stale: "${from}" stands ${places} times in ${file}`;
  writeFileSync(
    path,
    original.replace(from, () => to),
  );
  const failed = await failures(folder, tests);
  writeFileSync(path, original);
  if (typeof failed === 'string')
    return `does not run: ${failed.split('\n').find((line) => /error/i.test(line)) ?? failed}`;
  return failed?.length === 0 ? `survives: ${tests.join(', ')} do not see "${to}" for "${from}"` : undefined;
}

const wanted = process.argv.slice(2);
const queue = mutants.filter(
  ({ name, file }) => wanted.length === 0 || wanted.some((text) => name.includes(text) || file.includes(text)),
);
const folders = Array.from({ length: Math.min(availableParallelism(), 4) }, copy);
let faults = 0;
try {
  const all = await failures(folders[0], [...new Set(queue.flatMap(({ tests }) => tests))]);
  if (!Array.isArray(all) || all.length > 0) throw new Error(`the tests fail before anything is changed: ${all}`);
  const jobs = queue.values();
  await Promise.all(
    folders.map(async (folder) => {
      for (const mutant of jobs) {
        const problem = await fault(folder, mutant);
        if (problem) faults++;
        if (problem) console.log(`✘ ${mutant.name}\n  ${problem}`);
      }
    }),
  );
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true });
}
console.log(`${queue.length} mutants, ${faults} not found by a test`);
process.exitCode = faults > 0 || queue.length === 0 ? 1 : 0;
