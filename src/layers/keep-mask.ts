// rng → mask: which numbers dropout keeps, and what they are multiplied with.

import { kernel } from '../tensor/kernel';
import type { Rng } from '../tensor/random';
import { empty, type Shape, type Tensor } from '../tensor/tensor';

/**
 * A random mask: each element is 0 with probability `rate` and `1 / (1 - rate)` otherwise, independently.
 *
 * Two numbers are drawn from `rng`; the bits of element `i` are a hash of `i` and these two, as in the counter-based
 * generators of JAX and PyTorch (Salmon et al. 2011). Each element can be computed without the others: fast.
 *
 * @param rate fraction of zeros, in [0, 1)
 */
export function keepMask<const S extends Shape>(shape: S, rate: number, rng: Rng): Tensor<S> {
  const mask = empty(shape);
  kernel.current.keepMask(rng.integer(2 ** 32), rng.integer(2 ** 32), rate, mask.data);
  return mask;
}
