// What compiled code can do: the seam between readable TypeScript and WebAssembly. A learner can skip it, because each readable
// loop is in full in the file that calls its compiled form.

import type { Heap } from './heap';

/**
 * Compiled forms of some loops. Each gives the bits of the readable loop, or returns false and does nothing, and the readable
 * loop does the job: `if (!loops.current.keepMask?.(…)) keepMaskLoop(…)`.
 */
export interface CompiledLoops {
  readonly name: 'compiled' | 'readable';
  /** Where compiled loops want their operands; numbers outside may be copied, which takes time. */
  readonly heap?: Heap;
  /** y ← a·b: the readable loop is in `tensor/matmul.ts`. */
  multiply?(
    m: number,
    n: number,
    k: number,
    a: Float64Array,
    transposeA: boolean,
    b: Float64Array,
    transposeB: boolean,
    y: Float64Array,
  ): boolean;
  /** value, m, v ← one step of Adam: the readable loop is in `optimizers/adam.ts`. */
  adam?(value: Float64Array, grad: Float64Array, m: Float64Array, v: Float64Array, numbers: AdamNumbers): boolean;
  /** e ← exp(z - the largest of its row): the readable loop is in `losses/softmax.ts`. */
  expOfRows?(classes: number, z: Float64Array, e: Float64Array): boolean;
  /** mask ← 0 or 1 / (1 - rate): the readable loop is in `layers/keep-mask.ts`. */
  keepMask?(key0: number, key1: number, rate: number, mask: Float64Array): boolean;
  /** y ← max(0, x): the readable loop is in `layers/relu.ts`. */
  relu?(x: Float64Array, y: Float64Array): boolean;
  /** dx ← dy where x > 0, else 0: the readable loop is in `layers/relu.ts`. */
  reluBackward?(x: Float64Array, dy: Float64Array, dx: Float64Array): boolean;
  /** y ← a · b, element by element: the readable loop is in `layers/dropout.ts`. */
  times?(a: Float64Array, b: Float64Array, y: Float64Array): boolean;
  /** y ← a + b, element by element: the readable loop is in `optimizers/optimizer.ts`. */
  plus?(a: Float64Array, b: Float64Array, y: Float64Array): boolean;
  /** y ← factor · x: the readable loop is in `regularizers/l2.ts`. */
  scale?(factor: number, x: Float64Array, y: Float64Array): boolean;
  /** y ← factor · sign(x): the readable loop is in `regularizers/l1.ts`. */
  scaleSigns?(factor: number, x: Float64Array, y: Float64Array): boolean;
  /** y ← y + b on every row: the readable loop is in `layers/dense.ts`. */
  addToRows?(y: Float64Array, b: Float64Array): boolean;
  /** db ← the sum of the rows of dy: the readable loop is in `layers/dense.ts`. */
  sumRows?(dy: Float64Array, db: Float64Array): boolean;
  /** y, places ← the maximum of a window, from element `to` on: the readable loop is in `layers/max-pool2d.ts`. */
  maxOfWindow?(x: Float64Array, window: WindowNumbers, y: Float64Array, places: Float64Array, to: number): boolean;
  /** x[places[i]] ← x[places[i]] + d[i]: the readable loop is in `layers/max-pool2d.ts`. */
  addAtPlaces?(places: Float64Array, d: Float64Array, x: Float64Array): boolean;
}

/** Which numbers of an image a window covers, with channels innermost. */
export interface WindowNumbers {
  /** The element it begins with. */
  first: number;
  rows: number;
  columns: number;
  /** Elements from one row to the next. */
  rowStep: number;
  channels: number;
}

/** The numbers of a step of Adam, besides its arrays; see `optimizers/adam.ts`. */
export interface AdamNumbers {
  beta1: number;
  beta2: number;
  /** The learning rate, with the corrections of both moments. */
  rate: number;
  /** Epsilon, with the correction of the second moment. */
  tiny: number;
}
