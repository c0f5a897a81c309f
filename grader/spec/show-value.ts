// values and texts of a submission → text that is safe to show: short, one meaning, no control characters

import { Made, Inline, Opaque, Remote } from '../sandbox/codec';

const LENGTH = 400;
const ENTRIES = 24;

/** A text without escape sequences, control characters, lone surrogates and direction marks, cut to a length. */
export function clean(text: string, length = 2000): string {
  return text
    .replace(/\x1b\[[0-9;]*[A-Za-z]/g, '')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      '\ufffd',
    )
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .slice(0, length);
}

/** A value as an expression that reads like source. */
export function printed(value: unknown): string {
  const text = print(value, 0);
  return clean(text.length > LENGTH ? `${text.slice(0, LENGTH)} …` : text, LENGTH + 2);
}

/** A call as an expression, e.g. `l1Loss(5, [2, -3, 4], 0.1)`. */
export function printedCall(name: string, args: unknown[]): string {
  return `${clean(name, 100)}(${args.map(printed).join(', ')})`;
}

function print(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LENGTH));
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Made)
    return `${value.construct ? 'new ' : ''}${value.name}(${value.args.map((arg) => print(arg, depth + 1)).join(', ')})`;
  if (value instanceof Inline) return value.source;
  if (value instanceof Opaque || value instanceof Remote) return value.toString();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (depth > 4) return '…';
  if (Array.isArray(value)) return printList(value, depth);
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} ${printList(value as Float64Array, depth)}`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value instanceof Map) return `Map ${printList([...value], depth)}`;
  if (value instanceof Set) return `Set ${printList([...value], depth)}`;
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${print(entry, depth + 1)}`);
  return entries.length ? `{ ${cut(entries).join(', ')} }` : '{}';
}

function printList(list: ArrayLike<unknown>, depth: number): string {
  const shown = Array.from({ length: Math.min(list.length, ENTRIES + 1) }, (_, k) =>
    k in list ? print(list[k], depth + 1) : '<empty>',
  );
  return `[${cut(shown, list.length).join(', ')}]`;
}

function cut(parts: string[], total = parts.length): string[] {
  return total > ENTRIES ? [...parts.slice(0, ENTRIES), `… ${total - ENTRIES} more`] : parts;
}
