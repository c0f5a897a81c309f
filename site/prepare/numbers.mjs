// Numbers of a figure → the digits that a table shows.

/** Four significant digits, with an exponent and three where zeros would fill the cell; text stays as it is. */
export function shortNumber(value) {
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value ?? '');
  const size = Math.abs(value);
  return size >= 1e-4 && size < 1e6 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
}

/** At most `count` whole numbers below `length`, evenly spread, the first and the last among them. */
export function spread(length, count) {
  if (length <= count) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: count }, (_, i) => Math.round((i * (length - 1)) / (count - 1)));
}
