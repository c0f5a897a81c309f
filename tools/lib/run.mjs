// Child processes of the tools.
import { spawn, spawnSync } from 'node:child_process';
import { programs } from './lock.mjs';
import { root } from './paths.mjs';
import { SetupError } from './step.mjs';

/** Runs a program silently; when it fails, throws a SetupError that ends with what it printed. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    programs.add(child.pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    const fail = (why) => reject(new SetupError(`${[program, ...args].join(' ')}\n${why}\n\n${output.trimEnd()}`));
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, signal) => {
      programs.delete(child.pid);
      if (code === 0) resolve(output);
      else fail(`ended with ${signal ?? `exit code ${code}`}`);
    });
  });
}

/** Runs a program in the foreground and returns its exit code. */
export function runHere(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw new SetupError(`${program}: ${error.message}`);
  return status ?? 1;
}

/** What a program prints, trimmed, or undefined when it cannot be run or fails. */
export function ask(program, args, options = {}) {
  const { status, stdout } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...options,
  });
  return status === 0 ? stdout.trim() : undefined;
}
