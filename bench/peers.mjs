// The peers, each at its best, in environments of their own that are made when they are first asked for.

import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, scratch } from '../tools/lib/paths.mjs';

const here = join(root, 'bench', 'peers');
const home = join(scratch, 'peers');

/** Contenders for run.mjs. */
export function peers(folder, epochs) {
  const python = makePython();
  const node = makeNode();
  const py = (name, ...args) => ({ name, command: [python, join(here, 'job.py'), folder, String(epochs), ...args] });
  // TensorFlow.js takes ten times as long as the others; it does a fifth of the epochs, and its seconds are multiplied.
  const fewer = Math.ceil(epochs / 5);
  return [
    py('NumPy, in place', 'numpy'),
    py('NumPy, new arrays', 'numpy-new'),
    py('PyTorch float64', 'torch', 'float64'),
    py('PyTorch float32, fused Adam', 'torch', 'float32'),
    py('JAX float64, compiled loop', 'jax'),
    py('scikit-learn (3 of 5 models)', 'sklearn'),
    {
      name: 'TensorFlow.js WASM float32',
      command: [process.execPath, join(node, 'tfjs.cjs'), folder, String(fewer)],
      share: fewer / epochs,
    },
  ];
}

/** The Python that has them, made when it is not there yet. */
export function makePython() {
  const venv = join(home, 'python');
  const program = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
  if (!existsSync(join(venv, '.done'))) {
    call('python3', ['-m', 'venv', venv]);
    call(program, ['-m', 'pip', 'install', '--quiet', '-r', join(here, 'requirements.txt')]);
    writeFileSync(join(venv, '.done'), '');
  }
  return program;
}

/** The folder with TensorFlow.js, made when it is not there yet, and `job` ready to run in it. */
export function makeNode(job = 'tfjs.cjs') {
  const folder = join(home, 'node');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, '.done'))) {
    call('npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '@tensorflow/tfjs@4.22.0',
      '@tensorflow/tfjs-backend-wasm@4.22.0',
    ]);
    writeFileSync(join(folder, '.done'), '');
  }
  // The job has to lie beside its packages to find them.
  writeFileSync(join(folder, job), `require(${JSON.stringify(join(here, job))})(require);\n`);
  return folder;
}

function call(program, args) {
  const child = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (child.status !== 0)
    throw new Error(`bench: ${program} ${args.join(' ')} failed; install what it names, or leave --peers out`);
}
