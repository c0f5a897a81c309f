// value, m, v ← one step of Adam: the operations of src/optimizers/adam.ts in the same order, two elements at a time.
//
// Numbers below 2.2e-308 (denormals) are neither flushed nor avoided. A moment gets there when its gradient is exactly 0 for
// some 6,600 steps on end; a step where every moment has is 2.6 times as slow, one where 1 % have 1.1 times. Flushing would
// take an operation for each element in every step, and give other bits.

/** Like wasm/elementwise.ts in all that is not said here. */
export function adam(
  count: usize, value: usize, grad: usize, m: usize, v: usize,
  beta1: f64, beta2: f64, rate: f64, tiny: f64,
): void {
  for (const end = value + count * 8; value < end; value += 16, grad += 16, m += 16, v += 16) {
    const g = v128.load(grad);
    const mean = f64x2.add(f64x2.mul(f64x2.splat(beta1), v128.load(m)), f64x2.mul(f64x2.splat(1 - beta1), g));
    const square = f64x2.mul(f64x2.mul(f64x2.splat(1 - beta2), g), g);
    const meanSquare = f64x2.add(f64x2.mul(f64x2.splat(beta2), v128.load(v)), square);
    v128.store(m, mean);
    v128.store(v, meanSquare);
    const step = f64x2.div(f64x2.mul(f64x2.splat(rate), mean), f64x2.add(f64x2.sqrt(meanSquare), f64x2.splat(tiny)));
    v128.store(value, f64x2.sub(v128.load(value), step));
  }
}
