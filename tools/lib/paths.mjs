// Where things stand in this project. Every other tool imports its paths from here.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const tools = join(root, 'tools');
export const notebooks = join(root, 'notebooks');

/** Caches and scratch files of the tools; git ignores it, and but for `served` it may be deleted at any time. */
export const scratch = join(root, '.setup');

/** The Python virtual environment: JupyterLab, nbclient, the kernel, the renderer and Jupyter's own state. */
export const venv = join(root, '.venv');

/** The path of a program of the virtual environment, e.g. `venvBin('python')`. */
export function venvBin(name) {
  return windows ? join(venv, 'Scripts', `${name}.exe`) : join(venv, 'bin', name);
}
