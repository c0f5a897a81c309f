// npm run doctor: each part of the set-up → works, or what is wrong and how to fix it. Changes nothing.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  installedExtension,
  jupyterEnv,
  jupyterRecord,
  kernelName,
  kernelspec,
  rendererWorks,
} from './lib/jupyter.mjs';
import { libraryRecord } from './lib/library.mjs';
import { packagesInstalled } from './lib/packages.mjs';
import { notebooks, root, venvBin } from './lib/paths.mjs';
import { findPython, findUv, venvRecord, venvWorks } from './lib/python.mjs';
import { run } from './lib/run.mjs';
import { isDone } from './lib/step.mjs';

/** A part that does not work: what is wrong, and what the reader types or installs. */
class Fault extends Error {
  constructor(message, mend) {
    super(message);
    this.mend = mend;
  }
}

function need(condition, message, mend) {
  if (!condition) throw new Fault(message, mend);
}

/** Title → a function that returns a remark or throws. */
const parts = {
  /** node-version.cjs has refused the others. */
  Node: () => process.versions.node,

  'npm packages'() {
    need(packagesInstalled(), 'node_modules/ is missing or is not what package-lock.json says', 'npm ci');
  },

  'compiled library'() {
    const { stamp, key } = libraryRecord();
    need(isDone(stamp, key), 'dist/ is missing or older than src/', 'npm run build');
  },

  async 'library loads'() {
    await run(process.execPath, ['-e', `require(${JSON.stringify(root)})`]).catch((error) => {
      throw new Fault(error.message, 'npm ci && npm run build');
    });
  },

  async 'sandbox of the grader'() {
    const code =
      'const { strongestLevel, levelMeaning } = require("./grader/sandbox/level"); console.log(levelMeaning[strongestLevel()])';
    const started = await run(process.execPath, ['--require', 'tsx/cjs', '-e', code]).catch((error) => {
      const [reason = error.message] = /does not start: .*/.exec(error.message) ?? [];
      throw new Fault(reason, 'npm ci; on Linux install bubblewrap; close other programs when memory is short');
    });
    return started.trim();
  },

  'WebAssembly with SIMD'() {
    // (module (func (result v128) i32.const 0 i8x16.splat))
    const simd = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];
    const valid = WebAssembly.validate(new Uint8Array(simd));
    need(
      valid,
      'this processor or this Node has none',
      'use the official Node of nodejs.org on a 64-bit machine; without it training is slow but right',
    );
  },

  'Python 3.10 or newer, or uv'() {
    const found = [findPython()?.version, findUv()].filter(Boolean);
    need(
      found.length > 0,
      'neither was found on the search path',
      'npm start names the way for each system; npm test and npm run compare need no Python',
    );
    return found.join(', ');
  },

  'Python environment'() {
    const { stamp, key } = venvRecord();
    need(venvWorks(), '.venv/ is missing, or the Python below it was replaced', 'npm start');
    need(
      isDone(stamp, key),
      '.venv/ is unfinished, was moved, or is not what tools/requirements.txt says',
      'npm start',
    );
  },

  async 'versions of JupyterLab and nbclient'() {
    const code = 'import importlib.metadata as m; print(*(f"{n}=={m.version(n)}" for n in ("jupyterlab", "nbclient")))';
    const installed = (await run(venvBin('python'), ['-c', code], { env: jupyterEnv() })).trim().split(' ');
    const required = readFileSync(join(root, 'tools', 'requirements.txt'), 'utf8').split(/\s+/);
    need(
      installed.every((name) => required.includes(name)),
      `${installed.join(', ')} is not what tools/requirements.txt says`,
      removeVenv,
    );
    return installed.join(', ');
  },

  'TypeScript kernel'() {
    need(existsSync(kernelspec), `${kernelspec} is missing`, 'npm start');
    const { stamp, key } = jupyterRecord();
    need(isDone(stamp, key), 'it was set up for another Node or an older version of this project', 'npm start');
  },

  async 'the kernel computes'() {
    const code = [
      'from jupyter_client.manager import start_new_kernel',
      `manager, client = start_new_kernel(kernel_name=${JSON.stringify(kernelName)}, startup_timeout=60)`,
      'client.execute_interactive("6 * 7", timeout=30)',
      'client.stop_channels(); manager.shutdown_kernel()',
    ].join('\n');
    const printed = await run(venvBin('python'), ['-c', code], { cwd: notebooks, env: jupyterEnv() });
    need(printed.includes('42'), `6 * 7 gave ${printed}`, 'npm ci, then npm start');
  },

  'renderer of the figures'() {
    need(rendererWorks(), `${installedExtension} is missing or unfinished`, 'npm start');
  },

  'folders can be written'() {
    for (const folder of ['.', 'notebooks', 'exercises'].map((name) => join(root, name))) {
      try {
        accessSync(folder, constants.W_OK);
      } catch {
        throw new Fault(`${folder} is missing or cannot be written`, 'clone into a folder in which you may write');
      }
    }
  },

  async 'a port for JupyterLab'() {
    if (await canListen(8888)) return '8888';
    need(
      await canListen(0),
      'no port of localhost can be opened',
      'let the firewall or sandbox allow connections to localhost',
    );
    return '8888 is taken (perhaps by another npm start); JupyterLab takes the next free one';
  },
};

/** Title → the part without which it is not looked at. */
const standsOn = {
  'compiled library': 'npm packages',
  'library loads': 'compiled library',
  'sandbox of the grader': 'npm packages',
  'versions of JupyterLab and nbclient': 'Python environment',
  'TypeScript kernel': 'Python environment',
  'the kernel computes': 'TypeScript kernel',
  'renderer of the figures': 'Python environment',
};

const removeVenv = 'delete the folder .venv, then npm start';

function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const broken = new Set();
for (const [title, part] of Object.entries(parts)) {
  if (broken.has(standsOn[title])) {
    broken.add(title);
    console.log(`  – ${title}: not looked at, it stands on “${standsOn[title]}”`);
    continue;
  }
  try {
    const remark = await part();
    console.log(`  ✓ ${title}${remark ? `: ${remark}` : ''}`);
  } catch (error) {
    broken.add(title);
    console.log(`  ✗ ${title}: ${error.message}\n      fix: ${error.mend ?? 'npm start'}`);
  }
}
const closing = `${broken.size} of ${Object.keys(parts).length} parts failed; start with the first.`;
console.log(broken.size === 0 ? '\nEverything works.' : `\n${closing}`);
process.exitCode = broken.size === 0 ? 0 : 1;
