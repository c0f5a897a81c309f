// a, b → y ← a·b, compiled: wasm/multiply.ts on numbers in its own memory, and on copies of numbers that lie elsewhere.

import type { CompiledLoops } from './compiled-loops';
import type { Heap } from './heap';
import { overlap } from './overlap';
import type { WasmExports } from './wasm-module';

type Multiply = Required<CompiledLoops>['multiply'];

/** The product of two matrices; each may be transposed. */
export function wasmMultiply(wasm: WasmExports, heap: Heap): Multiply {
  const multiply: Multiply = (m, n, k, a, transposeA, b, transposeB, y) => {
    const [atA, atB, atY] = [heap.address(a), heap.address(b), heap.address(y)];
    if (atA === 0 || atB === 0 || atY === 0) return multiplyCopies(m, n, k, a, transposeA, b, transposeB, y);
    if (atA === atY || atB === atY) return false; // the loop would read what it has written
    const [aRow, aColumn] = transposeA ? [8, m * 8] : [k * 8, 8];
    const [bRow, bColumn] = transposeB ? [8, k * 8] : [n * 8, 8];
    wasm.multiply(m, n, k, atA, aRow, aColumn, atB, bRow, bColumn, atY);
    return true;
  };

  /** The product with copies of the operands that lie elsewhere: little work beside the product itself. */
  const multiplyCopies: Multiply = (m, n, k, a, transposeA, b, transposeB, y) => {
    if (overlap(a, y) || overlap(b, y)) return false;
    const operands = [a, b, y];
    const near = operands.map((operand) => (heap.address(operand) ? operand : heap.allocate(operand.length)));
    const [nearA, nearB, nearY] = near;
    const fits = nearA !== undefined && nearB !== undefined && nearY !== undefined;
    if (fits) {
      if (nearA !== a) nearA.set(a);
      if (nearB !== b) nearB.set(b);
      multiply(m, n, k, nearA, transposeA, nearB, transposeB, nearY);
      if (nearY !== y) y.set(nearY);
    }
    near.forEach((array, i) => array && array !== operands[i] && heap.release(array));
    return fits;
  };

  return multiply;
}
