// The seam between readable TypeScript and compiled code. A learner can skip it: every loop that may have a fast form stands
// in full in the file that calls it.

import type { Heap } from './heap';
import { wasmKernel } from './matmul-wasm';

/**
 * Fast forms of some loops. Each gives the bits of the readable loop, or returns false and does nothing, and the readable
 * loop does the job: `if (!kernel.current.keepMask?.(…)) keepMaskLoop(…)`.
 */
export interface Kernel {
  readonly name: 'wasm' | 'reference';
  /** Where fast forms want their operands; numbers outside may be copied, which takes time. */
  readonly heap?: Heap;
  /** y ← a·b: the loop stands in `tensor/matmul.ts`. */
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
  /** value, m, v ← one step of Adam: the loop stands in `optimizers/adam.ts`. */
  adam?(value: Float64Array, grad: Float64Array, m: Float64Array, v: Float64Array, numbers: AdamNumbers): boolean;
  /** e ← exp(z - the largest of its row): the loop stands in `losses/softmax.ts`. */
  expOfRows?(classes: number, z: Float64Array, e: Float64Array): boolean;
  /** mask ← 0 or 1 / (1 - rate): the loop stands in `layers/keep-mask.ts`. */
  keepMask?(key0: number, key1: number, rate: number, mask: Float64Array): boolean;
  /** y ← max(0, x): the loop stands in `layers/relu.ts`. */
  relu?(x: Float64Array, y: Float64Array): boolean;
  /** dx ← dy where x > 0, else 0: the loop stands in `layers/relu.ts`. */
  reluBackward?(x: Float64Array, dy: Float64Array, dx: Float64Array): boolean;
  /** y ← a · b, element by element: the loop stands in `layers/dropout.ts`. */
  times?(a: Float64Array, b: Float64Array, y: Float64Array): boolean;
  /** y ← a + b, element by element: the loop stands in `optimizers/optimizer.ts`. */
  plus?(a: Float64Array, b: Float64Array, y: Float64Array): boolean;
  /** y ← factor · x: the loop stands in `regularizers/l2.ts`. */
  scale?(factor: number, x: Float64Array, y: Float64Array): boolean;
  /** y ← factor · sign(x): the loop stands in `regularizers/l1.ts`. */
  scaleSigns?(factor: number, x: Float64Array, y: Float64Array): boolean;
  /** y ← y + b on every row: the loop stands in `layers/dense.ts`. */
  addToRows?(y: Float64Array, b: Float64Array): boolean;
  /** db ← the sum of the rows of dy: the loop stands in `layers/dense.ts`. */
  sumRows?(dy: Float64Array, db: Float64Array): boolean;
  /** y, places ← the maximum of a window, from element `to` on: the loop stands in `layers/max-pool2d.ts`. */
  maxOfWindow?(x: Float64Array, window: WindowNumbers, y: Float64Array, places: Float64Array, to: number): boolean;
  /** x[places[i]] ← x[places[i]] + d[i]: the loop stands in `layers/max-pool2d.ts`. */
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

/** What a step of Adam is told besides its arrays; see `optimizers/adam.ts`. */
export interface AdamNumbers {
  beta1: number;
  beta2: number;
  /** The learning rate, with the corrections of both moments. */
  rate: number;
  /** Epsilon, with the correction of the second moment. */
  tiny: number;
}

/** No fast form of anything: plain TypeScript, as the course explains it. */
export const readableKernel: Kernel = { name: 'reference' };

let chosen: Kernel | undefined;

/** The kernel in use; made when it is first needed. */
export const kernel = {
  get current(): Kernel {
    return (chosen ??= wasmKernel() ?? readableKernel);
  },
};

/**
 * Chooses the kernel from now on: `wasm`, the default wherever the runtime has WebAssembly with 128-bit SIMD, or
 * `reference`, plain TypeScript. Both give the same bits. In Node, the environment variable `HOLDOUT_KERNEL=reference` does
 * the same. Not to be called while a model trains.
 *
 * @returns the kernel in use; `reference` when the runtime cannot run the other
 */
export function useKernel(name: Kernel['name']): Kernel['name'] {
  chosen = (name === 'wasm' && wasmKernel()) || readableKernel;
  return chosen.name;
}
