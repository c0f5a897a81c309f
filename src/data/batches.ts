// dataset → batches → forward, backward, step: one pass through these is an epoch.

import { requireOption } from '../errors';
import { requireRng, type Rng } from '../tensor/random';
import { checkDataset, type Dataset, type Inputs } from './dataset';
import { gather } from './rows';

/**
 * The mini-batches of one epoch: every example once, in random order, `size` at a time. The last batch is smaller when
 * the examples do not divide evenly; dropping it would lose data, padding it would count an example twice.
 *
 * Draws: one permutation from `rng` itself, so that the next call gives another order.
 *
 * @param size examples in a batch, at least 1
 * @throws OptionError when size is not a whole number of at least 1, or the data are not sound
 *
 * @example `for (const batch of batches(data.train, 64, rng)) model.forward(batch.x, { training: true, rng });`
 */
export function batches(dataset: Dataset<Inputs>, size: number, rng: Rng): Iterable<Dataset> {
  checkDataset(dataset, 'batches');
  requireOption(
    Number.isInteger(size) && size >= 1,
    'batches: size must be a whole number of at least 1',
    size,
    'pass the number of examples in a batch, e.g. 64',
  );
  requireRng(rng, 'batches');
  return inBatches(dataset, rng.permutation(dataset.y.length), size);
}

function* inBatches(dataset: Dataset<Inputs>, order: Int32Array, size: number): Iterable<Dataset> {
  for (const { from, to } of batchRanges(order.length, size)) yield gather(dataset, order, from, to);
}

/** Where batches are cut: `from` is the place of a batch's first example, `to` is one behind its last. The last batch may be smaller. */
export function* batchRanges(examples: number, size: number): Iterable<{ from: number; to: number }> {
  for (let from = 0; from < examples; from += size) yield { from, to: Math.min(from + size, examples) };
}
