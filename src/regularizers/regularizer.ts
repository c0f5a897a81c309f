// weights → penalty: what every regularizer can do with a kernel.

import { requireOption } from '../errors';
import type { Tensor } from '../tensor/tensor';

/**
 * A price on the size of weights. Where it acts: `backward` of a layer writes the gradient of the data loss only; the
 * optimizer adds `gradient` at the start of its step, or, for ProximalSGD, calls `proximal` after it.
 */
export interface Regularizer {
  /** How it is written, e.g. `l2(0.001)`. */
  readonly name: string;
  /** The options that make it again, as plain data. */
  readonly config: RegularizerConfig;
  /** The price of these weights, in units of the loss. */
  penalty(w: Tensor): number;
  /** The derivative of the penalty (a subgradient where there is none), in the shape of `w`. */
  gradient(w: Tensor): Tensor;
  /**
   * The proximal step: the weights that minimise `½‖v - w‖² + step · penalty(v)` (Parikh and Boyd, Proximal Algorithms,
   * 2014). Unlike a gradient step it lands on zero exactly.
   *
   * @param step the learning rate
   */
  proximal(w: Tensor, step: number): Tensor;
}

/** Strengths of the penalties, all λ ≥ 0. */
export interface RegularizerConfig {
  /** λ of `λ Σ|w|` (default 0). */
  l1?: number;
  /** λ of `λ Σw²` (default 0). */
  l2?: number;
  /** λ of `λ Σ_rows ‖row‖₂` (default 0). */
  groupLasso?: number;
}

/** Holds the rule that every strength shares. @throws OptionError */
export function requireStrength(lambda: number, who: string): void {
  requireOption(
    Number.isFinite(lambda) && lambda >= 0,
    `${who}: the strength λ must be a number of at least 0`,
    lambda,
    'pass e.g. 0.001; 0 turns it off',
  );
}
