// limits → the command line that starts a child in the strongest sandbox this machine has
//
// Three levels. All of them have the vm context, Node's permission model and the limits; `unshare` adds a network and a
// process space of the child's own, `bwrap` a file system in which nothing of this machine but Node can be seen.

import { spawnSync, type StdioOptions } from 'node:child_process';
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits, type Limits } from './limits';

/** How strongly a child is locked in, from the strongest down. */
export const levels = ['bwrap', 'unshare', 'none'] as const;
export type Level = (typeof levels)[number];

const isLinux = process.platform === 'linux';
const nodeMajor = Number(process.versions.node.split('.')[0]);
/** Its name since Node 22.13 and 23.5, and the one before. */
const permissionFlag = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
)!;
export const childFiles = ['child-harness.cjs', 'child-snapshot.cjs', 'child-context.cjs'].map((name) =>
  join(__dirname, name),
);

const unshareCommand = ['unshare', '--user', '--map-current-user', '--net', '--pid', '--fork', '--kill-child=SIGKILL'];

/** The environment of a child: nothing of this machine's but what Windows needs. A new object each time, since Node writes into it. */
export function childEnv(): NodeJS.ProcessEnv {
  return process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {};
}

/** Thrown when no child, or no compiler, can be started: then nothing can be graded, and nobody gets a zero for it. */
export class SandboxError extends Error {
  override name = 'SandboxError';
  constructor(reason: string) {
    super(
      `Nothing was graded, as the sandbox, in which answers run, does not start: ${reason}\n` +
        '`npm run doctor` looks at each part of the set-up; if it finds nothing, close other programs and try again.',
    );
  }
}

const faults = new Map<Level, string | undefined>();

/** Why a level does not work here, by starting a child in it; undefined when it works. */
export function levelFault(level: Level): string | undefined {
  if (level !== 'none' && !isLinux) return 'it needs Linux';
  if (!faults.has(level)) faults.set(level, startFault(childCommand(level, defaultLimits)));
  return faults.get(level);
}

/** A child greets once it is ready, and ends when its input does. */
function startFault([program, ...args]: string[]): string | undefined {
  const stdio: StdioOptions = ['pipe', 'ignore', 'pipe', 'pipe'];
  const options = { env: childEnv(), input: '', stdio, timeout: defaultLimits.startMilliseconds, windowsHide: true };
  const { error, output, signal, status } = spawnSync(program, args, { ...options, encoding: 'utf8' });
  if (error) return error.message;
  if (status === 0 && output[3]?.startsWith('{"hello"')) return undefined;
  return `${output[2]?.trim().slice(0, 300) || 'it printed nothing'} (${signal ?? `exit code ${status}`})`;
}

/** Tells whether a level works here, by trying it. */
export function hasLevel(level: Level): boolean {
  return levelFault(level) === undefined;
}

/**
 * The strongest level that works here.
 *
 * @throws SandboxError when none does
 */
export function strongestLevel(): Level {
  const found = levels.find(hasLevel);
  if (found === undefined) throw new SandboxError(levelFault('none')!);
  return found;
}

/** What a level protects against, in one sentence for a report. */
export const levelMeaning: Record<Level, string> = {
  bwrap: 'own file system, network and process space (bubblewrap), permissions and limits of Node',
  unshare: 'own network and process space (unshare), permissions and limits of Node',
  none: 'permissions and limits of Node only: install bubblewrap (Linux) before grading strangers',
};

/** The program and arguments that start a child. */
export function childCommand(level: Level, limits: Limits): string[] {
  let command = [process.execPath, ...nodeFlags(limits), childFiles[0]];
  if (level === 'bwrap') command = [...bwrapCommand(), realpathSync(command[0]), ...command.slice(1)];
  if (level === 'unshare') command = [...unshareCommand, ...command];
  return [...limitCommand(limits), ...command];
}

function nodeFlags(limits: Limits): string[] {
  return [
    permissionFlag,
    ...childFiles.map((file) => `--allow-fs-read=${file}`),
    '--no-warnings',
    '--no-addons',
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    `--max-old-space-size=${limits.heapMegabytes}`,
    '--max-semi-space-size=8',
    '--stack-size=900',
    '--v8-pool-size=1',
    '--single-threaded-gc', // helpers would take more processor time than they save
  ];
}

function bwrapCommand(): string[] {
  const command = ['bwrap', '--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL'];
  command.push('--hostname', 'sandbox', '--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp');
  const bind = (path: string) => command.push('--ro-bind', path, path);
  for (const folder of ['/lib', '/lib64', '/lib32']) {
    if (!existsSync(folder)) continue;
    if (lstatSync(folder).isSymbolicLink()) command.push('--symlink', readlinkSync(folder), folder);
    else bind(folder);
  }
  for (const folder of ['/usr/lib', '/usr/lib64', '/usr/lib32', '/nix/store']) if (existsSync(folder)) bind(folder);
  bind(realpathSync(process.execPath));
  childFiles.forEach(bind);
  command.push('--chdir', '/tmp', '--');
  return command;
}

/** Limits that the kernel holds: no core dumps, small files, few of them, processor time, data segment. */
function limitCommand(limits: Limits): string[] {
  if (hasPrlimit()) {
    const atRest = nodeMajor >= 24 ? 560 : 50; // MB of data segment that Node has mapped before it runs anything
    const data = (limits.memoryMegabytes + atRest) * 2 ** 20;
    return ['prlimit', '--core=0', '--fsize=1048576', '--nofile=64', `--cpu=${limits.cpuSeconds}`, `--data=${data}`];
  }
  if (process.platform === 'win32') return [];
  return ['/bin/sh', '-c', `ulimit -c 0 -f 2048 2>/dev/null; ulimit -t ${limits.cpuSeconds}; exec "$@"`, 'sh'];
}

let prlimitWorks: boolean | undefined;

function hasPrlimit(): boolean {
  const probe = () =>
    spawnSync('prlimit', ['--data=1000000000', 'true'], { env: childEnv(), timeout: 5000, stdio: 'ignore' });
  return (prlimitWorks ??= isLinux && probe().status === 0);
}
