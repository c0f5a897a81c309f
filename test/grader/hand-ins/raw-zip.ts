// A zip file with what no honest program writes: lying sizes, links, names that leave the folder, a password, old names

import { crc32 } from 'node:zlib';

export interface RawEntry {
  /** Bytes for a name that is not UTF-8. */
  name: string | Buffer;
  /** As it stands in the file: compressed when `method` is 8. */
  data: Buffer;
  /** 0 stored (default), 8 deflated. */
  method?: number;
  /** Declared uncompressed size (default that of the data). */
  size?: number;
  /** Declared checksum (default that of the data). */
  checksum?: number;
  /** Unix mode (default a plain file). */
  mode?: number;
  /** 1 for a file with a password. */
  flags?: number;
}

export function rawZip(entries: RawEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, data, method = 0, size = data.length, mode = 0o100644, flags = 0 } = entry;
    const label = Buffer.from(name as string);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(entry.checksum ?? crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, label, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, tail, label]));
    files.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}
