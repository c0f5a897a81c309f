// y ← a·b where many numbers of a are zero: behind ReLU about half of them, behind Dropout more, in pictures of digits most.
// Adding zero times a finite number never changes a sum, not even its sign: it starts at +0 and cannot become -0.
//
//   for each block of b (128 × 256), packed into panels of 12 columns             // [panel][k][12]
//     for each 32 rows of a
//       list the numbers that are not zero, each with the place of its row of b   // [row][(number, offset)]
//       for each panel, for each row: 12 sums, held in 6 registers
//
// 6 registers and not 8, with which Node 20 and 22 would keep some of the sums in memory. A number of the list takes longer
// than in kernel/tiles.ts, and so does making the list: it pays from about 3/8 zeros on.

import { copyPart } from './tiles';

const DEPTH: usize = 128; // a panel stays in the first-level cache,
const WIDTH: usize = 256; // a packed block in the second-level cache
const ROWS: usize = 32;
const COLUMNS: usize = 12; // of a panel
const STEP: usize = COLUMNS * 8; // from one row of it to the next

const panels = memory.data(128 * 22 * 96 + 16, 64); // 22 panels; the last number of an edge is stored twice
const items = memory.data(32 * 129 * 16, 64); // 16 bytes each: a number and an offset
const ends = memory.data(32 * 4, 64); // where the list of each row ends
const edge = memory.data(32 * 96, 64); // sums of a panel of which not all columns belong to y

/** Like multiply, for k > 0. Returns false when b holds Infinity or NaN, for 0 times those is NaN; y is garbage then. */
export function skipZeros(
  m: usize, n: usize, k: usize,
  a: usize, aRow: usize, aColumn: usize,
  b: usize, bRow: usize, bColumn: usize,
  y: usize,
): bool {
  memory.fill(y, 0, m * n * 8);
  for (let j: usize = 0; j < n; j += WIDTH) {
    const width = min(WIDTH, n - j);
    for (let p: usize = 0; p < k; p += DEPTH) {
      const depth = min(DEPTH, k - p);
      if (!packFinite(width, depth, b + p * bRow + j * bColumn, bRow, bColumn)) return false;
      for (let i: usize = 0; i < m; i += ROWS) {
        const height = min(ROWS, m - i);
        listNonZeros(height, depth, a + i * aRow + p * aColumn, aRow, aColumn);
        for (let c: usize = 0; c < width; c += COLUMNS) {
          const panel = panels + c * depth * 8, at = y + (i * n + j + c) * 8, columns = width - c;
          if (columns >= COLUMNS) {
            addRows(height, panel, at, n * 8);
          } else {
            copyPart(height, columns, at, n * 8, edge, STEP);
            if (columns > 4) addRows(height, panel, edge, STEP);
            else addNarrowRows(height, panel, edge, STEP);
            copyPart(height, columns, edge, STEP, at, n * 8);
          }
        }
      }
    }
  }
  return true;
}

/** Columns of b, 12 side by side: panel[p][0..11] = b[p, j..j+11]. Returns whether all are finite. */
function packFinite(width: usize, depth: usize, b: usize, bRow: usize, bColumn: usize): bool {
  let faults = f64x2.splat(0); // 0 times a number is NaN when it is not finite
  let to = panels;
  for (let j: usize = 0; j < width; j += COLUMNS) {
    const left = width - j;
    for (let from = b + j * bColumn, end = from + depth * bRow; from != end; from += bRow, to += STEP) {
      if (left >= COLUMNS) {
        faults = v128.or(faults, packPair(from, bColumn, to));
        faults = v128.or(faults, packPair(from + 2 * bColumn, bColumn, to + 16));
        faults = v128.or(faults, packPair(from + 4 * bColumn, bColumn, to + 32));
        faults = v128.or(faults, packPair(from + 6 * bColumn, bColumn, to + 48));
        faults = v128.or(faults, packPair(from + 8 * bColumn, bColumn, to + 64));
        faults = v128.or(faults, packPair(from + 10 * bColumn, bColumn, to + 80));
      } else {
        for (let c: usize = 0; c < left; c++) faults = v128.or(faults, packPair(from + c * bColumn, 0, to + c * 8));
      }
    }
  }
  return !v128.any_true(f64x2.ne(faults, faults));
}

/** Two numbers of b; the second lies `bColumn` bytes behind the first. */
// @ts-ignore: decorator
@inline
function packPair(from: usize, bColumn: usize, to: usize): v128 {
  const pair = v128.load64_lane(from + bColumn, v128.load64_zero(from), 1);
  v128.store(to, pair);
  return f64x2.mul(pair, f64x2.splat(0));
}

/**
 * At least one item for each row, so that the loop over them needs no test before it. Each number is written, and where it
 * is zero the next one takes its place: no branch that the processor could guess wrong.
 */
function listNonZeros(height: usize, depth: usize, a: usize, aRow: usize, aColumn: usize): void {
  const zero = f64x2.splat(0);
  let item = items;
  for (let r: usize = 0; r < height; r++, a += aRow) {
    const first = item;
    let from = a, offsets = i64x2(0, STEP);
    for (const end = a + (depth & ~1) * aColumn; from != end; from += 2 * aColumn) {
      const pair = v128.load64_lane(from + aColumn, v128.load64_zero(from), 1);
      const kept = <usize>i64x2.bitmask(f64x2.ne(pair, zero));
      v128.store(item, v128.shuffle<f64>(pair, offsets, 0, 2));
      item += (kept & 1) << 4;
      v128.store(item, v128.shuffle<f64>(pair, offsets, 1, 3));
      item += (kept & 2) << 3;
      offsets = i64x2.add(offsets, i64x2.splat(2 * STEP));
    }
    if (depth & 1) {
      const last = v128.load64_zero(from);
      v128.store(item, v128.shuffle<f64>(last, offsets, 0, 2));
      item += <usize>(i64x2.bitmask(f64x2.ne(last, zero)) & 1) << 4;
    }
    if (item == first) {
      v128.store(item, zero);
      item += 16;
    }
    store<usize>(ends + r * 4, item);
  }
}

/** y ← y + what the listed numbers and a panel give: 12 sums of each row, held in 6 registers. */
function addRows(height: usize, panel: usize, y: usize, yRow: usize): void {
  let item = items;
  for (let r: usize = 0; r < height; r++, y += yRow) {
    let s0 = v128.load(y), s1 = v128.load(y, 16), s2 = v128.load(y, 32);
    let s3 = v128.load(y, 48), s4 = v128.load(y, 64), s5 = v128.load(y, 80);
    const end = load<usize>(ends + r * 4);
    do {
      const x = v128.load_splat<u64>(item);
      const b = panel + load<usize>(item, 8);
      s0 = f64x2.add(s0, f64x2.mul(x, v128.load(b)));
      s1 = f64x2.add(s1, f64x2.mul(x, v128.load(b, 16)));
      s2 = f64x2.add(s2, f64x2.mul(x, v128.load(b, 32)));
      s3 = f64x2.add(s3, f64x2.mul(x, v128.load(b, 48)));
      s4 = f64x2.add(s4, f64x2.mul(x, v128.load(b, 64)));
      s5 = f64x2.add(s5, f64x2.mul(x, v128.load(b, 80)));
      item += 16;
    } while (item != end);
    v128.store(y, s0);
    v128.store(y, s1, 16);
    v128.store(y, s2, 32);
    v128.store(y, s3, 48);
    v128.store(y, s4, 64);
    v128.store(y, s5, 80);
  }
}

/** The same for 4 columns. */
function addNarrowRows(height: usize, panel: usize, y: usize, yRow: usize): void {
  let item = items;
  for (let r: usize = 0; r < height; r++, y += yRow) {
    let s0 = v128.load(y), s1 = v128.load(y, 16);
    const end = load<usize>(ends + r * 4);
    do {
      const x = v128.load_splat<u64>(item);
      const b = panel + load<usize>(item, 8);
      s0 = f64x2.add(s0, f64x2.mul(x, v128.load(b)));
      s1 = f64x2.add(s1, f64x2.mul(x, v128.load(b, 16)));
      item += 16;
    } while (item != end);
    v128.store(y, s0);
    v128.store(y, s1, 16);
  }
}
