// npm test: installs and compiles what is missing or out of date, then runs the tests.
//   npm test                          all of them; untouched exercises are pending
//   npm test -- 04                    one exercise; also 4, or exercises/04-exactly-zero.ts
//   npm test -- --submission DIR      the exercises of another folder or zip file, with the specs of this clone
// Other arguments go on to mocha.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './lib/paths.mjs';
import { runHere } from './lib/run.mjs';
import { ensureLibrary } from './lib/setup.mjs';
import { main, SetupError } from './lib/step.mjs';

/** The script and the arguments that do what was asked for. */
function runnerFor(args) {
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const at = args.indexOf('--submission');
  const rest = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  if (at >= 0) process.env.HOLDOUT_SUBMISSION = submissionFolder(args[at + 1]); // read by test/exercises.test.ts
  const named = rest.map((arg, i) => exerciseIn(arg, rest[i - 1]));
  const chosen = named.filter((name) => name !== undefined);
  if (at < 0 && chosen.length === 0) return [mocha, ...args];
  // Without the configuration, which would add all the other tests.
  const others = rest.filter((_, i) => named[i] === undefined);
  process.env.HOLDOUT_EXERCISES = exercisesCalled(chosen).join(' '); // read by test/exercises.test.ts
  const suites = join(root, 'test', 'exercises.test.ts');
  return [mocha, '--no-config', '--require', 'tsx/cjs', '--timeout', '10000', ...others, suites];
}

/** The exercise that an argument names, e.g. `04` for `4`; undefined when it is for mocha, like the number in `--retries 2`. */
function exerciseIn(arg, before = '') {
  const [, number, name = ''] = /^(?:exercises[\\/])?(\d{1,2})(-[\w-]*)?(?:\.ts)?$/.exec(arg) ?? [];
  if (number === undefined || (before.startsWith('-') && /^\d$/.test(arg))) return undefined;
  return number.padStart(2, '0') + name;
}

function submissionFolder(folder) {
  if (folder === undefined || !existsSync(folder))
    throw new SetupError(`--submission needs a folder or a zip file, received ${folder}`);
  return resolve(folder);
}

/** The full names of some exercises, given by number or name; of all when none is given. */
function exercisesCalled(chosen) {
  const specs = readdirSync(join(root, 'test', 'exercises')).filter((file) => file.endsWith('.spec.ts'));
  const slugs = specs.map((file) => file.replace('.spec.ts', ''));
  const found = slugs.filter(
    (slug) => chosen.length === 0 || chosen.some((one) => slug.startsWith(`${one}-`) || slug === one),
  );
  if (found.length === 0)
    throw new SetupError(`no exercise is called ${chosen.join(', ')}; there are ${slugs.join(', ')}`);
  return found;
}

await main(async () => {
  await ensureLibrary();
  return runHere(process.execPath, runnerFor(process.argv.slice(2)));
});
