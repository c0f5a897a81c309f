// The fast kernel: WebAssembly with 128-bit SIMD, compiled from the AssemblyScript in kernel/. Same bits as the readable
// loops, because it does the same operations on each element in the same order, several elements at a time.

import { Heap } from './heap';
import type { Kernel } from './kernel';
import { wasmBinary } from './wasm-binary';

/** What kernel/index.ts exports. Arrays are given by address, sizes in elements, strides in bytes. */
interface Exports {
  heapStart(): number;
  multiply(
    m: number, n: number, k: number,
    a: number, aRow: number, aColumn: number,
    b: number, bRow: number, bColumn: number,
    y: number,
  ): void; // prettier-ignore
  adam(
    count: number, value: number, grad: number, m: number, v: number,
    beta1: number, beta2: number, epsilon: number, rate: number, root2: number,
  ): void; // prettier-ignore
  keepMask(count: number, mask: number, key0: number, key1: number, threshold: number, kept: number): void;
  relu(count: number, x: number, y: number): void;
  reluBackward(count: number, x: number, dy: number, dx: number): void;
  times(count: number, a: number, b: number, y: number): void;
  addToRows(rows: number, units: number, y: number, b: number): void;
  sumRows(rows: number, units: number, dy: number, db: number): void;
}

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
  Memory: new (size: { initial: number; maximum: number }) => { buffer: ArrayBuffer };
};

let made: Kernel | undefined | null = null; // null: not tried yet

/**
 * The one instance of the fast kernel, or nothing where it cannot run: no WebAssembly, no SIMD, or forbidden by a content
 * security policy. Instantiated at the first call, synchronously: the module has a few kB, below the limit of 4 kB that
 * old browsers set for this on a page's main thread.
 */
export function wasmKernel(): Kernel | undefined {
  if (made === null) made = typeof WebAssembly === 'undefined' ? undefined : instantiate();
  return made;
}

function instantiate(): Kernel | undefined {
  let wasm: Exports;
  let buffer: ArrayBuffer;
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(wasmBinary), (character) => character.charCodeAt(0)));
    const memory = reserve();
    wasm = new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
    buffer = memory.buffer;
  } catch {
    return undefined; // the reference does the job
  }
  return fastKernel(wasm, new Heap(buffer, wasm.heapStart()));
}

/**
 * Memory of a fixed size: growing it would detach every array that lies in it. 256 MB of addresses cost nothing before they
 * are written to; a device that refuses them gets less, and what finds no room is copied or left to the readable loops.
 */
function reserve(): { buffer: ArrayBuffer } {
  const pagesPerMegabyte = 16;
  for (const megabytes of [256, 64]) {
    try {
      return new WebAssembly.Memory({ initial: megabytes * pagesPerMegabyte, maximum: megabytes * pagesPerMegabyte });
    } catch {
      // try less
    }
  }
  return new WebAssembly.Memory({ initial: 16 * pagesPerMegabyte, maximum: 16 * pagesPerMegabyte });
}

function fastKernel(wasm: Exports, heap: Heap): Kernel {
  const { buffer } = heap;

  /** Calls `job` with operands that lie in the heap: themselves, or copies of the first `inputs` that are copied back. */
  function withCopies(operands: Float64Array[], job: (operands: Float64Array[]) => void): boolean {
    const copies = operands.map((operand) => (heap.holds(operand) ? operand : heap.allocate(operand.length)));
    const fits = copies.every((copy) => copy !== undefined);
    if (fits) {
      operands.forEach((operand, i) => copies[i] !== operand && copies[i]!.set(operand));
      job(copies as Float64Array[]);
      operands.forEach((operand, i) => copies[i] !== operand && operand.set(copies[i]!));
    }
    operands.forEach((operand, i) => copies[i] && copies[i] !== operand && heap.release(copies[i]!));
    return fits;
  }

  const kernel: Required<Kernel> = {
    name: 'wasm',
    heap,

    multiply(m, n, k, a, transposeA, b, transposeB, y) {
      if (overlap(a, y) || overlap(b, y)) return false; // what is read then depends on the order of writing
      if (a.buffer !== buffer || b.buffer !== buffer || y.buffer !== buffer) {
        return withCopies([a, b, y], ([a, b, y]) => kernel.multiply(m, n, k, a, transposeA, b, transposeB, y));
      }
      wasm.multiply(
        m, n, k,
        a.byteOffset, transposeA ? 8 : k * 8, transposeA ? m * 8 : 8,
        b.byteOffset, transposeB ? 8 : n * 8, transposeB ? k * 8 : 8,
        y.byteOffset,
      ); // prettier-ignore
      return true;
    },

    adam(value, grad, m, v, numbers) {
      if (value.buffer !== buffer || grad.buffer !== buffer || m.buffer !== buffer || v.buffer !== buffer) return false;
      const { learningRate, beta1, beta2, epsilon, correction1, correction2 } = numbers;
      wasm.adam(
        value.length, value.byteOffset, grad.byteOffset, m.byteOffset, v.byteOffset,
        beta1, beta2, epsilon, learningRate / correction1, Math.sqrt(correction2),
      ); // prettier-ignore
      return true;
    },

    keepMask(key0, key1, rate, mask) {
      const threshold = Math.ceil(rate * 2 ** 32);
      if (mask.buffer !== buffer || threshold >= 2 ** 32) return false;
      wasm.keepMask(mask.length, mask.byteOffset, key0, key1, threshold, 1 / (1 - rate));
      return true;
    },

    relu(x, y) {
      if (x.buffer !== buffer || y.buffer !== buffer) return false;
      wasm.relu(y.length, x.byteOffset, y.byteOffset);
      return true;
    },

    reluBackward(x, dy, dx) {
      if (x.buffer !== buffer || dy.buffer !== buffer || dx.buffer !== buffer) return false;
      wasm.reluBackward(dx.length, x.byteOffset, dy.byteOffset, dx.byteOffset);
      return true;
    },

    times(a, b, y) {
      if (a.buffer !== buffer || b.buffer !== buffer || y.buffer !== buffer) return false;
      wasm.times(y.length, a.byteOffset, b.byteOffset, y.byteOffset);
      return true;
    },

    addToRows(y, b) {
      if (y.buffer !== buffer || b.buffer !== buffer) return false;
      wasm.addToRows(y.length / b.length, b.length, y.byteOffset, b.byteOffset);
      return true;
    },

    sumRows(dy, db) {
      if (dy.buffer !== buffer || db.buffer !== buffer) return false;
      wasm.sumRows(dy.length / db.length, db.length, dy.byteOffset, db.byteOffset);
      return true;
    },
  };
  return kernel;
}

function overlap(a: Float64Array, b: Float64Array): boolean {
  return a.buffer === b.buffer && a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength;
}
