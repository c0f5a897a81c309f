// bytes of a file → its text, in every encoding that can be told for certain

export type Decoded = { text: string; note?: string } | { problem: string };

/**
 * UTF-8, with or without byte order mark; UTF-16, with one or without; Windows-1252 for what is none of them: all three agree
 * on the characters that code consists of, so that only letters in comments and strings can come out wrong.
 *
 * @returns `problem` and `note` end a sentence that begins with the name of the file
 */
export function decode(bytes: Buffer): Decoded {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return checked(bytes, 'utf-16le');
  if (mark === 'feff') return checked(bytes, 'utf-16be');
  const wide = utf16(bytes);
  if (wide) return checked(bytes, wide, 'is UTF-16 without a byte order mark, and was read as that; save it as UTF-8');
  const utf8 = checked(bytes, 'utf-8');
  if (utf8 !== noText) return utf8;
  return checked(bytes, 'windows-1252', 'is not UTF-8, and was read as Windows-1252; save it as UTF-8');
}

const noText = { problem: 'is not a text in UTF-8; save it with that encoding' };

function checked(bytes: Buffer, encoding: string, note?: string): Decoded {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return noText;
  }
  if (text.includes('\0')) return { problem: 'contains NUL characters; save it as UTF-8' };
  if (note && /[\x01-\x08\x0e-\x1f]/.test(text)) return { problem: noText.problem };
  if (!text.trim()) return { problem: 'is empty' };
  return note ? { text, note } : { text };
}

/** Code is nearly all ASCII: in UTF-16 every other byte of it is 0, and always the same one of the two. */
function utf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length === 0 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  bytes.forEach((byte, i) => byte === 0 && zeros[i % 2]++);
  const most = bytes.length / 4;
  if (zeros[0] === 0 && zeros[1] > most) return 'utf-16le';
  if (zeros[1] === 0 && zeros[0] > most) return 'utf-16be';
  return undefined;
}
