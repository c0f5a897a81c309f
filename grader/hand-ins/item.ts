// what stands in a hand-in, on disk or in an archive → one form that the rest of the reader works with
//
// Whoever handed it in chose every name, link and size. No link is followed, nothing is written, and a file is read up to
// a limit that the reader sets.

import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Why a part of a hand-in cannot be read: ends a sentence that begins with its name. Every other error is a fault of ours. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** A file or a folder of a hand-in. */
export interface Item {
  name: string;
  /** `refused`: a link, a device or something else that is never read. */
  kind: 'file' | 'folder' | 'refused';
  /** Why it is refused; ends a sentence that begins with its name. */
  problem?: string;
  /** Where it is on disk; undefined inside of an archive. */
  path?: string;
  /** Sorts the attempts of one learner, the newest last. */
  attempt?: string;
  /** What is in a folder. @throws Unreadable */
  list(): Promise<Item[]>;
  /** The bytes of a file. @throws Unreadable, also for more bytes than `limit` */
  read(limit: number): Promise<Buffer>;
}

/** What tools and systems put beside the answers. */
export const isIgnored = (name: string) => /^(?:\..*|node_modules|__macosx|thumbs\.db|desktop\.ini)$/i.test(name);

/** What is at a path of the disk. */
export function itemAt(path: string, name = basename(path)): Item {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return refused(name, 'is not there, or its name is not UTF-8; give it another name');
  if (stat.isSymbolicLink()) return refused(name, 'is a symbolic link; hand in what it points to');
  if (stat.isDirectory())
    return { ...folder(name, async () => namesIn(path).map((one) => itemAt(join(path, one)))), path };
  if (!stat.isFile()) return refused(name, 'is not a file');
  return { ...file(name, async (limit) => readFile(path, limit)), path };
}

/** A folder made of items, wherever they come from. */
export function folder(name: string, list: () => Promise<Item[]>): Item {
  return { name, kind: 'folder', list, read: noFile };
}

export function file(name: string, read: Item['read']): Item {
  return { name, kind: 'file', list: noFolder, read };
}

export function refused(name: string, problem: string): Item {
  return { name, kind: 'refused', problem, list: noFolder, read: noFile };
}

export const tooLarge = (limit: number) => new Unreadable(`has more than ${limit} bytes`);

const noFolder = () => Promise.reject(new Unreadable('is not a folder'));
const noFile = () => Promise.reject(new Unreadable('is not a file'));

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    throw new Unreadable(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Opens a file that is still the one that was seen: no link, no pipe. */
export function openFile(path: string): number {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if (fstatSync(descriptor).isFile()) return descriptor;
    closeSync(descriptor);
  } catch (error) {
    throw new Unreadable(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  throw new Unreadable('is not a file');
}

function readFile(path: string, limit: number): Buffer {
  const descriptor = openFile(path);
  try {
    // What is in another folder too is not what was handed in: it could be anybody's file.
    const { nlink, size } = fstatSync(descriptor);
    if (nlink > 1) throw new Unreadable('is a hard link; hand in a copy of its own');
    const bytes = Buffer.alloc(Math.min(size, limit) + 1); // one more than allowed tells that there is more
    const count = readSync(descriptor, bytes, 0, bytes.length, 0);
    if (count > limit) throw tooLarge(limit);
    return bytes.subarray(0, count);
  } finally {
    closeSync(descriptor);
  }
}
