// value, m, v ← one step of Adam, to the bit what src/optimizers/adam.ts computes: each lane does the same operations in
// the same order.

/** `count` numbers each; `rate1` is the learning rate over 1 - β₁ᵗ, `root2` is √(1 - β₂ᵗ). */
export function adam(
  count: usize, value: usize, grad: usize, m: usize, v: usize,
  beta1: f64, beta2: f64, epsilon: f64, rate1: f64, root2: f64,
): void {
  const old1 = f64x2.splat(beta1), new1 = f64x2.splat(1 - beta1);
  const old2 = f64x2.splat(beta2), new2 = f64x2.splat(1 - beta2);
  const root = f64x2.splat(root2), tiny = f64x2.splat(epsilon), rate = f64x2.splat(rate1);
  const pairs = count * 8 & ~15;
  for (let i: usize = 0; i < pairs; i += 16) {
    const g = v128.load(grad + i);
    const m1 = f64x2.add(f64x2.mul(old1, v128.load(m + i)), f64x2.mul(new1, g));
    const v1 = f64x2.add(f64x2.mul(old2, v128.load(v + i)), f64x2.mul(f64x2.mul(new2, g), g));
    const scale = f64x2.add(f64x2.div(f64x2.sqrt(v1), root), tiny);
    v128.store(m + i, m1);
    v128.store(v + i, v1);
    v128.store(value + i, f64x2.sub(v128.load(value + i), f64x2.div(f64x2.mul(rate, m1), scale)));
  }
  if (count & 1) {
    const g = f64.load(grad + pairs);
    const m1 = beta1 * f64.load(m + pairs) + (1 - beta1) * g;
    const v1 = beta2 * f64.load(v + pairs) + (1 - beta2) * g * g;
    f64.store(m + pairs, m1);
    f64.store(v + pairs, v1);
    f64.store(value + pairs, f64.load(value + pairs) - (rate1 * m1) / (sqrt(v1) / root2 + epsilon));
  }
}
