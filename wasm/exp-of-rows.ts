// e ← exp(z - the largest of its row): src/losses/softmax.ts. The exponential is the one of src/tensor/math.ts, operation by
// operation (FreeBSD's e_exp.c), for numbers of at most 0 and two at a time.

const lowest: f64 = -708; // below it, exp(x) may have fewer than 53 bits

/** Returns false when a difference is below `lowest` or no number; e is garbage then. */
export function expOfRows(count: usize, classes: usize, z: usize, e: usize): bool {
  const end = e + count * 8;
  let to = e;
  while (to != end) {
    let top = f64.load(z);
    for (let j: usize = 8; j < classes * 8; j += 8) top = max(top, f64.load(z + j));
    for (const row = to + classes * 8; to != row; z += 8, to += 8) f64.store(to, f64.load(z) - top);
  }
  if (count & 1) f64.store(end, 0); // the second of the last pair: the cache line of an odd count has room for it
  let least = f64x2.splat(0);
  for (; e < end; e += 16) {
    const x = v128.load(e);
    least = f64x2.min(least, x);
    v128.store(e, exp(x));
  }
  return f64x2.extract_lane(least, 0) >= lowest && f64x2.extract_lane(least, 1) >= lowest;
}

/** eˣ = 2ᵏ eʳ, with r = x - k ln 2 in two parts, high and low, and a polynomial for eʳ. */
// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  const k = f64x2.trunc(f64x2.sub(f64x2.mul(f64x2.splat(1.4426950408889634), x), f64x2.splat(0.5)));
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(0.6931471803691238)));
  const low = f64x2.mul(k, f64x2.splat(1.9082149292705877e-10));
  const r = f64x2.sub(high, low), t = f64x2.mul(r, r);
  let p = f64x2.add(f64x2.splat(-0.0000016533902205465252), f64x2.mul(t, f64x2.splat(4.1381367970572385e-8)));
  p = f64x2.add(f64x2.splat(0.00006613756321437934), f64x2.mul(t, p));
  p = f64x2.add(f64x2.splat(-0.0027777777777015593), f64x2.mul(t, p));
  p = f64x2.add(f64x2.splat(0.16666666666666602), f64x2.mul(t, p));
  const c = f64x2.sub(r, f64x2.mul(t, p));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(f64x2.splat(2), c));
  const y = f64x2.sub(f64x2.splat(1), f64x2.sub(f64x2.sub(low, quotient), high));
  const exponent = i64x2.shl(i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k)), 52);
  const nearZero = f64x2.gt(x, f64x2.splat(-3.725290298461914e-9)); // -2⁻²⁸
  return v128.bitselect(f64x2.add(f64x2.splat(1), x), i64x2.add(y, exponent), nearZero);
}
