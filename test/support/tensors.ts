// seed → numbers to try a layer with: never zero, never equal, at sizes that no transpose can confuse.

import { createRng } from '../../src/tensor/random';
import { empty, tensor, type Shape, type Tensor } from '../../src/tensor/tensor';

/** Normal numbers. `awayFromZero` moves each by so much from 0, where ReLU and |w| have a kink. */
export function randomTensor<const S extends Shape>(shape: S, seed: number | string, awayFromZero = 0): Tensor<S> {
  const rng = createRng(seed);
  const t = empty(shape);
  for (let i = 0; i < t.data.length; i++) {
    const value = rng.normal();
    t.data[i] = value + Math.sign(value) * awayFromZero;
  }
  return t;
}

/** A row vector. */
export const vector = (...values: number[]): Tensor => tensor([values.length], values);

/** Numbers to compare with `deep.equal`. */
export const numbers = (t: { data: Float64Array }): number[] => [...t.data];
