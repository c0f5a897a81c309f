// package-lock.json → node_modules, for the project itself and for the packages of its own in tools/ and site/.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.mjs';
import { root, scratch } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError, isDone, markDone, step } from './step.mjs';

function record(folder) {
  return {
    stamp: join(folder, 'node_modules', '.holdout-installed'),
    key: hashOf([join(folder, 'package-lock.json')], process.platform, process.arch),
  };
}

/** Whether the packages of the folder are those of its lock file. */
export function packagesInstalled(folder = root) {
  const { stamp, key } = record(folder);
  return isDone(stamp, key);
}

/** Called at the end of an `npm ci` that somebody typed: it counts like our own. */
export function recordPackages(folder = root) {
  const { stamp, key } = record(folder);
  markDone(stamp, key);
}

/** Runs `npm ci` in the folder when its lock file differs from the recorded one. No package runs a script of its own. */
export async function installPackages(folder = root, title = 'Installing npm packages (npm ci)') {
  await step(title, record(folder), async () => {
    const [program, ...first] = npm();
    const options = {
      cwd: folder,
      env: { ...process.env, npm_config_cache: process.env.npm_config_cache ?? join(scratch, 'npm') },
    };
    await run(program, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], options);
  });
}

/** npm as a program and its first arguments: the npm that runs us, else the one that came with this Node. */
function npm() {
  if (process.env.npm_execpath?.endsWith('.js')) return [process.execPath, process.env.npm_execpath];
  if (process.platform !== 'win32') return ['npm'];
  const script = join(process.execPath, '..', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(script)) return [process.execPath, script];
  throw new SetupError('npm was not found beside Node. Run this as an npm script, e.g. `npm start`.');
}
