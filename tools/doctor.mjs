// npm run doctor: each part of the set-up → works, or what is wrong and how to fix it. Changes nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canListen, noPort } from './lib/address.mjs';
import { jupyterEnv, jupyterRecord, kernelName } from './lib/jupyter.mjs';
import { libraryRecord } from './lib/library.mjs';
import { lockFile, lockHolder } from './lib/lock.mjs';
import { packagesRecord } from './lib/packages.mjs';
import { notebooks, root, scratch, venv, venvBin } from './lib/paths.mjs';
import { findPython, findUv, venvRecord } from './lib/python.mjs';
import { run } from './lib/run.mjs';
import { canWrite } from './lib/state.mjs';
import { stepFault } from './lib/step.mjs';
import { temporaryFolderFault, temporaryFolderRemedy } from './lib/temporary.mjs';

/** A part that does not work: what is wrong, and what the reader types or installs. */
class Fault extends Error {
  constructor(message, mend) {
    super(message);
    this.mend = mend;
  }
}

/** A step of the set-up: done, and what it made is there. */
function needStep(record, folder, mend) {
  const fault = stepFault(record);
  need(fault === undefined, `${folder}: ${fault}`, mend);
}

function need(condition, message, mend) {
  if (!condition) throw new Fault(message, mend);
}

/** Title → a function that returns a remark or throws. */
const parts = {
  /** node-version.cjs has refused the others. */
  Node: () => process.versions.node,

  'temporary folder'() {
    const fault = temporaryFolderFault();
    need(fault === undefined, fault, temporaryFolderRemedy);
  },

  'lock of the set-up'() {
    const holder = lockHolder();
    if (!holder) return undefined;
    need(
      holder.alive,
      `${lockFile} was left behind by a command that was killed`,
      'nothing: the next command sees that, waits three seconds and goes on',
    );
    return `held by process ${holder.pid}: ${holder.title}`;
  },

  'npm packages': () => needStep(packagesRecord(), 'node_modules/', 'npm run build'),

  'compiled library': () => needStep(libraryRecord(), 'dist/', 'npm run build'),

  async 'library loads'() {
    await run(process.execPath, ['-e', `require(${JSON.stringify(root)})`]).catch((error) => {
      throw new Fault(error.message, 'npm ci && npm run build');
    });
  },

  async 'sandbox of the grader'() {
    const code =
      'const { strongestLevel, levelMeaning } = require("./grader/sandbox/level"); console.log(levelMeaning[strongestLevel()])';
    const env = { ...process.env, TSX_DISABLE_CACHE: '1' }; // nothing is left in the temporary folder
    const started = await run(process.execPath, ['--require', 'tsx/cjs', '-e', code], { env }).catch((error) => {
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
    needStep(venvRecord(), '.venv/', 'npm start');
  },

  'TypeScript kernel and renderers of figures'() {
    needStep(jupyterRecord(), 'what .venv/ holds beside JupyterLab', 'npm start');
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

  'folders can be written'() {
    const made = [scratch, venv, join(root, 'node_modules'), join(root, 'dist')].filter((folder) => existsSync(folder));
    const fixed = [root, notebooks, join(root, 'exercises')];
    const locked = [...fixed, ...made].find((folder) => !canWrite(folder));
    need(
      locked === undefined,
      `${locked} is missing, or belongs to somebody else`,
      `if it should be yours, and root made it: sudo chown -R $USER ${root}; else npm run class-kit -- ~/my-course makes a learner's copy`,
    );
  },

  async 'a port for JupyterLab'() {
    if (await canListen(8888)) return '8888';
    need(await canListen(0), noPort, 'let the firewall or sandbox allow connections to localhost');
    return '8888 is taken (perhaps by another npm start); JupyterLab takes the next free one';
  },
};

/** Title → the part without which it is not looked at. */
const standsOn = {
  'compiled library': 'npm packages',
  'library loads': 'compiled library',
  'sandbox of the grader': 'npm packages',
  'TypeScript kernel and renderers of figures': 'Python environment',
  'the kernel computes': 'TypeScript kernel and renderers of figures',
};

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
