// weights → λ Σw²: a pull in proportion to the weight.

import { loops } from '../tensor/loops';
import { empty, type Tensor } from '../tensor/tensor';
import { requireStrength, type Regularizer } from './regularizer';

/**
 * The L2 penalty, or ridge (Hoerl and Kennard 1970): `λ Σw²`, with gradient `2λw`. This is Keras's convention; others
 * write `½λ Σw²`, whose gradient is `λw`: their λ is twice ours.
 *
 * @param lambda strength λ ≥ 0
 * @throws OptionError when λ is negative or not finite
 *
 * @example `l2(0.1).penalty(tensor([3], [2, -3, 4])) // 2.9`
 */
export function l2(lambda: number): Regularizer {
  requireStrength(lambda, 'l2');
  return {
    name: `l2(${lambda})`,
    config: { l2: lambda },

    penalty(w) {
      let sum = 0;
      for (const weight of w.data) sum += weight * weight;
      return lambda * sum;
    },

    gradient: (w) => scale(w, 2 * lambda),

    proximal: (w, step) => scale(w, 1 / (1 + 2 * step * lambda)),
  };
}

/** Every weight times the same factor. */
export function scale(w: Tensor, factor: number): Tensor {
  const v = empty(w.shape);
  if (loops.current.scale?.(factor, w.data, v.data)) return v; // the same, compiled
  for (let i = 0; i < w.data.length; i++) v.data[i] = factor * w.data[i];
  return v;
}
