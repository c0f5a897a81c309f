// folder or zip of a submission → texts of its exercise files
//
// Whoever made it chose every name, link and size in it. Nothing is extracted, no link is followed, and no more is read
// than an exercise needs.

import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Dirent,
} from 'node:fs';
import { join } from 'node:path';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { Source } from './run-exercise';

export const FILE_BYTES = 256 * 1024;
const ZIP_BYTES = 20 << 20;
const ZIP_ENTRIES = 2000;
/** Where a file may stand in a submission: as handed in, in a clone of the course, or at the top. */
const folders = ['', 'exercises'];

export interface Submission {
  /** The text of an exercise, or why there is none. */
  source(slug: string): Source;
}

/** Reads a folder or a `.zip`. @throws Error that says what is wrong with it */
export async function readSubmission(path: string): Promise<Submission> {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Error('is not there, or its name is not UTF-8; give it another name');
  if (stat.isSymbolicLink()) throw new Error('is a symbolic link; hand in the folder itself');
  if (stat.isDirectory()) return { source: (slug) => fromFolder(path, `${slug}.ts`) };
  if (!/\.zip$/i.test(path)) throw new Error('is neither a folder nor a .zip file');
  if (!stat.isFile()) throw new Error('is neither a folder nor a file');
  const texts = await readZip(path);
  return { source: (slug) => texts.get(`${slug}.ts`) ?? { problem: `${slug}.ts is not in the zip file` } };
}

function fromFolder(root: string, name: string): Source {
  const places = [root, ...onlyFolderIn(root)].flatMap((place) => folders.map((folder) => join(place, folder)));
  for (const folder of places) {
    const source = readExercise(folder, name);
    if (source) return source;
  }
  const similar = places.flatMap(listing).find(({ name: other }) => isSimilar(other, name));
  return { problem: `${name} is missing${similar ? `; is it ${similar.name}? Give it the name ${name}` : ''}` };
}

/** What a zip file unpacks to: a folder that holds one folder and nothing else that counts. */
function onlyFolderIn(root: string): string[] {
  const entries = listing(root).filter(({ name }) => !name.startsWith('.') && name !== '__MACOSX');
  return entries.length === 1 && entries[0].isDirectory() ? [join(root, entries[0].name)] : [];
}

function listing(folder: string): Dirent[] {
  try {
    return lstatSync(folder).isDirectory() ? readdirSync(folder, { withFileTypes: true }) : [];
  } catch {
    return [];
  }
}

/** `02-L2.ts`, `02-l2.js` and `02-l2 (1).ts` for `02-l2.ts`. */
function isSimilar(other: string, name: string): boolean {
  const stem = (file: string) => file.toLowerCase().replace(/(\.[a-z]+)+$/, '');
  return stem(other) === stem(name) || stem(other).startsWith(`${stem(name)} `);
}

/** Undefined when there is no such file. */
function readExercise(folder: string, name: string): Source | undefined {
  const file = join(folder, name);
  try {
    if (lstatSync(folder).isSymbolicLink()) return { problem: `${name} stands in a folder that is a symbolic link` };
    const stat = lstatSync(file);
    if (stat.isSymbolicLink()) return { problem: `${name} is a symbolic link; hand in the file itself` };
    if (!stat.isFile()) return { problem: `${name} is not a file` };
    if (stat.nlink > 1) return { problem: `${name} is a hard link; hand in a copy of its own` };
    if (realpathSync(file) !== join(realpathSync(folder), name))
      return { problem: `${name} is spelled differently on disk` };
    const bytes = readFile(file);
    return bytes ? toText(bytes, name) : { problem: `${name} has more than ${FILE_BYTES} bytes` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { problem: `${name} cannot be read (${code})` };
  }
}

// O_NOFOLLOW and fstat: what lstat saw may have been replaced since.
function readFile(file: string): Buffer | undefined {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(descriptor).isFile()) return undefined;
    const bytes = Buffer.alloc(FILE_BYTES + 1);
    const count = readSync(descriptor, bytes, 0, bytes.length, 0);
    return count > FILE_BYTES ? undefined : bytes.subarray(0, count);
  } finally {
    closeSync(descriptor);
  }
}

/** UTF-8, with or without byte order mark, or UTF-16 with one. */
function toText(bytes: Buffer, name: string): Source {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { problem: `${name} is not a text in UTF-8; save it with that encoding` };
  }
  if (text.includes('\0')) return { problem: `${name} contains NUL characters; save it as UTF-8` };
  if (!text.trim()) return { problem: `${name} is empty` };
  return { text };
}

async function readZip(path: string): Promise<Map<string, Source>> {
  const size = lstatSync(path).size;
  if (size > ZIP_BYTES) throw new Error(`has ${size} bytes; a hand-in has fewer than ${ZIP_BYTES}`);
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  const bytes = Buffer.alloc(size);
  try {
    readSync(descriptor, bytes, 0, size, 0);
  } finally {
    closeSync(descriptor);
  }
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) =>
      error ? reject(new Error(`is no zip file that can be read (${error.message})`)) : resolve(opened),
    );
  });
  if (zip.entryCount > ZIP_ENTRIES)
    throw new Error(`has ${zip.entryCount} entries; a hand-in has fewer than ${ZIP_ENTRIES}`);
  return collect(zip);
}

/** yauzl takes a backslash for a slash, as Windows writes it, and refuses absolute paths, `..`, and entries that inflate to another size than they declare. */
function collect(zip: ZipFile): Promise<Map<string, Source>> {
  const texts = new Map<string, Source>();
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(new Error(`is no zip file that can be read (${error.message})`)));
    zip.on('end', () => resolve(texts));
    zip.on('entry', (entry: Entry) => {
      const name = /^(?:[^/]+\/)?(?:exercises\/)?([^/]+\.ts)$/.exec(entry.fileName)?.[1];
      if (!name) return zip.readEntry();
      readEntry(zip, entry, name).then((source) => {
        texts.set(name, texts.has(name) ? { problem: `${name} is in the zip file twice` } : source);
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
}

async function readEntry(zip: ZipFile, entry: Entry, name: string): Promise<Source> {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (type !== 0 && type !== 0o100000)
    return { problem: `${name} is a link or a device in the zip file; hand in the file itself` };
  if (entry.uncompressedSize > FILE_BYTES) return { problem: `${name} has more than ${FILE_BYTES} bytes` };
  return new Promise((resolve) => {
    const broken = (error: Error) =>
      resolve({ problem: `${name} cannot be read from the zip file (${error.message})` });
    zip.openReadStream(entry, (error, stream) => {
      if (error) return broken(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', broken);
      stream.on('end', () => resolve(toText(Buffer.concat(chunks), name)));
    });
  });
}
