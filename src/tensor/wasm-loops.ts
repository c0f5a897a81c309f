// The loops of wasm/ (AssemblyScript, 128-bit SIMD) as CompiledLoops. They give the bits of the readable loops, because they do
// the same operations on each element in the same order, several elements at a time.

import type { CompiledLoops } from './compiled-loops';
import type { Heap } from './heap';
import { wasmMultiply } from './wasm-multiply';
import { instantiate, type WasmExports } from './wasm-module';

let made: CompiledLoops | undefined | 'not tried' = 'not tried';

/** The one instance of the compiled loops, made at the first call, or nothing where it cannot run. */
export function wasmLoops(): CompiledLoops | undefined {
  if (made === 'not tried') {
    const instance = instantiate();
    made = instance && loopsOf(instance.wasm, instance.heap);
  }
  return made;
}

function loopsOf(wasm: WasmExports, heap: Heap): Required<CompiledLoops> {
  return {
    name: 'compiled',
    heap,
    multiply: wasmMultiply(wasm, heap),
    ...elementwise(wasm, heap),
    ...onRows(wasm, heap),
    ...onImages(wasm, heap),
    ...ofTraining(wasm, heap),
  };
}

type Loops<Name extends keyof CompiledLoops> = Required<Pick<CompiledLoops, Name>>;

function elementwise(
  wasm: WasmExports,
  heap: Heap,
): Loops<'relu' | 'reluBackward' | 'times' | 'plus' | 'scale' | 'scaleSigns'> {
  const unary = (loop: WasmExports['relu']) => (x: Float64Array, y: Float64Array) => {
    const [atX, atY] = [heap.address(x), heap.address(y)];
    if (atX === 0 || atY === 0) return false;
    loop(y.length, atX, atY);
    return true;
  };
  const binary = (loop: WasmExports['times']) => (a: Float64Array, b: Float64Array, y: Float64Array) => {
    const [atA, atB, atY] = [heap.address(a), heap.address(b), heap.address(y)];
    if (atA === 0 || atB === 0 || atY === 0) return false;
    loop(y.length, atA, atB, atY);
    return true;
  };
  const scaled = (loop: WasmExports['scale']) => (factor: number, x: Float64Array, y: Float64Array) => {
    const [atX, atY] = [heap.address(x), heap.address(y)];
    if (atX === 0 || atY === 0) return false;
    loop(y.length, factor, atX, atY);
    return true;
  };
  return {
    relu: unary(wasm.relu),
    reluBackward: binary(wasm.reluBackward),
    times: binary(wasm.times),
    plus: binary(wasm.plus),
    scale: scaled(wasm.scale),
    scaleSigns: scaled(wasm.scaleSigns),
  };
}

function onRows(wasm: WasmExports, heap: Heap): Loops<'addToRows' | 'sumRows' | 'expOfRows'> {
  return {
    addToRows(y, b) {
      const [atY, atB] = [heap.address(y), heap.address(b)];
      if (atY === 0 || atB === 0) return false;
      wasm.addToRows(y.length / b.length, b.length, atY, atB);
      return true;
    },

    sumRows(dy, db) {
      const [atDy, atDb] = [heap.address(dy), heap.address(db)];
      if (atDy === 0 || atDb === 0) return false;
      wasm.sumRows(dy.length / db.length, db.length, atDy, atDb);
      return true;
    },

    expOfRows(classes, z, e) {
      const [atZ, atE] = [heap.address(z), heap.address(e)];
      if (atZ === 0 || atE === 0) return false;
      return wasm.expOfRows(e.length, classes, atZ, atE) !== 0;
    },
  };
}

function onImages(wasm: WasmExports, heap: Heap): Loops<'maxOfWindow' | 'addAtPlaces'> {
  return {
    maxOfWindow(x, { first, rows, columns, rowStep, channels }, y, places, to) {
      const [atX, atY, atPlaces] = [heap.address(x), heap.address(y), heap.address(places)];
      if (atX === 0 || atY === 0 || atPlaces === 0) return false;
      wasm.maxOfWindow(atX, first, rows, columns, rowStep, channels, atY + to * 8, atPlaces + to * 8);
      return true;
    },

    addAtPlaces(places, d, x) {
      const [atPlaces, atD, atX] = [heap.address(places), heap.address(d), heap.address(x)];
      if (atPlaces === 0 || atD === 0 || atX === 0) return false;
      wasm.addAtPlaces(places.length, atPlaces, atD, atX);
      return true;
    },
  };
}

function ofTraining(wasm: WasmExports, heap: Heap): Loops<'adam' | 'keepMask'> {
  return {
    adam(value, grad, m, v, { beta1, beta2, rate, tiny }) {
      const [atValue, atGrad, atM, atV] = [heap.address(value), heap.address(grad), heap.address(m), heap.address(v)];
      if (atValue === 0 || atGrad === 0 || atM === 0 || atV === 0) return false;
      wasm.adam(value.length, atValue, atGrad, atM, atV, beta1, beta2, rate, tiny);
      return true;
    },

    keepMask(key0, key1, rate, mask) {
      const at = heap.address(mask);
      const threshold = Math.ceil(rate * 2 ** 32);
      if (at === 0 || threshold === 2 ** 32) return false; // a rate this close to 1 has no threshold of 32 bits
      wasm.keepMask(mask.length, at, key0, key1, threshold, 1 / (1 - rate));
      return true;
    },
  };
}
