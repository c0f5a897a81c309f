// seed, labels → the key of a stream: texts that differ never share one. Called by createRng and split.

import seedrandom from 'seedrandom';

/** Two texts up to this length fill 256 bytes alike only when both repeat the same shorter one, by the theorem of Fine and Wilf. */
const longest = 128;
const chunk = 32;

/**
 * What seedrandom gets for a text. It repeats a text until it fills 256 bytes, folds what is longer into them, and keeps the
 * lower 8 bits of each character: `1` and `11` would be one seed, and so would `a` and `š`. A text that loses nothing this way
 * is its own key. The key of any other is a digest of it, behind a character that no text of the first kind holds.
 */
export function keyOf(text: string): string {
  const repeats = (text + text).indexOf(text, 1) < text.length;
  const bytes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const isKept = text.length <= longest && !repeats && bytes.every((byte) => byte > 0 && byte < 256);
  return isKept ? text : `\0${digest(text)}`;
}

/** A label or a text seed as a part of a path: it holds no `/`, which separates the parts, and differs from any other part. */
export function pathPart(text: string): string {
  return text.split('\0').join('\0\0').split('/').join('\0.');
}

/** 128 bits, as hexadecimal digits: each chunk of the text and the digits before it seed the generator that draws the next. */
function digest(text: string): string {
  let digits = '0'.repeat(32);
  for (let from = 0; from < text.length; from += chunk) {
    const codes = Array.from({ length: Math.min(chunk, text.length - from) }, (_, i) => text.charCodeAt(from + i));
    const generator = seedrandom(`\0${digits}${codes.map((code) => hex(code, 4)).join('')}`);
    digits = Array.from({ length: 4 }, () => hex(generator.int32() >>> 0, 8)).join('');
  }
  return digits;
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
}
