// The folder for temporary files, of which compilers and the grader make use without asking.
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';

/** What is wrong with it; undefined when files can be made there. */
export function temporaryFolderFault() {
  try {
    accessSync(tmpdir(), constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return `the folder for temporary files, ${tmpdir()}, is missing or cannot be written`;
  }
}

export const temporaryFolderRemedy =
  process.platform === 'win32'
    ? 'make it, or let the environment variable TEMP name a folder in which you may write'
    : 'make it, or let the environment variable TMPDIR name a folder in which you may write, e.g. `TMPDIR=/tmp npm test`';
