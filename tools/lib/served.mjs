// notebooks/, exercises/ and the README → the folder that JupyterLab serves. It holds links to these three: a link of a
// notebook to an exercise opens it, and no request reaches anything else of the project.
import { chmodSync, linkSync, lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const served = ['notebooks', 'exercises', 'README.md'];

/** Makes `folder` of links to what is served of `project`, and returns it. Other things in it are left alone. */
export function servedFolder(folder, project = root) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  for (const name of served) link(join(project, name), join(folder, name));
  chmodSync(folder, 0o555); // what a learner makes belongs into notebooks/: here it would be hard to find again
  return folder;
}

function link(target, path) {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() && readlinkSync(path) === target) return;
  rmSync(path, { force: true }); // of a project that was moved
  if (lstatSync(target).isDirectory())
    symlinkSync(target, path, 'junction'); // Windows allows no other link to everybody
  else if (process.platform === 'win32') linkSync(target, path);
  else symlinkSync(target, path);
}
