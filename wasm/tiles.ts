// y ← a·b, every product computed:
//
//   for each block of b (256 × 256, so that it stays in the second-level cache)
//     pack it into panels of 4 columns                        // [panel][k][4]
//     for each 4 rows of a
//       pack them, every number twice                         // [k][4][2]
//       for each panel: a tile of 4 × 4 sums, held in 8 registers
//
// Packing reads along any strides, so a transposed operand costs nothing extra, and fills up the edges with zeros.

const BLOCK: usize = 256;

const panels = memory.data(256 * 256 * 8, 64); // the packed block of b
const rows = memory.data(256 * 64, 64); // 4 packed rows of a
const edge = memory.data(128, 64); // a tile of which only a part belongs to y
const zeros = memory.data(32, 64);

/** Like multiply, for k > 0. */
export function tiles(
  m: usize, n: usize, k: usize,
  a: usize, aRow: usize, aColumn: usize,
  b: usize, bRow: usize, bColumn: usize,
  y: usize,
): void {
  for (let j: usize = 0; j < n; j += BLOCK) {
    const width = min(BLOCK, n - j);
    for (let p: usize = 0; p < k; p += BLOCK) {
      const depth = min(BLOCK, k - p);
      packPanels(width, depth, b + p * bRow + j * bColumn, bRow, bColumn);
      for (let i: usize = 0; i < m; i += 4) {
        const height = min<usize>(4, m - i);
        rowOfTiles(height, width, depth, a + i * aRow + p * aColumn, aRow, aColumn, y + (i * n + j) * 8, n * 8, p == 0);
      }
    }
  }
}

/** Columns of b, four and four side by side: panel[p][0..3] = b[p, j..j+3]. */
function packPanels(width: usize, depth: usize, b: usize, bRow: usize, bColumn: usize): void {
  let to = panels;
  for (let j: usize = 0; j < width; j += 4) {
    const c0 = b + j * bColumn, c1 = c0 + bColumn, c2 = c1 + bColumn, c3 = c2 + bColumn;
    const left = width - j;
    for (let from: usize = 0, end = depth * bRow; from != end; from += bRow) {
      if (left >= 4 && bColumn == 8) {
        v128.store(to, v128.load(c0 + from));
        v128.store(to, v128.load(c0 + from, 16), 16);
      } else if (left >= 4) {
        v128.store(to, v128.load64_lane(c1 + from, v128.load64_zero(c0 + from), 1));
        v128.store(to, v128.load64_lane(c3 + from, v128.load64_zero(c2 + from), 1), 16);
      } else {
        f64.store(to, f64.load(c0 + from));
        f64.store(to, left > 1 ? f64.load(c1 + from) : 0, 8);
        f64.store(to, left > 2 ? f64.load(c2 + from) : 0, 16);
        f64.store(to, 0, 24);
      }
      to += 32;
    }
  }
}

/** Up to 4 rows of a times every packed panel. The sums start at 0 in the first block of k, else go on. */
function rowOfTiles(
  height: usize, width: usize, depth: usize,
  a: usize, aRow: usize, aColumn: usize,
  y: usize, yRow: usize, first: bool,
): void {
  const a1 = height > 1 ? a + aRow : a, a2 = height > 2 ? a1 + aRow : a, a3 = height > 3 ? a2 + aRow : a;
  if (width > 2) packRows(depth, a, a1, a2, a3, aColumn);
  let panel = panels;
  for (let j: usize = 0; j < width; j += 4) {
    const columns = min<usize>(4, width - j);
    if (height == 4 && columns == 4) {
      if (first) tile(depth, panel, zeros, 0, y, yRow);
      else tile(depth, panel, y, yRow, y, yRow);
    } else {
      copyPart(height, columns, first ? zeros : y, first ? 0 : yRow, edge, 32);
      if (columns > 2) tile(depth, panel, edge, 32, edge, 32);
      else narrowTile(depth, a, a1, a2, a3, aColumn, panel);
      copyPart(height, columns, edge, 32, y, yRow);
    }
    panel += depth * 32;
    y += 32;
  }
}

/** Rows that begin `fromRow` and `toRow` bytes after one another. */
function copyPart(height: usize, columns: usize, from: usize, fromRow: usize, to: usize, toRow: usize): void {
  for (let r: usize = 0; r < height; r++, from += fromRow, to += toRow) {
    for (let c: usize = 0; c < columns * 8; c += 8) f64.store(to + c, f64.load(from + c));
  }
}

/** Rows of a, every number twice, so that the tile loads it as a pair: rows[p][r] = (a[i+r, p], a[i+r, p]). */
function packRows(depth: usize, a0: usize, a1: usize, a2: usize, a3: usize, aColumn: usize): void {
  for (let to: usize = rows, end = rows + depth * 64, from: usize = 0; to != end; to += 64, from += aColumn) {
    v128.store(to, v128.load_splat<u64>(a0 + from));
    v128.store(to, v128.load_splat<u64>(a1 + from), 16);
    v128.store(to, v128.load_splat<u64>(a2 + from), 32);
    v128.store(to, v128.load_splat<u64>(a3 + from), 48);
  }
}

/** 4 × 2 sums, for the last columns of b: too few to make it worth packing a. Adds to the numbers in `edge`. */
function narrowTile(depth: usize, a0: usize, a1: usize, a2: usize, a3: usize, aColumn: usize, panel: usize): void {
  let s0 = v128.load(edge), s1 = v128.load(edge, 32), s2 = v128.load(edge, 64), s3 = v128.load(edge, 96);
  for (const end = panel + depth * 32; panel != end; panel += 32) {
    const b = v128.load(panel);
    s0 = f64x2.add(s0, f64x2.mul(v128.load_splat<u64>(a0), b));
    s1 = f64x2.add(s1, f64x2.mul(v128.load_splat<u64>(a1), b));
    s2 = f64x2.add(s2, f64x2.mul(v128.load_splat<u64>(a2), b));
    s3 = f64x2.add(s3, f64x2.mul(v128.load_splat<u64>(a3), b));
    a0 += aColumn;
    a1 += aColumn;
    a2 += aColumn;
    a3 += aColumn;
  }
  v128.store(edge, s0);
  v128.store(edge, s1, 32);
  v128.store(edge, s2, 64);
  v128.store(edge, s3, 96);
}

/** 4 × 4 sums: 8 registers of 2. Not unrolled along k: the compiler then keeps all of it in registers. */
// @ts-ignore: decorator
@inline
function tile(depth: usize, panel: usize, start: usize, startRow: usize, y: usize, yRow: usize): void {
  let s00 = v128.load(start), s01 = v128.load(start, 16);
  start += startRow;
  let s10 = v128.load(start), s11 = v128.load(start, 16);
  start += startRow;
  let s20 = v128.load(start), s21 = v128.load(start, 16);
  start += startRow;
  let s30 = v128.load(start), s31 = v128.load(start, 16);

  let row: usize = rows;
  const end: usize = rows + depth * 64;
  do {
    const b0 = v128.load(panel), b1 = v128.load(panel, 16);
    const a0 = v128.load(row);
    s00 = f64x2.add(s00, f64x2.mul(a0, b0));
    s01 = f64x2.add(s01, f64x2.mul(a0, b1));
    const a1 = v128.load(row, 16);
    s10 = f64x2.add(s10, f64x2.mul(a1, b0));
    s11 = f64x2.add(s11, f64x2.mul(a1, b1));
    const a2 = v128.load(row, 32);
    s20 = f64x2.add(s20, f64x2.mul(a2, b0));
    s21 = f64x2.add(s21, f64x2.mul(a2, b1));
    const a3 = v128.load(row, 48);
    s30 = f64x2.add(s30, f64x2.mul(a3, b0));
    s31 = f64x2.add(s31, f64x2.mul(a3, b1));
    row += 64;
    panel += 32;
  } while (row != end);

  v128.store(y, s00);
  v128.store(y, s01, 16);
  y += yRow;
  v128.store(y, s10);
  v128.store(y, s11, 16);
  y += yRow;
  v128.store(y, s20);
  v128.store(y, s21, 16);
  y += yRow;
  v128.store(y, s30);
  v128.store(y, s31, 16);
}
