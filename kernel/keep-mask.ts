// mask ← 0 or `kept`, as src/layers/keep-mask.ts draws it: a hash of the place i, so that four can be made at a time.

/** Element i is kept when the hash of i and the keys, as an unsigned number, is at least `threshold`. */
export function keepMask(count: usize, mask: usize, key0: i32, key1: i32, threshold: u32, kept: f64): void {
  const scale = f64x2.splat(kept);
  const limit = i32x4.splat(threshold), k0 = i32x4.splat(key0), k1 = i32x4.splat(key1);
  let place = i32x4(0, 1, 2, 3);
  for (let i: usize = 0; i < count; i += 4) {
    const hash = mix(i32x4.add(mix(v128.xor(place, k0)), k1));
    const keep = i32x4.ge_u(hash, limit); // all ones or all zeros in each lane
    const low = v128.and(scale, i64x2.extend_low_i32x4_s(keep));
    const high = v128.and(scale, i64x2.extend_high_i32x4_s(keep));
    const to = mask + i * 8;
    if (i + 4 <= count) {
      v128.store(to, low);
      v128.store(to, high, 16);
    } else {
      f64.store(to, f64x2.extract_lane(low, 0));
      if (i + 1 < count) f64.store(to, f64x2.extract_lane(low, 1), 8);
      if (i + 2 < count) f64.store(to, f64x2.extract_lane(high, 0), 16);
    }
    place = i32x4.add(place, i32x4.splat(4));
  }
}

/** lowbias32 (Chris Wellons, 2018): a bijection of 32-bit numbers in which each input bit changes each output bit. */
// @ts-ignore: decorator
@inline
function mix(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}
