// Writes the tables of test/reference/COVERAGE.md: runs the reference tests and marks the keys they read as used.
//
// Reasons of the other rows are kept. A key that no test reads and no row explains comes out with an empty status, which
// the tests refuse: write `not applicable` and the reason there.

import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
require('tsx/cjs');
const folder = fileURLToPath(new URL('../test/reference/', import.meta.url));
const { allKeys, referenceNames, usedKeys } = require(join(folder, 'read.ts'));
const { coveragePath, matches, readCoverage } = require(join(folder, 'coverage.ts'));

const mocha = new Mocha({ reporter: 'dot' });
for (const file of readdirSync(folder).sort()) {
  if (file.endsWith('.test.ts') && !file.startsWith('z-')) mocha.addFile(join(folder, file));
}
const failures = await new Promise((done) => mocha.run(done));

const { intro, sections } = readCoverage();
let text = intro.trimEnd();
let open = 0;
for (const name of referenceNames()) {
  const kept = sections.find((section) => section.name === name)?.rows ?? [];
  const used = usedKeys.get(name) ?? new Set();
  const rows = new Map();
  for (const key of allKeys(name)) {
    const row = kept.find(({ pattern }) => matches(pattern, key));
    const explained = row && row.status !== 'used' && row.status !== '';
    if (used.has(key)) rows.set(row?.pattern ?? key, 'used | ');
    else rows.set(row?.pattern ?? key, explained ? `${row.status} | ${row.reason} ` : ' | ');
    if (!used.has(key) && !explained) open++;
  }
  const table = [...rows].map(([pattern, rest]) => `| \`${pattern}\` | ${rest}|`);
  text += `\n\n## ${name}.json\n\n| key | status | reason |\n| --- | --- | --- |\n${table.join('\n')}`;
}
writeFileSync(coveragePath, `${text}\n`);
console.log(`${coveragePath}: ${open} keys need a test or a reason, ${failures} tests failed`);
process.exitCode = open || failures ? 1 : 0;
