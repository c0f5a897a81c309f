// value, m, v ← one step of Adam: the operations of src/optimizers/adam.ts in the same order, two elements at a time.

/** `rate` is the learning rate over 1 - β₁ᵗ, `root` is √(1 - β₂ᵗ). Like kernel/elementwise.ts in all else. */
export function adam(
  count: usize, value: usize, grad: usize, m: usize, v: usize,
  beta1: f64, beta2: f64, epsilon: f64, rate: f64, root: f64,
): void {
  for (const end = value + count * 8; value < end; value += 16, grad += 16, m += 16, v += 16) {
    const g = v128.load(grad);
    const mean = f64x2.add(f64x2.mul(f64x2.splat(beta1), v128.load(m)), f64x2.mul(f64x2.splat(1 - beta1), g));
    const square = f64x2.mul(f64x2.mul(f64x2.splat(1 - beta2), g), g);
    const meanSquare = f64x2.add(f64x2.mul(f64x2.splat(beta2), v128.load(v)), square);
    const scale = f64x2.add(f64x2.div(f64x2.sqrt(meanSquare), f64x2.splat(root)), f64x2.splat(epsilon));
    v128.store(m, mean);
    v128.store(v, meanSquare);
    v128.store(value, f64x2.sub(v128.load(value), f64x2.div(f64x2.mul(f64x2.splat(rate), mean), scale)));
  }
}
