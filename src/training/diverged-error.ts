// A loss that is no number any more → an error that tells where, and what to try.

import { batchRanges } from '../data/batches';
import type { Inputs } from '../data/dataset';
import { gatherRows } from '../data/rows';
import type { Sequential } from '../layers/sequential';
import type { Tensor } from '../tensor/tensor';
import { evaluationRows } from './evaluate';
import type { History } from './history';

/** Thrown by `fit` when the loss is NaN or infinite. It carries the history up to there. */
export class DivergedError extends Error {
  override name = 'DivergedError';

  constructor(
    /** The epoch, counted from 1. */
    readonly epoch: number,
    /** The batch within the epoch, counted from 1. */
    readonly batch: number,
    /** The first layer whose output holds NaN or Infinity, as `summary()` names it; `loss` when none does. */
    readonly layer: string,
    readonly loss: number,
    readonly history: History,
  ) {
    super(
      `fit: the loss must stay finite, received ${loss} in epoch ${epoch}, batch ${batch}, first seen at ${layer}; ` +
        'try a learning rate ten times smaller, standardize the inputs, or a smaller λ',
    );
  }
}

/** The first layer that gives NaN or Infinity for these inputs. */
export function firstNonFinite(model: Sequential, x: Inputs): string {
  for (const { from, to } of batchRanges(x.shape[0], evaluationRows)) {
    let y: Tensor = gatherRows(x, undefined, from, to);
    for (let i = 0; i < model.layers.length; i++) {
      y = model.layers[i].forward(y);
      if (!y.data.every(Number.isFinite)) return `layer ${i + 1} (${model.names[i]})`;
    }
  }
  return 'loss';
}
