// A block of b → panels of 16 columns, for wasm/skip-zeros.ts: what a number of a is multiplied with stands side by side.

export const COLUMNS: usize = 16; // of a panel
export const STEP: usize = 64; // from one row of its left half to the next
export const HALF: usize = 128 * STEP; // from there to its right half, which has rows of its own

/** 16 panels of 128 rows. */
export const panels = memory.data(16 * 128 * 128, 64);

/**
 * panel[0][p][0..7] and panel[1][p][0..7] ← b[p, j..j+15]. Returns whether all are finite: 0 times a number is NaN when it
 * is not.
 */
export function packFinite(width: usize, depth: usize, b: usize, bRow: usize, bColumn: usize): bool {
  let faults = f64x2.splat(0);
  for (let j: usize = 0, to = panels; j < width; j += 8, to += HALF) {
    const from = b + j * bColumn, columns = min<usize>(8, width - j);
    if (columns < 8) faults = v128.or(faults, packEdge(columns, depth, from, bRow, bColumn, to));
    else if (bColumn == 8) faults = v128.or(faults, packRows(depth, from, bRow, to));
    else faults = v128.or(faults, packTransposed(depth, from, bColumn, to));
  }
  return !v128.any_true(f64x2.ne(faults, faults));
}

function packRows(depth: usize, from: usize, bRow: usize, to: usize): v128 {
  let faults = f64x2.splat(0);
  for (const end = from + depth * bRow; from != end; from += bRow, to += STEP) {
    const p0 = v128.load(from), p1 = v128.load(from, 16), p2 = v128.load(from, 32), p3 = v128.load(from, 48);
    v128.store(to, p0);
    v128.store(to, p1, 16);
    v128.store(to, p2, 32);
    v128.store(to, p3, 48);
    const left = v128.or(f64x2.mul(p0, f64x2.splat(0)), f64x2.mul(p1, f64x2.splat(0)));
    const right = v128.or(f64x2.mul(p2, f64x2.splat(0)), f64x2.mul(p3, f64x2.splat(0)));
    faults = v128.or(faults, v128.or(left, right));
  }
  return faults;
}

/** Two numbers of two columns at a time, where the numbers of a column lie side by side. */
function packTransposed(depth: usize, from: usize, bColumn: usize, to: usize): v128 {
  let faults = f64x2.splat(0);
  for (const end = from + (depth & ~1) * 8; from != end; from += 16, to += 2 * STEP) {
    for (let c: usize = 0, column = from; c < STEP; c += 16, column += 2 * bColumn) {
      const first = v128.load(column), second = v128.load(column + bColumn);
      v128.store(to + c, v128.shuffle<f64>(first, second, 0, 2));
      v128.store(to + c, v128.shuffle<f64>(first, second, 1, 3), STEP);
      faults = v128.or(faults, v128.or(f64x2.mul(first, f64x2.splat(0)), f64x2.mul(second, f64x2.splat(0))));
    }
  }
  return depth & 1 ? v128.or(faults, packEdge(8, 1, from, 8, bColumn, to)) : faults;
}

function packEdge(columns: usize, depth: usize, from: usize, bRow: usize, bColumn: usize, to: usize): v128 {
  let faults = f64x2.splat(0);
  for (const end = from + depth * bRow; from != end; from += bRow, to += STEP) {
    for (let c: usize = 0; c < columns; c++) {
      const x = v128.load_splat<u64>(from + c * bColumn);
      v128.store(to + c * 8, x); // twice: the next one overwrites the second
      faults = v128.or(faults, f64x2.mul(x, f64x2.splat(0)));
    }
  }
  return faults;
}
