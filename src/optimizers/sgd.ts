// grad → SGD → value: straight downhill, with a memory if momentum is given.

import { requireKnownNames, requireOption } from '../errors';
import type { Parameter } from '../layers/layer';
import type { Tensor } from '../tensor/tensor';
import { check, ParameterState, totalGradient, type Optimizer } from './optimizer';

/** Options of {@link SGD}. */
export interface SGDOptions {
  /** Step size (default 0.1). */
  learningRate?: number;
  /** Fraction of the last step that goes on, in [0, 1) (default 0). */
  momentum?: number;
  /** Look ahead by one step of momentum (default false). */
  nesterov?: boolean;
}

/**
 * Stochastic gradient descent: `velocity = momentum · velocity + g`, `w = w - learningRate · velocity`; with Nesterov
 * `w = w - learningRate · (g + momentum · velocity)` (Sutskever et al. 2013, in the form of PyTorch).
 *
 * @throws OptionError when an option is unknown or out of its range, or nesterov is asked for without momentum
 */
export class SGD implements Optimizer {
  readonly name = 'SGD';
  /** Step size. */
  readonly learningRate: number;
  /** Fraction of the last step that goes on, in [0, 1). */
  readonly momentum: number;
  /** Whether it looks ahead by one step of momentum. */
  readonly nesterov: boolean;
  private readonly velocities = new ParameterState(1);

  constructor(options: SGDOptions = {}) {
    requireKnownNames(options, ['learningRate', 'momentum', 'nesterov'], 'SGD');
    const { learningRate = 0.1, momentum = 0, nesterov = false } = options;
    check.learningRate(learningRate, 'SGD');
    check.fraction(momentum, 'momentum', 'SGD', 0.9);
    requireOption(!nesterov || momentum > 0, 'SGD: nesterov needs a momentum above 0', momentum, 'pass momentum: 0.9');
    this.learningRate = learningRate;
    this.momentum = momentum;
    this.nesterov = nesterov;
  }

  step(parameters: readonly Parameter[]): void {
    for (const parameter of parameters) {
      const w = parameter.value.data;
      const g = totalGradient(parameter).data;
      if (this.momentum === 0) {
        for (let i = 0; i < w.length; i++) w[i] -= this.learningRate * g[i];
        continue;
      }
      const [{ data: velocity }] = this.velocities.of(parameter);
      for (let i = 0; i < w.length; i++) {
        velocity[i] = this.momentum * velocity[i] + g[i];
        w[i] -= this.learningRate * (this.nesterov ? g[i] + this.momentum * velocity[i] : velocity[i]);
      }
    }
  }

  state(parameters: readonly Parameter[]): Tensor[] {
    return this.momentum === 0 ? [] : this.velocities.ofAll(parameters);
  }
}
