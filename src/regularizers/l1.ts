// weights → λ Σ|w|: the same pull on every weight, small or large.

import { loops } from '../tensor/loops';
import { empty, type Tensor } from '../tensor/tensor';
import { requireStrength, type Regularizer } from './regularizer';

/**
 * The L1 penalty, or lasso (Tibshirani 1996): `λ Σ|w|`, with gradient `λ sign(w)` and 0 at a weight of exactly 0.
 *
 * @param lambda strength λ ≥ 0
 * @throws OptionError when λ is negative or not finite
 *
 * @example `l1(0.1).penalty(tensor([3], [2, -3, 4])) // 0.9`
 */
export function l1(lambda: number): Regularizer {
  requireStrength(lambda, 'l1');
  return {
    name: `l1(${lambda})`,
    config: { l1: lambda },

    penalty(w) {
      let sum = 0;
      for (const weight of w.data) sum += Math.abs(weight);
      return lambda * sum;
    },

    gradient(w) {
      const dw = empty(w.shape);
      if (loops.current.scaleSigns?.(lambda, w.data, dw.data)) return dw; // the same, compiled
      for (let i = 0; i < w.data.length; i++) dw.data[i] = lambda * Math.sign(w.data[i]);
      return dw;
    },

    proximal: (w, step) => softThreshold(w, step * lambda),
  };
}

/** Moves every weight towards zero by `threshold` and stops at zero (Donoho 1995, "soft thresholding"). */
export function softThreshold(w: Tensor, threshold: number): Tensor {
  const v = empty(w.shape);
  for (let i = 0; i < w.data.length; i++) {
    const weight = w.data[i];
    v.data[i] = weight > threshold ? weight - threshold : weight < -threshold ? weight + threshold : 0;
  }
  return v;
}
