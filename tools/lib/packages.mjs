// package-lock.json → node_modules, for the project itself and for the packages of its own in tools/ and site/.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { causeOf, noNetwork } from './causes.mjs';
import { hashOf } from './hash.mjs';
import { root, scratch } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError, markDone, step } from './step.mjs';

/** The stamp of the packages of a folder, the hash of its lock file, and a look at each package. */
export function packagesRecord(folder = root) {
  return {
    stamp: join(folder, 'node_modules', '.holdout-installed'),
    key: hashOf([join(folder, 'package-lock.json')], process.platform, process.arch),
    fault: () => packagesFault(folder),
  };
}

/**
 * Which packages of the lock file are not there in their version, in one sentence; undefined when all are.
 *
 * @public for the tests, which import it by a name that is computed
 */
export function packagesFault(folder = root) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const missing = Object.entries(packages)
    .filter(([path, entry]) => path !== '' && belongsHere(entry) && !isThere(join(folder, path), entry))
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  if (missing.length === 0) return undefined;
  const some = missing.slice(0, 5).join(', ');
  return `${missing.length} of ${Object.keys(packages).length - 1} npm packages are missing or have another version: ${some}${missing.length > 5 ? ' …' : ''}`;
}

/** An optional package is made for some machines and some versions of Node; one that names no machine may be left out. */
function belongsHere({ optional, os, cpu, libc, engines }) {
  if (!optional) return true;
  if (engines?.node && !fitsNode(engines.node)) return false;
  const fits = (list, own) => list === undefined || list.includes(own);
  return Boolean(os || cpu) && fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, ownLibc());
}

/** Whether this Node is in a range such as `^22.20 || >=25`; what is written in another form may be left out as well. */
function fitsNode(range) {
  const own = process.versions.node.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, sign, version] = /^(\^|>=)\s*([\d.]+)$/.exec(part.trim()) ?? [];
    if (!sign) return false;
    const from = version.split('.').map(Number);
    const at = own.findIndex((number, i) => number !== (from[i] ?? 0));
    return (at < 0 || own[at] > (from[at] ?? 0)) && (sign === '>=' || own[0] === from[0]);
  });
}

function isThere(path, { version, link }) {
  const file = join(path, 'package.json');
  try {
    return link ? existsSync(file) : JSON.parse(readFileSync(file, 'utf8')).version === version;
  } catch {
    return false;
  }
}

let libc;

function ownLibc() {
  if (process.platform !== 'linux') return undefined;
  process.report.excludeNetwork = true; // else it asks for the names of all hosts
  return (libc ??= process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');
}

/** Called at the end of an `npm ci` that somebody typed: it counts like our own, unless it left out what is returned. */
export function recordPackages(folder = root) {
  return markDone(packagesRecord(folder));
}

/** Settings of the user or of the environment (NODE_ENV=production, omit=dev) that would leave packages out do not count here. */
const everything = [
  ...['dev', 'optional', 'peer'].map((kind) => `--include=${kind}`),
  `--os=${process.platform}`,
  `--cpu=${process.arch}`,
  '--install-strategy=hoisted',
  '--legacy-peer-deps=false',
  '--location=project',
  '--global=false',
  '--dry-run=false',
];

/** Runs `npm ci` in the folder unless all that its lock file names is there. No package runs a script of its own. */
export async function installPackages(folder = root, title = 'Installing npm packages (npm ci)') {
  await step(title, packagesRecord(folder), async () => {
    const [program, ...first] = npm();
    const options = {
      cwd: folder,
      env: { ...process.env, npm_config_cache: process.env.npm_config_cache ?? join(scratch, 'npm') },
    };
    const npmRuns = (...args) => run(program, [...first, ...args, '--loglevel=error'], options);
    const offline = await networkFault(npmRuns);
    const rest = offline === undefined ? [] : ['--offline']; // what was downloaded once is enough
    await npmRuns('ci', '--ignore-scripts', '--no-audit', '--no-fund', ...everything, ...rest).catch((error) => {
      throw offline ?? error;
    });
  });
}

/** Asks once whether the packages can be reached: `npm ci` itself tries for two minutes. The error when they cannot. */
async function networkFault(npmRuns) {
  try {
    await npmRuns('ping', '--fetch-retries=1', '--fetch-retry-mintimeout=500');
  } catch (error) {
    if (causeOf(error.message) === noNetwork) return error; // a server that only does not know this question is reached
  }
  return undefined;
}

/** npm as a program and its first arguments: the npm that runs us, else the one that came with this Node. */
function npm() {
  if (process.env.npm_execpath?.endsWith('.js')) return [process.execPath, process.env.npm_execpath];
  if (process.platform !== 'win32') return ['npm'];
  const script = join(process.execPath, '..', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(script)) return [process.execPath, script];
  throw new SetupError('npm was not found beside Node. Run this as an npm script, e.g. `npm start`.');
}
