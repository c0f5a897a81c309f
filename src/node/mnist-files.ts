// folder → the four files of MNIST, or of a set like it, by the names that archives give them. Called by loadMnist.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OptionError, requireOption } from '../errors';

const fileNames = [
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
] as const;

/**
 * The paths of the four files of a set: images and labels to train on, then those to test on.
 *
 * @param wanted what their names begin with
 * @throws OptionError when the folder or a file is missing, or nothing says which of several sets is meant
 */
export function findMnistFiles(folder: string, wanted: string | undefined): string[] {
  const entries = namesIn(folder);
  const sets = new Map<string, Map<string, string>>(); // set → name of MNIST → name in the folder
  for (const entry of entries) {
    const plain = entry
      .toLowerCase()
      .replace(/\.gz$/, '')
      .replace(/\./g, '-')
      .replace(/\btest-(?=\w+-idx)/, 't10k-');
    const name = fileNames.find((known) => plain === known || plain.endsWith(`-${known}`));
    if (name === undefined) continue;
    const set = plain.slice(0, -name.length - 1);
    if (!sets.has(set)) sets.set(set, new Map());
    if (!sets.get(set)!.has(name)) sets.get(set)!.set(name, entry); // of several, the plain one: it is the first
  }
  const whole = Array.from(sets.keys()).filter((set) => sets.get(set)!.size === fileNames.length);
  const several = whole.length > 1 && !whole.includes('');
  requireOption(
    typeof wanted === 'string' || (wanted === undefined && !several),
    `loadMnist: set must say which of the sets in ${folder} is meant`,
    wanted,
    `pass one of ${whole.join(', ')}`,
  );
  const set = wanted?.toLowerCase().replace(/\./g, '-') ?? (whole.includes('') ? '' : (whole[0] ?? ''));
  const found = sets.get(set) ?? new Map<string, string>();
  const missing = fileNames.filter((name) => !found.has(name)).map((name) => (set ? `${set}-${name}` : name));
  if (missing.length === 0) return fileNames.map((name) => join(folder, found.get(name)!));
  throw new OptionError(
    `loadMnist: the folder must hold ${fileNames.join(', ')}, each with or without .gz, received ${folder} without ${missing.join(', ')} (there ${list(entries)}); put the files of MNIST there, or use makeDigits`,
  );
}

/** The files of a folder, in an order that every system has. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
  } catch (error) {
    throw new OptionError(
      `loadMnist: the folder must be there, received ${folder} (${error instanceof Error ? error.message : String(error)}); check the path`,
    );
  }
}

function list(names: readonly string[]): string {
  if (names.length === 0) return 'is no file';
  const shown = names.slice(0, 8).join(', ') + (names.length > 8 ? ` and ${names.length - 8} more` : '');
  return `${names.length > 1 ? 'are' : 'is'} ${shown}`;
}
