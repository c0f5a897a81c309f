// a message of the compiler → what to do about it in a cell, where the message alone does not say it
'use strict';

const awaitIsMissing = 'Is `await` missing before the call that makes this promise?';

const hints = [
  {
    codes: [2304, 2552], // Cannot find name …
    // `n = 10` for a new n, as in Python
    hint: (rest) => (/^[\w$]+\s*=(?![=>])/.test(rest) ? `Declare it: let ${rest.split('\n')[0]}` : undefined),
  },
  {
    codes: [2322, 2339, 2345, 2488, 2551, 2740, 2741], // Property … does not exist on type 'Promise<History>', and the like
    hint: (rest, message) => (/type 'Promise</i.test(message) ? awaitIsMissing : undefined),
  },
  {
    codes: [1108], // A 'return' statement can only be used within a function body
    hint: () => 'A cell shows the value of its last line: leave `return` out.',
  },
  {
    codes: [2742, 7056, ...Array.from({ length: 100 }, (_, i) => 4020 + i)], // … cannot be named, … may not be private
    hint: () =>
      'Later cells must know the type of every name: give this one a type that can be written down, if need be `any`.',
  },
];

/** A sentence for a message with the number `code`, or undefined; `rest` is the cell from there on. */
function hintFor(code, rest, message) {
  return hints.find(({ codes }) => codes.includes(code))?.hint(rest, message);
}

module.exports = { hintFor };
