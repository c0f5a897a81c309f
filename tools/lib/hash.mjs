// What a step was made from, as one hash: the step is redone when the hash differs from the recorded one.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './paths.mjs';

/** All files below the given files and folders, sorted. */
export function filesIn(...paths) {
  const found = paths.flatMap((path) =>
    statSync(path).isDirectory() ? filesIn(...readdirSync(path).map((name) => join(path, name))) : [path],
  );
  return found.sort();
}

/** Hash of the names and contents of files and folders, and of further strings. */
export function hashOf(paths, ...strings) {
  const hash = createHash('sha256').update(JSON.stringify(strings));
  for (const file of filesIn(...paths)) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
