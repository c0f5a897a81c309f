// rng → mask: which numbers dropout keeps, and what they are multiplied with.

import { isFraction, requireOption } from '../errors';
import { loops } from '../tensor/loops';
import { requireRng, type Rng } from '../tensor/random';
import { empty, type Shape, type Tensor } from '../tensor/tensor';

/**
 * A random mask: each element is 0 with probability `rate` and `1 / (1 - rate)` otherwise, independently.
 *
 * Two numbers are drawn from `rng`; the bits of element `i` are a hash of `i` and these two, as in the counter-based
 * generators of JAX and PyTorch (Salmon et al. 2011). Each element can be computed without the others: fast.
 *
 * @param shape that of the numbers to be dropped
 * @param rate fraction of zeros, in [0, 1)
 * @returns as `shape`, with mean 1 on average. Made during a training step, it is overwritten by the next
 * @throws OptionError when the rate is outside [0, 1), or there is no rng
 */
export function keepMask<const S extends Shape>(shape: S, rate: number, rng: Rng): Tensor<S> {
  requireOption(isFraction(rate), 'keepMask: rate must be in [0, 1)', rate, 'pass the fraction to drop, e.g. 0.5');
  requireRng(rng, 'keepMask');
  const mask = empty(shape);
  const [key0, key1] = [rng.integer(2 ** 32), rng.integer(2 ** 32)];
  if (loops.current.keepMask?.(key0, key1, rate, mask.data)) return mask; // the same, compiled
  const scale = 1 / (1 - rate);
  for (let i = 0; i < mask.data.length; i++) {
    const bits = mix((mix(i ^ key0) + key1) | 0) >>> 0; // each of 0 … 2³² - 1 equally likely
    mask.data[i] = bits >= rate * 2 ** 32 ? scale : 0;
  }
  return mask;
}

/** Scatters 32 bits: each input bit changes about half of the output bits (Wellons 2018, `lowbias32`). */
function mix(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return bits ^ (bits >>> 16);
}
