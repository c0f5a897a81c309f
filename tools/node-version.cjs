// A Node on which this project does not work → a sentence that says which one does, and the end of the command.
// package.json loads it before every command (`node -r ./tools/node-version.cjs …`); any Node since 4 can read it.
'use strict';

const wanted = require('../package.json').engines.node; // a list such as `^20.19.0 || >=22.12.0`
const current = process.versions.node;

const ranges = wanted.split(' || ').map((range) => ({
  from: range.replace(/^(\^|>=)/, ''),
  major: range[0] === '^' ? parseInt(range.slice(1), 10) : undefined, // undefined: all that follow
}));

/** Below 0, 0 or above it, as the version `a` is older than `b`, the same or newer. */
function compared(a, b) {
  const differences = a.split('.').map((part, i) => parseInt(part, 10) - parseInt(b.split('.')[i], 10));
  return differences.find((difference) => difference !== 0) || 0;
}

const fits = (range) =>
  compared(current, range.from) >= 0 && (range.major === undefined || range.major === parseInt(current, 10));

const inWords = (range) => `${range.from} or newer${range.major === undefined ? '' : ` of Node ${range.major}`}`;

if (!ranges.some(fits)) {
  console.error(`holdout does not work on Node ${current}. It needs Node ${ranges.map(inWords).join(', or ')}.
Install the current LTS release from https://nodejs.org (with nvm: \`nvm install --lts\`), open a new terminal and try again.`);
  process.exit(1);
}
