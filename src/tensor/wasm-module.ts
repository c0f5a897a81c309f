// base64 → WebAssembly module → an instance and its memory.

import { Heap } from './heap';
import { wasmBinary } from './wasm-binary';

/** What wasm/index.ts exports. Arrays are given by address; sizes count elements, strides bytes. */
export interface WasmExports {
  heapStart(): number;
  // prettier-ignore
  multiply(
    m: number, n: number, k: number,
    a: number, aRow: number, aColumn: number,
    b: number, bRow: number, bColumn: number,
    y: number,
  ): void;
  // prettier-ignore
  adam(
    count: number, value: number, grad: number, m: number, v: number,
    beta1: number, beta2: number, rate: number, tiny: number,
  ): void;
  expOfRows(count: number, classes: number, z: number, e: number): number;
  keepMask(count: number, mask: number, key0: number, key1: number, threshold: number, kept: number): void;
  relu(count: number, x: number, y: number): void;
  reluBackward(count: number, x: number, dy: number, dx: number): void;
  times(count: number, a: number, b: number, y: number): void;
  plus(count: number, a: number, b: number, y: number): void;
  scale(count: number, factor: number, x: number, y: number): void;
  scaleSigns(count: number, factor: number, x: number, y: number): void;
  addToRows(rows: number, units: number, y: number, b: number): void;
  sumRows(rows: number, units: number, dy: number, db: number): void;
  // prettier-ignore
  maxOfWindow(
    x: number, first: number, rows: number, columns: number, rowStep: number, channels: number,
    y: number, places: number,
  ): void;
  addAtPlaces(count: number, places: number, d: number, x: number): void;
}

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
  Memory: new (size: { initial: number; maximum: number }) => { buffer: ArrayBuffer };
};

/**
 * An instance of the compiled loops, or nothing where it cannot run: no WebAssembly, no SIMD, or forbidden by a content
 * security policy. It is made synchronously: on the main thread of a page, Chromium before version 114 allows that to
 * modules of at most 4 kB, which this one exceeds.
 */
export function instantiate(): { wasm: WasmExports; heap: Heap } | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(wasmBinary), (character) => character.charCodeAt(0)));
    const memory = reserve(512) ?? reserve(256) ?? reserve(64) ?? reserve(16);
    if (!memory) return undefined;
    const wasm = new WebAssembly.Instance(module, { env: { memory } }).exports as WasmExports;
    return { wasm, heap: new Heap(memory.buffer, wasm.heapStart()) };
  } catch {
    return undefined; // the readable loops do the job
  }
}

/**
 * Memory of a fixed size, since growing it would detach every array that lies in it. It is an amount of addresses: a page
 * of it takes memory when it is first written to. Nothing, where the device refuses even that.
 */
function reserve(megabytes: number): { buffer: ArrayBuffer } | undefined {
  const pages = megabytes * 16; // of 64 kB
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch {
    return undefined;
  }
}
