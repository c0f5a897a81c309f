// weights → how large they are, and how many are gone

import type { Tensor } from '../tensor/tensor';

/** What {@link weightNorms} measures. */
export interface WeightNorms {
  /** Σ|w| */
  l1: number;
  /** √Σw² */
  l2: number;
  /** How many weights there are. */
  count: number;
  /** How many of them are exactly 0. */
  zeros: number;
  /** zeros / count; 0 when there are no weights. */
  zeroFraction: number;
}

/** The size of one tensor of weights, or of several taken together. */
export function weightNorms(weights: Tensor | readonly Tensor[]): WeightNorms {
  let [l1, squares, count, zeros] = [0, 0, 0, 0];
  for (const { data } of 'data' in weights ? [weights] : weights) {
    count += data.length;
    for (const w of data) {
      l1 += Math.abs(w);
      squares += w * w;
      if (w === 0) zeros++;
    }
  }
  return { l1, l2: Math.sqrt(squares), count, zeros, zeroFraction: count > 0 ? zeros / count : 0 };
}
