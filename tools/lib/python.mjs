// Python → .venv with the packages of tools/requirements.txt (JupyterLab and nbclient, with all they need pinned).
import { existsSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from './hash.mjs';
import { root, scratch, tools, venv, venvBin } from './paths.mjs';
import { ask, run } from './run.mjs';
import { SetupError, step } from './step.mjs';

const requirements = join(tools, 'requirements.txt');
const windows = process.platform === 'win32';

/** pip and uv keep their caches inside the project, and leave the user's own packages and settings of Python alone. */
export const pythonEnv = {
  ...process.env,
  PIP_CACHE_DIR: join(scratch, 'pip'),
  PIP_USER: '0',
  UV_CACHE_DIR: join(scratch, 'uv'),
  UV_PYTHON_INSTALL_DIR: join(scratch, 'python'),
  UV_NO_CONFIG: '1',
  PYTHONNOUSERSITE: '1',
};
if (!existsSync(join(homedir(), '.rustup'))) pythonEnv.RUSTUP_HOME = join(scratch, 'rustup'); // pip asks rustc for its version
delete pythonEnv.PYTHONHOME;
delete pythonEnv.PYTHONPATH;

/** A Python of at least 3.10 on the search path: `{program, version}`, or undefined. */
export function findPython() {
  const names = ['python3', 'python', ...(windows ? ['py'] : [14, 13, 12, 11, 10].map((minor) => `python3.${minor}`))];
  for (const program of names) {
    const version = ask(program, ['-c', 'import sys; print(*sys.version_info[:3], sep=".")'], { env: pythonEnv });
    const [major, minor] = version?.split('.').map(Number) ?? [];
    if (major === 3 && minor >= 10) return { program, version };
  }
  return undefined;
}

/** Whether `uv` is there; it makes the environment about ten times faster than pip. */
export function findUv() {
  return ask('uv', ['--version'], { env: pythonEnv });
}

/** The stamp of the virtual environment, the hash of all it is made from, and a look at each of its packages. */
export function venvRecord() {
  return { stamp: join(venv, '.installed'), key: hashOf([requirements], root), fault: venvFault };
}

/** What of the environment is not there or does not run, as after the Python below it was replaced; undefined when all is well. */
function venvFault() {
  const code = [join(tools, 'lib', 'missing-packages.py'), requirements];
  const missing = existsSync(venvBin('python')) ? ask(venvBin('python'), code, { env: pythonEnv }) : undefined;
  if (missing === undefined) return 'its Python does not run, or has no packages';
  const names = missing.split(/\s+/).filter(Boolean);
  return names.length === 0
    ? undefined
    : `${names.length} of its packages are missing or have another version: ${names.slice(0, 5).join(', ')}`;
}

/** Makes `.venv` again when the requirements have changed, the project has moved, or its Python no longer works. */
export async function installPython() {
  const uv = findUv();
  await step(`Installing JupyterLab into .venv (${uv ? 'uv' : 'pip; about a minute'})`, venvRecord(), async () => {
    rmSync(venv, { recursive: true, force: true });
    const python = findPython();
    if (uv) await installWithUv(python);
    else if (python) await installWithPip(python.program);
    else throw new SetupError(noPython);
  });
}

async function installWithUv(python) {
  const env = { env: pythonEnv };
  await run('uv', ['venv', '--quiet', '--python', python?.program ?? '3.13', venv], env).catch((error) => {
    throw python ? error : new SetupError(`${noPython}\n\n${error.message}`);
  });
  await run('uv', ['pip', 'install', '--quiet', '--python', venvBin('python'), '--requirement', requirements], env);
}

async function installWithPip(python) {
  const env = { env: pythonEnv };
  const install = ['install', '--quiet', '--disable-pip-version-check', '--requirement', requirements];
  if (ask(python, ['-c', 'import ensurepip'], env) !== undefined) {
    await run(python, ['-m', 'venv', venv], env);
    await run(venvBin('python'), ['-m', 'pip', ...install], env);
  } else if (
    ask(python, ['-m', 'pip', '--version'], env) !== undefined &&
    ask(python, ['-c', 'import venv'], env) !== undefined
  ) {
    await run(python, ['-m', 'venv', '--without-pip', venv], env);
    await run(python, ['-m', 'pip', '--python', venvBin('python'), ...install], env);
  } else throw new SetupError(noVenv(python));
}

/** Puts pinned packages into a folder for `PYTHONPATH`, beside what `.venv` has; only those that are named, by their hashes. */
export async function installInto(folder, list) {
  const env = { env: pythonEnv };
  const what = ['install', '--quiet', '--no-deps', '--require-hashes', '--target', folder, '--requirement', list];
  const python = venvBin('python');
  if (findUv()) await run('uv', ['pip', ...what, '--python', python], env);
  else if (ask(python, ['-m', 'pip', '--version'], env) !== undefined) await run(python, ['-m', 'pip', ...what], env);
  else await run(findPython().program, ['-m', 'pip', '--python', python, ...what], env);
}

const withoutPython = '`npm test` and `npm run compare` work without it.';

const noPython = `JupyterLab needs Python 3.10 or newer, and none was found on the search path.
Install one and run \`npm start\` again:
  Debian, Ubuntu   sudo apt install python3-venv
  Fedora           sudo dnf install python3
  macOS            brew install python
  Windows          winget install Python.Python.3.13
  or only uv       https://docs.astral.sh/uv (it brings a Python along)
${withoutPython}`;

const noVenv = (
  python,
) => `${python} can neither make virtual environments with pip (module ensurepip) nor has it a pip of its own.
Install the missing part and run \`npm start\` again:
  Debian, Ubuntu   sudo apt install python3-venv
  elsewhere        install uv (https://docs.astral.sh/uv) or Python from python.org
${withoutPython}`;
