// two recipes → the fields in which they differ: a name may stand for both only when there are none.

import { withDefaults, type Recipe } from './recipe';

/**
 * The fields, other than the name, that make two recipes different experiments: by what they hold, as the recipe of a run
 * that a worker has trained is a copy. The default of a field that is written out makes no difference.
 */
export function recipeDifferences(a: Recipe, b: Recipe): string[] {
  const [ofA, ofB] = [a, b].map(withDefaults);
  const fields = Object.keys({ ...ofA, ...ofB }) as (keyof Recipe)[];
  return fields.filter((field) => field !== 'name' && !same(ofA[field], ofB[field]));
}

/** Whether plain data hold the same, in whatever order; undefined counts as left out. */
function same(a: unknown, b: unknown): boolean {
  if (Object(a) !== a || Object(b) !== b) return a === b;
  const [ofA, ofB] = [a, b] as Record<string, unknown>[];
  return Object.keys({ ...ofA, ...ofB }).every((key) => same(ofA[key], ofB[key]));
}
