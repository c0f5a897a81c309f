// weights → λ₁ Σ|w| + λ₂ Σw²: both pulls at once.

import { requireKnownNames } from '../errors';
import { empty } from '../tensor/tensor';
import { l1, softThreshold } from './l1';
import { l2, scale } from './l2';
import type { Regularizer } from './regularizer';

/**
 * The elastic net (Zou and Hastie 2005): the sum of {@link l1} and {@link l2}. Its proximal step is the soft threshold
 * followed by the shrinkage, in this order.
 *
 * @param strengths `l1` and `l2`, each λ ≥ 0 (default 0)
 * @throws OptionError when a strength is negative or not finite, or has another name
 *
 * @example `elasticNet({ l1: 0.05, l2: 0.05 }).penalty(tensor([3], [2, -3, 4])) // 1.9`
 */
export function elasticNet(strengths: { l1?: number; l2?: number }): Regularizer {
  requireKnownNames(strengths, ['l1', 'l2'], 'elasticNet');
  const { l1: lambda1 = 0, l2: lambda2 = 0 } = strengths;
  const lasso = l1(lambda1);
  const ridge = l2(lambda2);
  return {
    name: `elasticNet({ l1: ${lambda1}, l2: ${lambda2} })`,
    config: { l1: lambda1, l2: lambda2 },

    penalty: (w) => lasso.penalty(w) + ridge.penalty(w),

    gradient(w) {
      const dw = empty(w.shape);
      for (let i = 0; i < w.data.length; i++) dw.data[i] = lambda1 * Math.sign(w.data[i]) + 2 * lambda2 * w.data[i];
      return dw;
    },

    proximal: (w, step) => scale(softThreshold(w, step * lambda1), 1 / (1 + 2 * step * lambda2)),
  };
}
