// text of a file → is it what this library wrote? What models and runs have in common.

import { OptionError, requireKnownNames } from '../errors';
import { tensor, type Shape, type Tensor } from '../tensor/tensor';

/** Weights as JSON holds them. */
export interface SavedWeight {
  shape: Shape;
  data: number[];
}

/** Weights for JSON, which would make an object of each Float64Array. */
export function savedWeights(weights: readonly Tensor[]): SavedWeight[] {
  return weights.map(({ shape, data }) => ({ shape, data: Array.from(data) }));
}

/** What a text must be. */
export interface SavedKind {
  /** What its field `format` says. */
  format: string;
  /** Its other fields, beside `format` and `version`. */
  fields: readonly string[];
  /** Whether these are what they should be, as far as a wrong one would be no error of its own. */
  holds: (saved: Record<string, unknown>) => boolean;
  /** Opens the messages. */
  who: string;
  /** What wrote it. */
  writer: string;
  /** As for `JSON.parse` (default none). */
  reviver?: (key: string, value: unknown) => unknown;
}

/**
 * The object in a text of this library.
 *
 * @throws OptionError when the text is something else, of another version, or has other fields
 */
export function readSaved(
  json: string,
  { format, fields, holds, who, writer, reviver }: SavedKind,
): Record<string, unknown> {
  const saved = parse(json, reviver);
  if (saved?.format === format && saved.version !== 1) {
    throw new OptionError(
      `${who}: the text must be of version 1, received version ${String(saved.version)}; load it with the library that saved it`,
    );
  }
  if (saved?.format !== format || !holds(saved)) {
    throw new OptionError(
      `${who}: the text must be what ${writer} wrote, received ${String(json).slice(0, 40)}…; pass the whole file`,
    );
  }
  requireKnownNames(saved, ['format', 'version', ...fields], who, `pass the text as ${writer} wrote it`);
  return saved;
}

/** Whether something is a list of {@link SavedWeight}; their numbers are checked by {@link tensor}. */
export function areWeights(value: unknown): value is SavedWeight[] {
  return Array.isArray(value) && value.every((weight) => Array.isArray(weight?.shape) && Array.isArray(weight.data));
}

/** @throws ShapeError when the numbers do not fit the shape, OptionError when one is no number */
export function readWeights(weights: readonly SavedWeight[]): Tensor[] {
  return weights.map(({ shape, data }) => tensor(shape, data));
}

function parse(json: string, reviver?: SavedKind['reviver']): Record<string, unknown> | undefined {
  try {
    return JSON.parse(json, reviver) ?? undefined;
  } catch {
    return undefined;
  }
}
