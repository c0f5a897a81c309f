// What Jupyter writes while it runs → a folder inside .venv, or one that goes with the command, for those who may not write there: a
// class room can use one installation, which somebody else made.
import { accessSync, chmodSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notebooks, root, scratch, venv } from './paths.mjs';

/** Whether this user may write into a folder. */
export function canWrite(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether this clone is only to be read and run: it belongs to somebody else, or its disk takes no changes. */
export function isReadOnly() {
  return !canWrite(notebooks);
}

const usual = { jupyter: join(venv, 'var', 'jupyter'), served: join(scratch, 'served') };
let places;

/** The folder `jupyter` of settings, workspaces and running servers, and the folder `served` of links to what is shown. */
export function statePlaces() {
  return (places ??= ownPlaces() ? usual : temporaryPlaces());
}

function ownPlaces() {
  if (![venv, existsSync(scratch) ? scratch : root].every(canWrite)) return false;
  if (!existsSync(usual.jupyter)) return true;
  const inside = readdirSync(usual.jupyter, { recursive: true }).map((name) => join(usual.jupyter, name));
  return [usual.jupyter, ...inside].every(canWrite); // not so after somebody else, or root, used it
}

function temporaryPlaces() {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-')); // for this user alone: it holds the token of the server
  const temporary = { jupyter: join(folder, 'jupyter'), served: join(folder, 'served') };
  process.once('exit', () => {
    if (existsSync(temporary.served)) chmodSync(temporary.served, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });
  return temporary;
}
