// Loops over the rows of a matrix, two columns at a time: src/layers/dense.ts.

/** y ← y + b, on each of `rows` rows of `units` numbers. */
export function addToRows(rows: usize, units: usize, y: usize, b: usize): void {
  const pairs = (units * 8) & ~15;
  for (let i: usize = 0; i < rows; i++) {
    for (let j: usize = 0; j < pairs; j += 16) v128.store(y + j, f64x2.add(v128.load(y + j), v128.load(b + j)));
    if (units & 1) f64.store(y + pairs, f64.load(y + pairs) + f64.load(b + pairs));
    y += units * 8;
  }
}

/** db ← the sum of the rows of dy, added from the first to the last. */
export function sumRows(rows: usize, units: usize, dy: usize, db: usize): void {
  memory.fill(db, 0, units * 8);
  for (let i: usize = 0; i < rows; i++) {
    addToRows(1, units, db, dy);
    dy += units * 8;
  }
}
