// Loops over all elements, two at a time. `count` is the number of elements; results may lie where an operand lies.

/** y ← max(0, x), where NaN stays NaN: src/layers/relu.ts. */
export function relu(count: usize, x: usize, y: usize): void {
  const zero = f64x2.splat(0);
  const pairs = (count * 8) & ~15;
  for (let i: usize = 0; i < pairs; i += 16) {
    const a = v128.load(x + i);
    v128.store(y + i, v128.andnot(a, f64x2.le(a, zero)));
  }
  if (count & 1) {
    const a = f64.load(x + pairs);
    f64.store(y + pairs, a <= 0 ? 0 : a);
  }
}

/** dx ← dy where x is above 0, else 0: src/layers/relu.ts. */
export function reluBackward(count: usize, x: usize, dy: usize, dx: usize): void {
  const zero = f64x2.splat(0);
  const pairs = (count * 8) & ~15;
  for (let i: usize = 0; i < pairs; i += 16) {
    v128.store(dx + i, v128.and(v128.load(dy + i), f64x2.gt(v128.load(x + i), zero)));
  }
  if (count & 1) f64.store(dx + pairs, f64.load(x + pairs) > 0 ? f64.load(dy + pairs) : 0);
}

/** y ← a · b, element by element: src/layers/dropout.ts. */
export function times(count: usize, a: usize, b: usize, y: usize): void {
  const pairs = (count * 8) & ~15;
  for (let i: usize = 0; i < pairs; i += 16) v128.store(y + i, f64x2.mul(v128.load(a + i), v128.load(b + i)));
  if (count & 1) f64.store(y + pairs, f64.load(a + pairs) * f64.load(b + pairs));
}
