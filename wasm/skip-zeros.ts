// y ← a·b where many numbers of a are zero: behind ReLU about half of them, behind Dropout more, in pictures of digits most.
// Adding zero times a finite number never changes a sum, not even its sign: it starts at +0 and cannot become -0.
//
//   for each block of b (128 × 256), packed into panels of 16 columns             // [panel][half][k][8]
//     for each 32 rows of a
//       list where the numbers stand that are not zero                            // [row][address]
//       for each panel, for each row: 16 sums, held in 8 registers
//
// What bounds the inner loop is how many instructions the processor takes in a cycle: 16 columns share those that find a
// number and its row of b. Making the lists takes time too: it pays from about 3/8 zeros on.

import { ends, items, listNonZeros, transposed, transposedRow, transposeRows } from './non-zeros';
import { COLUMNS, HALF, packFinite, panels } from './pack-finite';

const DEPTH: usize = 128; // a panel stays in the first-level cache,
const WIDTH: usize = 256; // a packed block in the second-level cache
const ROWS: usize = 32;

const edge = memory.data(32 * 128, 64); // sums of a panel of which not all columns belong to y, or which y holds transposed
const EDGE: usize = COLUMNS * 8; // from one row of it to the next
const zeros = memory.data(128, 64);

/**
 * Like multiply, for k > 0; y may stand transposed: its element [i, j] lies at `y + i * yRow + j * yColumn`. Returns false
 * when b holds Infinity or NaN, for 0 times those is NaN; y is garbage then.
 */
export function skipZeros(
  m: usize, n: usize, k: usize,
  a: usize, aRow: usize, aColumn: usize,
  b: usize, bRow: usize, bColumn: usize,
  y: usize, yRow: usize, yColumn: usize,
): bool {
  for (let j: usize = 0; j < n; j += WIDTH) {
    const width = min(WIDTH, n - j);
    for (let p: usize = 0; p < k; p += DEPTH) {
      const depth = min(DEPTH, k - p);
      if (!packFinite(width, depth, b + p * bRow + j * bColumn, bRow, bColumn)) return false;
      for (let i: usize = 0; i < m; i += ROWS) {
        const height = min(ROWS, m - i);
        let from = a + i * aRow + p * aColumn, fromRow = aRow;
        if (aColumn != 8) {
          transposeRows(height, depth, from, aColumn);
          from = transposed;
          fromRow = transposedRow;
        }
        listNonZeros(height, depth, from, fromRow);
        for (let c: usize = 0; c < width; c += COLUMNS) {
          const panel = panels + (c / 8) * HALF, columns = min(COLUMNS, width - c);
          const at = y + i * yRow + (j + c) * yColumn;
          if (columns == COLUMNS && yColumn == 8) {
            addRows(height, from, fromRow, panel, p ? at : zeros, p ? yRow : 0, at, yRow);
          } else {
            if (p) copyPart(height, columns, at, yRow, yColumn, edge, EDGE, 8);
            const start = p ? edge : zeros, startRow = p ? EDGE : 0;
            if (columns > 4) addRows(height, from, fromRow, panel, start, startRow, edge, EDGE);
            else addNarrowRows(height, from, fromRow, panel, start, startRow, edge, EDGE);
            copyPart(height, columns, edge, EDGE, 8, at, yRow, yColumn);
          }
        }
      }
    }
  }
  return true;
}

function copyPart(
  height: usize, columns: usize,
  from: usize, fromRow: usize, fromColumn: usize,
  to: usize, toRow: usize, toColumn: usize,
): void {
  for (let r: usize = 0; r < height; r++, from += fromRow, to += toRow) {
    for (let c: usize = 0; c < columns; c++) f64.store(to + c * toColumn, f64.load(from + c * fromColumn));
  }
}

/** y ← start + what the listed numbers of a and a panel give: 16 sums of each row, held in 8 registers. */
function addRows(
  height: usize, a: usize, aRow: usize, panel: usize,
  start: usize, startRow: usize, y: usize, yRow: usize,
): void {
  let item = items;
  for (let r: usize = 0; r < height; r++, a += aRow, start += startRow, y += yRow) {
    let s0 = v128.load(start), s1 = v128.load(start, 16), s2 = v128.load(start, 32), s3 = v128.load(start, 48);
    let s4 = v128.load(start, 64), s5 = v128.load(start, 80), s6 = v128.load(start, 96), s7 = v128.load(start, 112);
    const shift = panel - (a << 3); // 8 bytes of a row of a go with 64 of the panel: one instruction makes b of at
    const end = load<usize>(ends + r * 4);
    do {
      const at = load<usize>(item);
      const x = v128.load_splat<u64>(at);
      const b = (at << 3) + shift;
      s0 = f64x2.add(s0, f64x2.mul(x, v128.load(b)));
      s1 = f64x2.add(s1, f64x2.mul(x, v128.load(b, 16)));
      s2 = f64x2.add(s2, f64x2.mul(x, v128.load(b, 32)));
      s3 = f64x2.add(s3, f64x2.mul(x, v128.load(b, 48)));
      if (b == 0) break; // never: a way out here keeps Node 20 and 22 from loading all 8 pairs first, for want of registers
      s4 = f64x2.add(s4, f64x2.mul(x, v128.load(b, HALF)));
      s5 = f64x2.add(s5, f64x2.mul(x, v128.load(b, HALF + 16)));
      s6 = f64x2.add(s6, f64x2.mul(x, v128.load(b, HALF + 32)));
      s7 = f64x2.add(s7, f64x2.mul(x, v128.load(b, HALF + 48)));
      item += 4;
    } while (item != end);
    v128.store(y, s0);
    v128.store(y, s1, 16);
    v128.store(y, s2, 32);
    v128.store(y, s3, 48);
    v128.store(y, s4, 64);
    v128.store(y, s5, 80);
    v128.store(y, s6, 96);
    v128.store(y, s7, 112);
  }
}

/** The same for 4 columns. */
function addNarrowRows(
  height: usize, a: usize, aRow: usize, panel: usize,
  start: usize, startRow: usize, y: usize, yRow: usize,
): void {
  let item = items;
  for (let r: usize = 0; r < height; r++, a += aRow, start += startRow, y += yRow) {
    let s0 = v128.load(start), s1 = v128.load(start, 16);
    const shift = panel - (a << 3);
    const end = load<usize>(ends + r * 4);
    do {
      const at = load<usize>(item);
      const x = v128.load_splat<u64>(at);
      const b = (at << 3) + shift;
      s0 = f64x2.add(s0, f64x2.mul(x, v128.load(b)));
      s1 = f64x2.add(s1, f64x2.mul(x, v128.load(b, 16)));
      item += 4;
    } while (item != end);
    v128.store(y, s0);
    v128.store(y, s1, 16);
  }
}
