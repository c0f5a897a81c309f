// notebooks/, exercises/ and the README → the folder that JupyterLab serves. It holds links to these three: a link of a
// notebook to an exercise opens it, and no request reaches anything else of the project.
import { linkSync, lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const served = ['notebooks', 'exercises', 'README.md'];

/** Makes `folder` of links to what is served of `project`, and returns it. What a learner has put beside the links stays there. */
export function servedFolder(folder, project = root) {
  mkdirSync(folder, { recursive: true });
  for (const name of served) link(join(project, name), join(folder, name));
  return folder;
}

function link(target, path) {
  if (leadsTo(target, path)) return;
  rmSync(path, { force: true }); // of a project that was moved
  try {
    if (lstatSync(target).isDirectory())
      symlinkSync(target, path, 'junction'); // Windows allows no other link to everybody
    else if (process.platform === 'win32') linkSync(target, path);
    else symlinkSync(target, path);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error; // else another `npm start` was faster
  }
}

function leadsTo(target, path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(path) === target;
}
