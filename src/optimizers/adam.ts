// grad → Adam → value: a step size of its own for each weight.

import { OptionError, requireKnownNames, requireOption } from '../errors';
import type { Parameter } from '../layers/layer';
import type { AdamNumbers } from '../tensor/compiled-loops';
import { loops } from '../tensor/loops';
import type { Tensor } from '../tensor/tensor';
import { check, ParameterState, totalGradient, type Optimizer } from './optimizer';

/** Options of {@link Adam}. */
export interface AdamOptions {
  /** Step size (default 0.001). */
  learningRate?: number;
  /** Decay of the mean of the gradients, in [0, 1) (default 0.9). */
  beta1?: number;
  /** Decay of the mean of their squares, in [0, 1) (default 0.999). */
  beta2?: number;
  /** Keeps the division finite, at least 1e-300 (default 1e-8); added after the bias correction, as in PyTorch. Keras adds it before. */
  epsilon?: number;
}

/** A weight whose gradient has always been 0 would become 0 / 0 with an ε of 0, or one that rounds to 0 once it is multiplied. */
const smallestEpsilon = 1e-300;

/** The names of the options that Adam takes. */
export const adamOptions: readonly string[] = ['learningRate', 'beta1', 'beta2', 'epsilon'];

/**
 * Adam (Kingma and Ba 2015). With the step count t, for each weight:
 * `m = β₁ m + (1 - β₁) g`, `v = β₂ v + (1 - β₂) g²`,
 * `w = w - learningRate · m̂ / (√v̂ + ε)`, where `m̂ = m / (1 - β₁ᵗ)` and `v̂ = v / (1 - β₂ᵗ)`.
 *
 * A penalty is part of `g`, so it is divided by √v̂ like everything else: L2 with Adam is not weight decay (see AdamW).
 * One t counts for all parameters, so an Adam trains one model.
 *
 * @throws OptionError when an option is unknown or out of its range; at a step and in `fit`, when it has been used for another model
 */
export class Adam implements Optimizer {
  readonly name: string = 'Adam';
  /** Step size. */
  readonly learningRate: number;
  /** β₁, the decay of the mean of the gradients. */
  readonly beta1: number;
  /** β₂, the decay of the mean of their squares. */
  readonly beta2: number;
  /** ε, which keeps the division finite. */
  readonly epsilon: number;
  private readonly moments = new ParameterState(2);
  private beta1Power = 1; // β₁ᵗ as a running product: Math.pow has other bits on other machines
  private beta2Power = 1; // β₂ᵗ

  constructor(options: AdamOptions = {}) {
    requireKnownNames(options, adamOptions, 'Adam');
    const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
    check.learningRate(learningRate, 'Adam');
    check.fraction(beta1, 'beta1', 'Adam', 0.9);
    check.fraction(beta2, 'beta2', 'Adam', 0.999);
    requireOption(
      Number.isFinite(epsilon) && epsilon >= smallestEpsilon,
      `Adam: epsilon must be a number of at least ${smallestEpsilon}`,
      epsilon,
      'pass e.g. 1e-8',
    );
    this.learningRate = learningRate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
  }

  step(parameters: readonly Parameter[]): void {
    this.requireKnown(parameters);
    this.beta1Power *= this.beta1;
    this.beta2Power *= this.beta2;
    // m̂ and v̂ are never written out: as in section 2 of the paper, their corrections go into these two, multiplied by
    // √(1 - β₂ᵗ), which spares a division for each weight.
    const root = Math.sqrt(1 - this.beta2Power);
    const rate = (this.learningRate * root) / (1 - this.beta1Power);
    const tiny = this.epsilon * root;
    for (const parameter of parameters) {
      const [m, v] = this.moments.of(parameter);
      const g = totalGradient(parameter);
      this.decay(parameter);
      update(parameter.value.data, g.data, m.data, v.data, { beta1: this.beta1, beta2: this.beta2, rate, tiny });
    }
  }

  /** What {@link AdamW} does between taking the gradient and the step; nothing here. */
  protected decay(_parameter: Parameter): void {}

  state(parameters: readonly Parameter[]): Tensor[] {
    this.requireKnown(parameters);
    return this.moments.ofAll(parameters);
  }

  /** For a newcomer t would be too large: its moments of 0 would pass for corrected, and its first steps be too long. */
  private requireKnown(parameters: readonly Parameter[]): void {
    if (this.moments.isEmpty || parameters.every((parameter) => this.moments.has(parameter))) return;
    throw new OptionError(
      `${this.name}: an optimizer must train one model, received parameters of a second one; make a new one for each model`,
    );
  }
}

/** One step for the weights `w` of one parameter. */
function update(w: Float64Array, g: Float64Array, m: Float64Array, v: Float64Array, numbers: AdamNumbers): void {
  if (loops.current.adam?.(w, g, m, v, numbers)) return; // the same, compiled
  const { beta1, beta2, rate, tiny } = numbers;
  for (let i = 0; i < w.length; i++) {
    m[i] = beta1 * m[i] + (1 - beta1) * g[i];
    v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
    w[i] -= (rate * m[i]) / (Math.sqrt(v[i]) + tiny);
  }
}
