// Rows of a → where in them the numbers stand that are not zero: the lists that wasm/skip-zeros.ts works through.

/** Addresses of numbers, 4 bytes each, of up to 32 rows of up to 128 numbers. */
export const items = memory.data(32 * 128 * 4, 64);
/** Where in `items` the list of each row ends and the next begins. */
export const ends = memory.data(32 * 4, 64);

/** Rows of a that stood transposed. */
export const transposed = memory.data(32 * 1088, 64);
/** From one of them to the next: 128 numbers, and a cache line more, for rows 1024 apart would share few sets of the cache. */
export const transposedRow: usize = 1088;

/** transposed[r][p] ← a[p][r], where rows of a lie `aColumn` bytes apart. */
export function transposeRows(height: usize, depth: usize, a: usize, aColumn: usize): void {
  const even = height & ~1;
  for (let p: usize = 0; p < depth; p += 2, a += 2 * aColumn) {
    const next = p + 1 < depth ? aColumn : 0; // the last of an odd number is stored twice; nobody reads the second
    let to = transposed + p * 8;
    for (let from = a, end = a + even * 8; from != end; from += 16, to += 2 * transposedRow) {
      const first = v128.load(from), second = v128.load(from + next);
      v128.store(to, v128.shuffle<f64>(first, second, 0, 2));
      v128.store(to + transposedRow, v128.shuffle<f64>(first, second, 1, 3));
    }
    if (even != height) v128.store(to, v128.load64_lane(a + next + even * 8, v128.load64_zero(a + even * 8), 1));
  }
}

/** For each set of 4 numbers that are not zero, as bits: how many bytes behind the first of the 4 they stand. */
const places = memory.data<i32>([
  0, 0, 0, 0,    0, 0, 0, 0,    8, 0, 0, 0,    0, 8, 0, 0,
  16, 0, 0, 0,   0, 16, 0, 0,   8, 16, 0, 0,   0, 8, 16, 0,
  24, 0, 0, 0,   0, 24, 0, 0,   8, 24, 0, 0,   0, 8, 24, 0,
  16, 24, 0, 0,  0, 16, 24, 0,  8, 16, 24, 0,  0, 8, 16, 24,
], 16);

/**
 * items, ends ← the lists of rows of a, at least one item for each row, so that the loop over them needs no test before it.
 * Four places are written at a time, and the next four begin behind those that were meant: no branch that the processor
 * could guess wrong.
 */
export function listNonZeros(height: usize, depth: usize, a: usize, aRow: usize): void {
  const zero = f64x2.splat(0);
  let item = items;
  for (let r: usize = 0; r < height; r++, a += aRow) {
    const first = item;
    let from = a, addresses = i32x4.splat(<i32>a);
    for (const end = a + (depth & ~3) * 8; from != end; from += 32) {
      const low = f64x2.ne(v128.load(from), zero), high = f64x2.ne(v128.load(from, 16), zero);
      const kept = i32x4.bitmask(v128.shuffle<i32>(low, high, 0, 2, 4, 6));
      v128.store(item, i32x4.add(addresses, v128.load(places + (kept << 4))));
      item += <usize>popcnt(kept) << 2;
      addresses = i32x4.add(addresses, i32x4.splat(32));
    }
    for (const end = a + depth * 8; from != end; from += 8) {
      store<usize>(item, from);
      item += <usize>(f64.load(from) != 0) << 2;
    }
    if (item == first) {
      store<usize>(item, a);
      item += 4;
    }
    store<usize>(ends + r * 4, item);
  }
}
