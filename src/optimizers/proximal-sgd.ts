// grad → ProximalSGD → value: the data step, then the exact step of the penalty.

import { requireKnownNames } from '../errors';
import type { Parameter } from '../layers/layer';
import type { Tensor } from '../tensor/tensor';
import { check, type Optimizer } from './optimizer';

/**
 * Proximal gradient descent (Parikh and Boyd, Proximal Algorithms, 2014, section 4.2): first
 * `w = w - learningRate · g` with the gradient of the data loss alone, then `w = prox(w)` of the penalty. This is how
 * L1 and the group lasso reach weights that are exactly zero.
 *
 * @param options `learningRate`: step size (default 0.1)
 * @throws OptionError when the learning rate is not above 0, or another option is given
 */
export class ProximalSGD implements Optimizer {
  readonly name = 'ProximalSGD';
  /** Step size. */
  readonly learningRate: number;

  constructor(options: { learningRate?: number } = {}) {
    requireKnownNames(options, ['learningRate'], 'ProximalSGD');
    const { learningRate = 0.1 } = options;
    check.learningRate(learningRate, 'ProximalSGD');
    this.learningRate = learningRate;
  }

  step(parameters: readonly Parameter[]): void {
    for (const { value, grad, regularizer } of parameters) {
      for (let i = 0; i < value.data.length; i++) value.data[i] -= this.learningRate * grad.data[i];
      if (regularizer) value.data.set(regularizer.proximal(value, this.learningRate).data);
    }
  }

  state(): Tensor[] {
    return [];
  }
}
