// Elementary functions with the same bits on every runtime.
//
// Math.exp, Math.log, Math.sin and Math.cos differ in the last bit between Node and browsers, and Math.pow between Node
// versions; a trained network amplifies one bit into another curve. These are ports of FreeBSD's fdlibm in plain
// JavaScript arithmetic, which IEEE 754 fixes to the bit. Math.sqrt, Math.abs, Math.floor, Math.min and Math.max are exact
// everywhere and need no port.

import cosine from '@stdlib/math-base-special-cos';
import exponential from '@stdlib/math-base-special-exp';
import naturalLog from '@stdlib/math-base-special-ln';
import sine from '@stdlib/math-base-special-sin';
import { requireOption } from '../errors';

/** eˣ */
export const exp: (x: number) => number = exponential;
/** The natural logarithm; `log(0)` is -Infinity, of a negative number NaN. */
export const log: (x: number) => number = naturalLog;
/** The sine of an angle in radians. */
export const sin: (x: number) => number = sine;
/** The cosine of an angle in radians. */
export const cos: (x: number) => number = cosine;

/**
 * A whole power, `xⁿ`, as a running product: `x ** n` differs between versions of Node.
 *
 * @param n a whole number of at least 0
 * @throws OptionError when n is another number
 */
export function power(x: number, n: number): number {
  requireOption(
    Number.isInteger(n) && n >= 0,
    'power: n must be a whole number of at least 0',
    n,
    'use Math.sqrt or a division',
  );
  let product = 1;
  for (let i = 0; i < n; i++) product *= x;
  return product;
}
