// bytes of an IDX file → shape and numbers: the format in which MNIST is stored.

import { OptionError } from '../errors';
import { showShape, sizeOf } from '../tensor/tensor';

/** An array of bytes, row-major. */
export interface ByteArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

const unsignedByte = 0x08;

/**
 * Reads the bytes of an IDX file: two zeros, the type of its numbers, how many axes, their lengths as 32-bit big-endian
 * numbers, and the numbers row by row (Y. LeCun, "The MNIST database", section on file formats). Of the types only the
 * unsigned byte, 8, is read: images and labels have it.
 *
 * @param name opens the messages, e.g. the name of the file
 * @returns its `data` are a view of `bytes`, not a copy
 * @throws OptionError when the bytes are no such file, or fewer or more than their header says
 */
export function parseIdx(bytes: Uint8Array, name = 'parseIdx'): ByteArray {
  const [zero, alsoZero, type, axes] = bytes;
  if (bytes.length < 4 || zero !== 0 || alsoZero !== 0) {
    const [what, remedy] = otherFormat(bytes) ?? ['', 'look at how it was downloaded or unpacked'];
    throw new OptionError(
      `${name}: an IDX file must begin with two zeros, type and number of axes, received ${hex(bytes)}${what}; ${remedy}`,
    );
  }
  if (type !== unsignedByte || axes === 0) {
    throw new OptionError(
      `${name}: the numbers of an IDX file must be unsigned bytes (type 8) with at least one axis, received type ${type} with ${axes}; give the images or labels of MNIST`,
    );
  }
  const header = 4 + 4 * axes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < header) throw new OptionError(tooShort(name, `a header of ${header} bytes`, bytes.length));
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const [stated, found] = [sizeOf(shape), bytes.length - header];
  if (found < stated) throw new OptionError(tooShort(name, `${stated} bytes for its shape ${showShape(shape)}`, found));
  if (found > stated) {
    throw new OptionError(
      `${name}: nothing must follow the ${stated} bytes of its shape ${showShape(shape)}, received ${found - stated} more; download the file again`,
    );
  }
  return { shape, data: bytes.subarray(header) };
}

/** What files are that stand in the place of one, by their first bytes, and what to do about it. */
const otherFormats: [begins: RegExp, what: string, remedy: string][] = [
  [/^(\xef\xbb\xbf)?\s*</, 'a web page', 'download the file itself, not the page about it'],
  [/^\x1f\x8b/, 'data compressed with gzip', 'unpack the file first, twice if it was compressed twice'],
  [/^PK/, 'a zip archive', 'unpack it, and give the file in it'],
  [/^version https:\/\/git-lfs/, 'a pointer of Git LFS to the file', 'get the file with git lfs pull'],
];

function otherFormat(bytes: Uint8Array): [what: string, remedy: string] | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const found = otherFormats.find(([begins]) => begins.test(start));
  return found && [`, ${found[1]}`, found[2]];
}

function tooShort(name: string, stated: string, found: number): string {
  return `${name}: the file must hold ${stated}, received ${found}: it is cut off; download it again`;
}

function hex(bytes: Uint8Array): string {
  return bytes.length === 0
    ? 'nothing'
    : Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
