// The fast kernel: the loops of kernel/ (AssemblyScript, 128-bit SIMD) behind the seam. It gives the bits of the readable
// loops, because it does the same operations on each element in the same order, several elements at a time.

import type { Heap } from './heap';
import type { Kernel } from './kernel';
import { instantiate, type WasmExports } from './wasm-module';

let made: Kernel | undefined | 'not tried' = 'not tried';

/** The one instance of the fast kernel, made at the first call, or nothing where it cannot run. */
export function wasmKernel(): Kernel | undefined {
  if (made === 'not tried') {
    const instance = instantiate();
    made = instance && fastKernel(instance.wasm, instance.heap);
  }
  return made;
}

function fastKernel(wasm: WasmExports, heap: Heap): Kernel {
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

  const kernel: Required<Kernel> = {
    name: 'wasm',
    heap,

    multiply(m, n, k, a, transposeA, b, transposeB, y) {
      const [atA, atB, atY] = [heap.address(a), heap.address(b), heap.address(y)];
      if (atA === 0 || atB === 0 || atY === 0) return multiplyCopies(m, n, k, a, transposeA, b, transposeB, y);
      if (atA === atY || atB === atY) return false; // the loop would read what it has written
      const [aRow, aColumn] = transposeA ? [8, m * 8] : [k * 8, 8];
      const [bRow, bColumn] = transposeB ? [8, k * 8] : [n * 8, 8];
      wasm.multiply(m, n, k, atA, aRow, aColumn, atB, bRow, bColumn, atY);
      return true;
    },

    adam(value, grad, m, v, { beta1, beta2, rate, tiny }) {
      const [atValue, atGrad, atM, atV] = [heap.address(value), heap.address(grad), heap.address(m), heap.address(v)];
      if (atValue === 0 || atGrad === 0 || atM === 0 || atV === 0) return false;
      wasm.adam(value.length, atValue, atGrad, atM, atV, beta1, beta2, rate, tiny);
      return true;
    },

    expOfRows(classes, z, e) {
      const [atZ, atE] = [heap.address(z), heap.address(e)];
      if (atZ === 0 || atE === 0) return false;
      return wasm.expOfRows(e.length, classes, atZ, atE) !== 0;
    },

    keepMask(key0, key1, rate, mask) {
      const at = heap.address(mask);
      const threshold = Math.ceil(rate * 2 ** 32);
      if (at === 0 || threshold === 2 ** 32) return false; // a rate this close to 1 has no threshold of 32 bits
      wasm.keepMask(mask.length, at, key0, key1, threshold, 1 / (1 - rate));
      return true;
    },

    relu: unary(wasm.relu),
    reluBackward: binary(wasm.reluBackward),
    times: binary(wasm.times),
    plus: binary(wasm.plus),
    scale: scaled(wasm.scale),
    scaleSigns: scaled(wasm.scaleSigns),

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

  /** The product with copies of the operands that lie elsewhere: little work beside the product itself. */
  const multiplyCopies: typeof kernel.multiply = (m, n, k, a, transposeA, b, transposeB, y) => {
    if (overlap(a, y) || overlap(b, y)) return false;
    const operands = [a, b, y];
    const near = operands.map((operand) => (heap.address(operand) ? operand : heap.allocate(operand.length)));
    const [nearA, nearB, nearY] = near;
    const fits = nearA !== undefined && nearB !== undefined && nearY !== undefined;
    if (fits) {
      if (nearA !== a) nearA.set(a);
      if (nearB !== b) nearB.set(b);
      kernel.multiply(m, n, k, nearA, transposeA, nearB, transposeB, nearY);
      if (nearY !== y) y.set(nearY);
    }
    near.forEach((array, i) => array && array !== operands[i] && heap.release(array));
    return fits;
  };

  return kernel;
}

function overlap(a: Float64Array, b: Float64Array): boolean {
  return (
    a.buffer === b.buffer && a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength
  );
}
