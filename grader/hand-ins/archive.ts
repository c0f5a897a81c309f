// .zip, .tar, .tar.gz → items; what it is tells its first bytes, not its name
//
// Nothing is extracted to disk. Sizes are bounded before anything is unpacked, and a file that unpacks to another size
// than it declared, or to other bytes, is refused.

import { closeSync, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { crc32, gunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import {
  fromBufferPromise,
  fromFdPromise,
  getFileNameLowLevel,
  validateFileName,
  type Entry,
  type ZipFile,
} from 'yauzl';
import { file, folder, openFile, refused, tooLarge, Unreadable, type Item } from './item';

/** What the archives of one hand-in may take together: each that is opened takes its part. */
export class Budget {
  /** Bytes of archives inside of archives, and of what a .tar.gz unpacks to: they are held in memory. */
  memory = 128 << 20;
  /** Files and folders. */
  entries = 50_000;
}

export interface Opened {
  root: Item;
  close(): void;
}

/** By its name: may it be an archive, also one that cannot be read? */
export function isArchive({ name, kind }: Item): boolean {
  return kind === 'file' && /\.(?:zip|tar|tgz|t?gz|rar|7z|t?bz2?|t?xz|tzst|zst|lzma|lz|cab|iso|dmg)$/i.test(name);
}

/** Opens an archive. @throws Unreadable */
export async function openArchive(item: Item, budget: Budget): Promise<Opened> {
  // A zip file on disk is read where it is needed, so that it may be large; everything else is held in memory.
  const descriptor = item.path === undefined ? undefined : openFile(item.path);
  let isKept = false;
  try {
    if (descriptor !== undefined && startsAsZip(descriptor)) {
      const zip = await fromFdPromise(descriptor, { lazyEntries: true, decodeStrings: false }).catch(unreadableZip);
      const root = folder(item.name, fromEntries(await entriesOf(zip, budget)));
      isKept = true;
      return { root, close: () => closeSync(descriptor) };
    }
    const list = await listing(await item.read(budget.memory), budget);
    return { root: folder(item.name, list), close: () => undefined };
  } finally {
    if (descriptor !== undefined && !isKept) closeSync(descriptor);
  }
}

function startsAsZip(descriptor: number): boolean {
  const head = Buffer.alloc(6);
  readSync(descriptor, head, 0, head.length, 0);
  return kindOf(head) === 'zip';
}

async function listing(bytes: Buffer, budget: Budget): Promise<Item['list']> {
  budget.memory -= bytes.length;
  const kind = kindOf(bytes);
  if (kind === 'zip') {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false }).catch(unreadableZip);
    return fromEntries(await entriesOf(zip, budget));
  }
  if (kind === 'tar') return fromTar(bytes, budget);
  if (kind === 'gzip') {
    const unpacked = await promisify(gunzip)(bytes, { maxOutputLength: budget.memory }).catch(unreadableGzip);
    budget.memory -= unpacked.length;
    if (kindOf(unpacked) === 'tar') return fromTar(unpacked, budget);
  }
  if (kind) throw new Unreadable(`is a ${kind} archive, which is not read; hand in a .zip`);
  if (bytes.length === 0) throw new Unreadable('is an empty file; hand it in again');
  throw new Unreadable(`is no archive that can be read: it ${startOf(bytes)}; hand in a .zip`);
}
/** What is at the start of a file. */
function kindOf(bytes: Buffer): string | undefined {
  const hex = bytes.subarray(0, 6).toString('hex');
  if (/^504b(?:0304|0506|0708|3030)/.test(hex)) return 'zip';
  if (hex.startsWith('1f8b')) return 'gzip';
  if (bytes.subarray(257, 262).toString('latin1') === 'ustar') return 'tar';
  if (hex.startsWith('526172211a07')) return 'RAR';
  if (hex === '377abcaf271c') return '7z';
  if (hex.startsWith('425a68')) return 'bzip2';
  if (hex === 'fd377a585a00') return 'xz';
  if (hex.startsWith('28b52ffd')) return 'zstd';
  return undefined;
}

function startOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 40).toString('latin1');
  return /^[\x20-\x7e\s]+$/.test(start)
    ? `begins with ${JSON.stringify(start.slice(0, 20))}`
    : 'is of an unknown kind or damaged';
}

function unreadableZip(error: Error): never {
  const why = /Unicode|strong encryption/.test(error.message) ? 'it is encrypted' : error.message.replace(/\.$/, '');
  throw new Unreadable(`is no zip file that can be read (${why}); was the upload complete? Hand it in again`);
}

function unreadableGzip(error: NodeJS.ErrnoException): never {
  if (error.code === 'ERR_BUFFER_TOO_LARGE') throw new Unreadable(`unpacks to too many bytes; leave out node_modules`);
  throw new Unreadable(`cannot be unpacked (${error.message}); was the upload complete? Hand it in again`);
}

const tooMany = 'has too many files; unpack it, or leave out node_modules';

async function entriesOf(zip: ZipFile, budget: Budget): Promise<[string, Item][]> {
  if (zip.entryCount > budget.entries) throw new Unreadable(tooMany);
  budget.entries -= zip.entryCount;
  const entries: [string, Item][] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry);
      entries.push([path, fileIn(zip, entry, lastOf(path))]);
    }
  } catch (error) {
    unreadableZip(error as Error);
  }
  return entries;
}

/** The path of an entry. Some programs write UTF-8 without saying so, which would be read as code page 437. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const isUtf8 = Buffer.from(fileNameRaw.toString('utf8')).equals(fileNameRaw);
  return getFileNameLowLevel(generalPurposeBitFlag | (isUtf8 ? 0x800 : 0), fileNameRaw, extraFields, false);
}

const notAFile = 'is a link or a device in the archive; hand in the file itself';

function fileIn(zip: ZipFile, entry: Entry, name: string): Item {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  const isUnix = entry.versionMadeBy >>> 8 === 3;
  if (isUnix && type !== 0 && type !== 0o100000 && type !== 0o040000) return refused(name, notAFile);
  return file(name, async (limit) => {
    if (entry.isEncrypted()) throw new Unreadable('is password-protected; hand it in without a password');
    if (entry.uncompressedSize > limit) throw tooLarge(limit);
    const chunks: Buffer[] = [];
    try {
      // yauzl ends the stream with an error as soon as it gives more bytes than the entry declares.
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    } catch (error) {
      throw new Unreadable(`cannot be unpacked (${(error as Error).message})`);
    }
    const bytes = Buffer.concat(chunks);
    if (crc32(bytes) !== entry.crc32) throw new Unreadable('is damaged: its checksum is another one; hand it in again');
    return bytes;
  });
}

/** A folder while it is put together: names are not unique in an archive. */
class Branch {
  readonly items: Item[] = [];
  readonly folders = new Map<string, Branch>();

  within(name: string): Branch {
    const branch = this.folders.get(name) ?? new Branch();
    this.folders.set(name, branch);
    return branch;
  }

  list = async (): Promise<Item[]> => [
    ...this.items,
    ...[...this.folders].map(([name, branch]) => folder(name, branch.list)),
  ];
}

const partsOf = (path: string) => path.split('/').filter((part) => part !== '' && part !== '.');
const lastOf = (path: string) => partsOf(path).at(-1) ?? path;

/** Paths and items → what is in the folder at the top. A path that ends with a slash is an empty folder. */
function fromEntries(entries: [string, Item][]): Item['list'] {
  const top = new Branch();
  for (const [path, item] of entries) {
    if (validateFileName(path)) {
      top.items.push(refused(lastOf(path), 'has a path that leaves the archive, and is not read'));
      continue;
    }
    const parts = partsOf(path);
    const isFolder = path.endsWith('/');
    const branch = parts.slice(0, isFolder ? undefined : -1).reduce((at, part) => at.within(part), top);
    if (!isFolder) branch.items.push(item);
  }
  return top.list;
}

async function fromTar(bytes: Buffer, budget: Budget): Promise<Item['list']> {
  const entries: [string, Item][] = [];
  const reader = extract();
  reader.end(bytes);
  try {
    for await (const entry of reader) {
      const { name, type } = entry.header;
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      if (budget.entries-- <= 0) throw new Unreadable(tooMany);
      if (type === 'directory') entries.push([`${name}/`, refused(name, '')]);
      else if (type === 'file' || type === 'contiguous-file')
        entries.push([name, file(lastOf(name), contentOf(Buffer.concat(chunks)))]);
      else entries.push([name, refused(lastOf(name), notAFile)]);
    }
  } catch (error) {
    const { message } = error as Error;
    throw message === tooMany ? error : new Unreadable(`is no .tar file that can be read (${message}); hand in a .zip`);
  }
  return fromEntries(entries);
}

const contentOf = (bytes: Buffer) => async (limit: number) => {
  if (bytes.length > limit) throw tooLarge(limit);
  return bytes;
};
