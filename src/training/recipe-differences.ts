// two recipes → the fields in which they differ: a name may stand for both only when there are none.

import type { Recipe } from './recipe';

/** What `mlp`, `optimizerOf` and `fit` do about a field that is left out; the learning rate depends on the optimizer. */
const defaults: Recipe = {
  hidden: [128, 64],
  l1: 0,
  l2: 0,
  groupLasso: 0,
  dropout: 0,
  batchNorm: false,
  optimizer: 'adam',
  epochs: 100,
  batchSize: 64,
};

/**
 * The fields, other than the name, that make two recipes different experiments: by what they hold, as the recipe of a run
 * that a worker has trained is a copy. The default of a field that is written out makes no difference.
 */
export function recipeDifferences(a: Recipe, b: Recipe): string[] {
  const fields = Object.keys({ ...a, ...b }) as (keyof Recipe)[];
  return fields.filter((field) => field !== 'name' && !same(a[field] ?? defaults[field], b[field] ?? defaults[field]));
}

/** Whether plain data hold the same, in whatever order; undefined counts as left out. */
function same(a: unknown, b: unknown): boolean {
  if (Object(a) !== a || Object(b) !== b) return a === b;
  const [ofA, ofB] = [a, b] as Record<string, unknown>[];
  return Object.keys({ ...ofA, ...ofB }).every((key) => same(ofA[key], ofB[key]));
}
