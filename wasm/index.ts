// What src/tensor/wasm-module.ts can call. Built by `npm run --prefix tools wasm:build` into src/tensor/wasm-binary.ts.

export { multiply } from './multiply';
export { adam } from './adam';
export { expOfRows } from './exp-of-rows';
export { keepMask } from './keep-mask';
export { plus, relu, reluBackward, scale, scaleSigns, times } from './elementwise';
export { addAtPlaces, maxOfWindow } from './max-of-window';
export { addToRows, sumRows } from './rows';

/** The first byte behind the memory that the compiled loops keep for itself. */
export function heapStart(): usize {
  return (__heap_base + 63) & ~63;
}
