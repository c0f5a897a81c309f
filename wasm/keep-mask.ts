// mask ← 0 or `kept`: the hash of src/layers/keep-mask.ts, of four places at a time.

/** Element i is kept when the hash of i and the keys, as an unsigned number, is at least `threshold`. */
export function keepMask(count: usize, mask: usize, key0: i32, key1: i32, threshold: i32, kept: f64): void {
  let place = i32x4(0, 1, 2, 3);
  for (const end = mask + count * 8; mask < end; mask += 32) {
    const hash = mix(i32x4.add(mix(v128.xor(place, i32x4.splat(key0))), i32x4.splat(key1)));
    const keep = i32x4.ge_u(hash, i32x4.splat(threshold)); // all ones or all zeros in each lane
    v128.store(mask, v128.and(f64x2.splat(kept), i64x2.extend_low_i32x4_s(keep)));
    v128.store(mask, v128.and(f64x2.splat(kept), i64x2.extend_high_i32x4_s(keep)), 16);
    place = i32x4.add(place, i32x4.splat(4));
  }
}

// @ts-ignore: decorator
@inline
function mix(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}
