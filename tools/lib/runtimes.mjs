// other versions of Node → their programs, from the npm packages that hold them. They are kept in .setup/runtimes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, scratch } from './paths.mjs';

/** The lowest version of each range that package.json names. */
export const lowestNodes = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.match(
  /\d+\.\d+\.\d+/g,
);

/** The newest that is tested. */
export const newestNode = '26.12.1';

/** The program of a version; undefined when there is no package of it for this system. */
export function nodeProgram(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(scratch, 'runtimes', version);
  const program = join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    execFileSync(npm, ['install', '--prefix', folder, '--no-save', '--ignore-scripts', `${name}@${version}`], {
      stdio: 'pipe',
    });
  } catch {
    return undefined;
  }
  return existsSync(program) ? program : undefined;
}
