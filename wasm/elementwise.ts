// Loops over all elements, two at a time. An array has its cache lines to itself (src/tensor/heap.ts): the last pair may
// reach past the end. Results may lie where an operand lies.

/** y ← max(0, x), where NaN stays NaN. */
export function relu(count: usize, x: usize, y: usize): void {
  for (const end = x + count * 8; x < end; x += 16, y += 16) {
    const a = v128.load(x);
    v128.store(y, v128.andnot(a, f64x2.le(a, f64x2.splat(0))));
  }
}

/** dx ← dy where x is above 0, else 0. */
export function reluBackward(count: usize, x: usize, dy: usize, dx: usize): void {
  for (const end = x + count * 8; x < end; x += 16, dy += 16, dx += 16) {
    v128.store(dx, v128.and(v128.load(dy), f64x2.gt(v128.load(x), f64x2.splat(0))));
  }
}

/** y ← a · b. */
export function times(count: usize, a: usize, b: usize, y: usize): void {
  for (const end = a + count * 8; a < end; a += 16, b += 16, y += 16) {
    v128.store(y, f64x2.mul(v128.load(a), v128.load(b)));
  }
}

/** y ← a + b. */
export function plus(count: usize, a: usize, b: usize, y: usize): void {
  for (const end = a + count * 8; a < end; a += 16, b += 16, y += 16) {
    v128.store(y, f64x2.add(v128.load(a), v128.load(b)));
  }
}

/** y ← factor · x. */
export function scale(count: usize, factor: f64, x: usize, y: usize): void {
  const f = f64x2.splat(factor);
  for (const end = x + count * 8; x < end; x += 16, y += 16) v128.store(y, f64x2.mul(f, v128.load(x)));
}

/** y ← factor · sign(x), where the sign of ±0 and of NaN is the number itself. */
export function scaleSigns(count: usize, factor: f64, x: usize, y: usize): void {
  const f = f64x2.splat(factor), one = f64x2.splat(1), signBit = f64x2.splat(-0.0);
  for (const end = x + count * 8; x < end; x += 16, y += 16) {
    const a = v128.load(x);
    const hasSign = f64x2.gt(f64x2.abs(a), f64x2.splat(0));
    v128.store(y, f64x2.mul(f, v128.bitselect(v128.or(one, v128.and(a, signBit)), a, hasSign)));
  }
}
