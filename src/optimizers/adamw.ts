// grad → AdamW → value: Adam, and beside it a decay that Adam's division does not touch.

import { requireKnownNames } from '../errors';
import type { Parameter } from '../layers/layer';
import { Adam, adamOptions, type AdamOptions } from './adam';
import { check } from './optimizer';

/** Options of {@link AdamW}. */
export interface AdamWOptions extends AdamOptions {
  /** Fraction of a weight that is taken off in a step, per unit of learning rate (default 0.01, as in PyTorch). */
  weightDecay?: number;
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019): first `w = w · (1 - learningRate · weightDecay)`, then
 * the step of {@link Adam}, with the gradient (of a penalty, too) taken before the decay. Parameters marked `decay: false`
 * (biases) are left out; PyTorch decays them too unless they are put into a group of their own.
 *
 * @throws OptionError when an option is unknown or out of its range
 */
export class AdamW extends Adam {
  override readonly name = 'AdamW';
  /** Fraction of a weight that is taken off in a step, per unit of learning rate. */
  readonly weightDecay: number;

  constructor(options: AdamWOptions = {}) {
    requireKnownNames(options, [...adamOptions, 'weightDecay'], 'AdamW');
    const { weightDecay = 0.01, ...adam } = options;
    super(adam);
    check.notNegative(weightDecay, 'weightDecay', 'AdamW', 0.01);
    this.weightDecay = weightDecay;
  }

  protected override decay({ value, decay }: Parameter): void {
    if (decay === false) return;
    const keep = 1 - this.learningRate * this.weightDecay;
    for (let i = 0; i < value.data.length; i++) value.data[i] *= keep;
  }
}
