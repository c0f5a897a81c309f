// a folder as a literal → the folder on disk, with real archives in it

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { ZipFile } from 'yazl';

/** Names to texts, bytes, folders and archives. */
export interface Tree {
  [name: string]: string | Buffer | Archive | Tree;
}

export class Archive {
  constructor(
    readonly kind: 'zip' | 'tar' | 'tar.gz',
    readonly tree: Tree,
  ) {}

  async bytes(): Promise<Buffer> {
    const files = await flat(this.tree, '');
    if (this.kind === 'zip') {
      const zip = new ZipFile();
      for (const [name, content] of files)
        if (content) zip.addBuffer(content, name);
        else zip.addEmptyDirectory(name);
      zip.end();
      return together(zip.outputStream);
    }
    const tar = pack();
    for (const [name, content] of files) tar.entry({ name, type: content ? 'file' : 'directory' }, content ?? '');
    tar.finalize();
    const bytes = await together(tar);
    return this.kind === 'tar' ? bytes : gzipSync(bytes);
  }
}

export const zip = (tree: Tree) => new Archive('zip', tree);
export const tar = (tree: Tree) => new Archive('tar', tree);
export const tarGz = (tree: Tree) => new Archive('tar.gz', tree);

async function flat(tree: Tree, place: string): Promise<[string, Buffer | undefined][]> {
  const files: [string, Buffer | undefined][] = [];
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string' || Buffer.isBuffer(value)) files.push([place + name, Buffer.from(value as string)]);
    else if (value instanceof Archive) files.push([place + name, await value.bytes()]);
    else if (Object.keys(value).length === 0) files.push([`${place}${name}/`, undefined]);
    else files.push(...(await flat(value, `${place}${name}/`)));
  }
  return files;
}

async function together(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Writes a tree into a folder that is not there yet. */
export async function plant(tree: Tree, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, value] of Object.entries(tree)) {
    const path = join(folder, name);
    if (typeof value === 'string' || Buffer.isBuffer(value)) writeFileSync(path, value);
    else if (value instanceof Archive) writeFileSync(path, await value.bytes());
    else await plant(value, path);
  }
}
