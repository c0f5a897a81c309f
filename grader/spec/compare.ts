// received value, expected value → undefined, or where they differ
//
// Fair to every right answer: a typed array equals a plain one, -0 equals 0, rounding within the tolerance is no mistake.

import { AssertionError } from 'chai';
import { Opaque, Remote } from '../sandbox/codec';
import { printed } from './show-value';

/** Default tolerance: relative to the expected number where that is above 1, absolute below. */
export const TOLERANCE = 1e-9;

/** A value that was received, in words; of one that equals nothing, what to do about it. */
const shown = (value: unknown) =>
  value instanceof Opaque ? `${printed(value)}: give a plain value in its place` : printed(value);

/** Where two values differ, in words; undefined when they agree. */
export function difference(received: unknown, expected: unknown, tolerance = TOLERANCE, path = ''): string | undefined {
  const at = path && ` at ${path}`;
  if (typeof expected === 'number') {
    if (typeof received !== 'number')
      return `expected the number ${printed(expected)}${at}, received ${shown(received)}`;
    const isClose =
      Number.isFinite(expected) && Math.abs(received - expected) <= tolerance * Math.max(1, Math.abs(expected));
    return isClose || received === expected || Object.is(received, expected)
      ? undefined
      : `expected ${printed(expected)}${at}, received ${shown(received)}`;
  }
  if (isList(expected)) {
    if (!isList(received)) return `expected a list${at}, received ${shown(received)}`;
    if (received.length !== expected.length)
      return `expected ${expected.length} entries${at}, received ${received.length}`;
    return first(expected.length, (k) => difference(received[k], expected[k], tolerance, `${path}[${k}]`));
  }
  if (isPlain(expected)) {
    if (!isPlain(received)) return `expected an object${at}, received ${shown(received)}`;
    const keys = Object.keys(expected); // what an answer holds beyond that is its own affair
    return first(keys.length, (k) => difference(received[keys[k]], expected[keys[k]], tolerance, `${path}.${keys[k]}`));
  }
  return received === expected ? undefined : `expected ${printed(expected)}${at}, received ${shown(received)}`;
}

/** Checks that two values agree within a tolerance. @throws AssertionError with the first difference */
export function expectClose(received: unknown, expected: unknown, tolerance = TOLERANCE): void {
  const found = difference(received, expected, tolerance);
  if (found) throw new AssertionError(found, { actual: received, expected, showDiff: false });
}

function first(count: number, differenceAt: (k: number) => string | undefined): string | undefined {
  for (let k = 0; k < count; k++) {
    const found = differenceAt(k);
    if (found) return found;
  }
  return undefined;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !isList(value) &&
    !(value instanceof Opaque || value instanceof Remote)
  );
}
