// npm test: installs and compiles what is missing or out of date, then runs the tests. Arguments go on to mocha.
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { runHere } from './lib/run.mjs';
import { ensureLibrary } from './lib/setup.mjs';
import { main } from './lib/step.mjs';

/** The script and the arguments that do what was asked for. */
function runnerFor(args) {
  return [join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), ...args];
}

await main(async () => {
  await ensureLibrary();
  return runHere(process.execPath, runnerFor(process.argv.slice(2)));
});
