// The largest number of a window, two channels at a time: src/layers/max-pool2d.ts.

/**
 * y ← for each channel the largest of `rows` × `columns` numbers of x, NaN before all others; places ← where in x it stands,
 * the first of equal ones. The window begins at element `first`; `rowStep` elements lie between its rows.
 */
export function maxOfWindow(
  x: usize, first: usize, rows: usize, columns: usize, rowStep: usize, channels: usize,
  y: usize, places: usize,
): void {
  const step = f64x2.splat(<f64>channels);
  for (let c: usize = 0; c < channels; c += 2) {
    const both = c + 1 < channels; // else the other lane belongs to the next place, or to nothing
    let corner = first + c;
    let best = both ? v128.load(x + corner * 8) : v128.load64_zero(x + corner * 8);
    let place = f64x2(<f64>corner, <f64>(corner + 1));
    for (let r: usize = 0; r < rows; r++) {
      let here = f64x2(<f64>corner, <f64>(corner + 1));
      let from = x + corner * 8;
      for (let q: usize = 0; q < columns; q++) {
        const value = both ? v128.load(from) : v128.load64_zero(from);
        const larger = v128.or(f64x2.gt(value, best), f64x2.ne(value, value));
        best = v128.bitselect(value, best, larger);
        place = v128.bitselect(here, place, larger);
        here = f64x2.add(here, step);
        from += channels * 8;
      }
      corner += rowStep;
    }
    if (both) {
      v128.store(y + c * 8, best);
      v128.store(places + c * 8, place);
    } else {
      f64.store(y + c * 8, f64x2.extract_lane(best, 0));
      f64.store(places + c * 8, f64x2.extract_lane(place, 0));
    }
  }
}

/** x[places[i]] ← x[places[i]] + d[i], in the order of i. */
export function addAtPlaces(count: usize, places: usize, d: usize, x: usize): void {
  for (const end = places + count * 8; places != end; places += 8, d += 8) {
    const at = x + <usize>f64.load(places) * 8;
    f64.store(at, f64.load(at) + f64.load(d));
  }
}
