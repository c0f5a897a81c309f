// Does a changed number fail? Changes numbers of the reference files one at a time and runs the tests on each.
//
//   node tools/reference-mutation.mjs [--each N] [--seed S] [file …]
//
// For each key that COVERAGE.md calls used, N of its values (default 1) are changed: first a little, then a lot, since a
// tolerance hides a little of a number next to 0. Only a value that survives every change is reported; whether that is a
// gap has to be judged, for an input can be without effect (one of two equal logits of -1000).

import Mocha from 'mocha';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
require('tsx/cjs');
const { values, positionals } = parseArgs({
  options: { each: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const random = require('seedrandom')(values.seed);
const folder = fileURLToPath(new URL('../test/reference/', import.meta.url));
const { matches, readCoverage } = require(join(folder, 'coverage.ts'));
const tests = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && !file.startsWith('z-'));

const scratch = mkdtempSync(join(tmpdir(), 'holdout-reference-'));
for (const file of readdirSync(folder))
  if (file.endsWith('.json')) copyFileSync(join(folder, file), join(scratch, file));
process.env.HOLDOUT_REFERENCE = scratch;

/** Every value with its path, as [key, holder, index]. */
function* leaves(node, path = '') {
  for (const [key, value] of Object.entries(node)) {
    const name = Array.isArray(node) ? `${path}[]` : path ? `${path}.${key}` : key;
    if (typeof value === 'object' && value !== null) yield* leaves(value, name);
    else yield [name, node, key];
  }
}

/** Wrong values in place of a right one, from hardly to plainly wrong. */
function wrong(value) {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') {
    const little = Number.isInteger(value) ? [value + 1, value - 1] : [value * (1 + 1e-5), value * 1.01];
    return [...little, value + 0.5, -value - 3, value * 1000 + 1e6];
  }
  return [1]; // for null
}

/** Whether the tests of the files that use `name` still pass. */
function passes(files) {
  for (const path of Object.keys(require.cache)) if (path.startsWith(folder)) delete require.cache[path];
  const mocha = new Mocha({ reporter: class {}, bail: true, timeout: 60000 });
  for (const file of files) mocha.addFile(join(folder, file));
  return new Promise((done) => {
    try {
      mocha.run((failures) => {
        mocha.dispose();
        done(failures === 0);
      });
    } catch {
      done(false); // a suite that cannot even be described
    }
  });
}

let tried = 0;
let survivors = 0;
try {
  for (const { name, rows } of readCoverage().sections) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const path = join(scratch, `${name}.json`);
    const original = readFileSync(path, 'utf8');
    const files = tests.filter((file) =>
      readFileSync(join(folder, file), 'utf8').includes(`describeReference('${name}'`),
    );
    if (!(await passes(files))) throw new Error(`the tests of ${name}.json fail before anything is changed`);
    const content = JSON.parse(original);
    const all = [...leaves(content)];
    for (const row of rows.filter(({ status }) => status === 'used')) {
      const places = all.filter(
        ([key, holder, index]) => matches(row.pattern, key) && typeof holder[index] !== 'string',
      );
      for (let i = 0; i < Math.min(Number(values.each), places.length); i++) {
        const [key, holder, index] = places[Math.floor(random() * places.length)];
        const right = holder[index];
        let caught = false;
        for (const value of wrong(right)) {
          holder[index] = value;
          writeFileSync(path, JSON.stringify(content));
          caught = !(await passes(files));
          if (caught) break;
        }
        holder[index] = right;
        tried++;
        if (!caught) survivors++;
        if (!caught) console.log(`${name}: ${key} can be anything but ${right}`);
      }
    }
    writeFileSync(path, original);
    if (!(await passes(files))) throw new Error(`the tests of ${name}.json still fail after everything is as it was`);
    console.log(`${name}: done`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
console.log(`${tried} numbers changed, ${survivors} without a failing test`);
process.exitCode = survivors > 0 ? 1 : 0;
