// y ← a·b in float64 with 128-bit SIMD, to the bit what src/tensor/matmul.ts computes: each element of y starts at 0 and
// adds its products in the order of k. Only elements of y are computed side by side, never parts of one sum.

import { skipZeros } from './skip-zeros';
import { tiles } from './tiles';

/**
 * y (m, n) ← a (m, k) · b (k, n). Element [i, p] of a lies at `a + i * aRow + p * aColumn`, likewise b; strides are in
 * bytes. a, or its transpose, is contiguous, and so is y. y must not overlap a or b.
 */
export function multiply(
  m: usize, n: usize, k: usize,
  a: usize, aRow: usize, aColumn: usize,
  b: usize, bRow: usize, bColumn: usize,
  y: usize,
): void {
  if (k == 0) {
    memory.fill(y, 0, m * n * 8);
    return;
  }
  if (n >= 16 && manyZeros(m * k, a) && skipZeros(m, n, k, a, aRow, aColumn, b, bRow, bColumn, y, n * 8, 8)) return;
  // where the zeros are in b: yᵀ = bᵀ·aᵀ
  if (m >= 16 && manyZeros(k * n, b) && skipZeros(n, m, k, b, bColumn, bRow, a, aColumn, aRow, y, 8, n * 8)) return;
  tiles(m, n, k, a, aRow, aColumn, b, bRow, bColumn, y);
}

/** Whether 3/8 of the numbers are zero or more: looks at two of every 18, and so at all columns of a usual matrix. */
function manyZeros(count: usize, a: usize): bool {
  let minus = i64x2.splat(0), pairs: i64 = 0; // a comparison that holds gives -1
  for (const end = a + (count & ~1) * 8; a < end; a += 18 * 8, pairs++) {
    minus = i64x2.add(minus, f64x2.eq(v128.load(a), f64x2.splat(0)));
  }
  const seen = -(i64x2.extract_lane(minus, 0) + i64x2.extract_lane(minus, 1));
  return seen * 8 >= pairs * 2 * 3;
}
