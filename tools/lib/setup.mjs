// The steps of the set-up in their order; each does nothing when it is already done.
import { installJupyter } from './jupyter.mjs';
import { buildLibrary } from './library.mjs';
import { installPackages } from './packages.mjs';
import { tools } from './paths.mjs';
import { installPython } from './python.mjs';

/** What the tests need: the npm packages and the compiled library. */
export async function ensureLibrary() {
  await installPackages();
  await buildLibrary();
}

/** What the notebooks need: the library, and JupyterLab with our kernel and renderer. */
export async function ensureJupyter() {
  await ensureLibrary();
  await installPython();
  await installJupyter();
}

/** What maintainers need: linter, formatter, coverage, browser driver. */
export async function ensureTools() {
  await installPackages(tools, 'Installing the maintainers’ tools (npm ci in tools/)');
}
