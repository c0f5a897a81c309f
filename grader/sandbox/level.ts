// limits → the command line that starts a child in the strongest sandbox this machine has
//
// Three levels. All of them have the vm context, Node's permission model and the limits; `unshare` adds a network and a
// process space of the child's own, `bwrap` a file system in which nothing of this machine but Node can be seen.

import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Limits } from './limits';

/** How strongly a child is locked in, from the strongest down. */
export const levels = ['bwrap', 'unshare', 'none'] as const;
export type Level = (typeof levels)[number];

const isLinux = process.platform === 'linux';
const nodeMajor = Number(process.versions.node.split('.')[0]);
export const childFiles = ['child-harness.cjs', 'child-snapshot.cjs', 'child-context.cjs'].map((name) =>
  join(__dirname, name),
);

const unshareCommand = ['unshare', '--user', '--map-current-user', '--net', '--pid', '--fork', '--kill-child=SIGKILL'];

const works = (command: string[]) =>
  spawnSync(command[0], command.slice(1), { timeout: 5000, stdio: 'ignore' }).status === 0;

const probed = new Map<string, boolean>();

function available(name: string, probe: () => string[]): boolean {
  if (!probed.has(name)) probed.set(name, isLinux && works(probe()));
  return probed.get(name)!;
}

/** Tells whether a level works here, by trying it. */
export function hasLevel(level: Level): boolean {
  if (level === 'none') return true;
  const node = [realpathSync(process.execPath), '--version'];
  return available(level, () => (level === 'bwrap' ? [...bwrapCommand(), ...node] : [...unshareCommand, ...node]));
}

/** The strongest level that works here. */
export function strongestLevel(): Level {
  return levels.find(hasLevel)!;
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
    nodeMajor < 22 ? '--experimental-permission' : '--permission',
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
  if (available('prlimit', () => ['prlimit', '--data=1000000000', 'true'])) {
    const atRest = nodeMajor >= 24 ? 560 : 50; // MB of data segment that Node has mapped before it runs anything
    const data = (limits.memoryMegabytes + atRest) * 2 ** 20;
    return ['prlimit', '--core=0', '--fsize=1048576', '--nofile=64', `--cpu=${limits.cpuSeconds}`, `--data=${data}`];
  }
  if (process.platform === 'win32') return [];
  return ['/bin/sh', '-c', `ulimit -c 0 -f 2048 2>/dev/null; ulimit -t ${limits.cpuSeconds}; exec "$@"`, 'sh'];
}
