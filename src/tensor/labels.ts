// labels as somebody has them → class numbers, or words on how to make some: a careless conversion would make every name class 0.

import { OptionError, received } from '../errors';
import type { Tensor } from './tensor';

/**
 * Checks that labels, or predicted classes, are class numbers in an Int32Array.
 *
 * @param what they are, and whose: `fit: the labels y of a dataset`
 * @param or what else they may be
 * @throws OptionError whose remedy depends on what they are
 */
export function requireClassNumbers(y: unknown, what: string, or = ''): asserts y is Int32Array {
  if (y instanceof Int32Array) return;
  throw new OptionError(
    `${what} must be class numbers in an Int32Array${or}, received ${received(y)}; ${remedyFor(y)}`,
  );
}

function remedyFor(y: unknown): string {
  const { shape, data } = Object(y) as Partial<Tensor>;
  const values: unknown = data ?? y;
  const isColumn = !shape || shape.length < 2 || (shape.length === 2 && shape[1] === 1);
  if (!isColumn) return 'leave classes out when they are targets, one row an example';
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) return 'pass the number of the class of each example';
  return remedyForList(Array.from(values as ArrayLike<unknown>), data ? 'y.data' : 'y');
}

function remedyForList(values: unknown[], y: string): string {
  const none = values.findIndex((v) => v === undefined || v === null || v === '' || Number.isNaN(v));
  if (none >= 0)
    return `leave out the examples without a label, the first of them ${received(values[none])} at ${none}`;
  if (values.every((v) => (typeof v === 'number' && (v | 0) === v) || typeof v === 'boolean')) {
    return `pass Int32Array.from(${y})`;
  }
  if (values.some((v) => typeof v === 'number' && !Number.isInteger(v))) {
    return 'give whole numbers for classes, and the targets of a regression as a tensor (n, 1) without classes';
  }
  return (
    `number the names of the classes: const names = Array.from(new Set(${y})).sort(), and Int32Array.from(${y}, (name) => names.indexOf(name)), ` +
    'with the same names for all parts of the data'
  );
}
