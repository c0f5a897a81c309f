// Reports of the tests and of the benchmark → generated/numbers.json: what the page on the numbers says in digits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutants } from '../../tools/lib/library-mutants.mjs';
import { SetupError } from '../../tools/lib/step.mjs';
import { writeFile } from './files.mjs';
import { generated, root } from './paths.mjs';

export function prepare() {
  writeFile(join(generated, 'numbers.json'), JSON.stringify(evidence(), null, 2));
}

export function evidence() {
  const read = (file) => readFileSync(join(root, file), 'utf8');
  const { versions } = JSON.parse(read('test/reference/norm_conv.json')).meta;
  return {
    models: Object.keys(JSON.parse(read('test/bits.json'))),
    reference: { ...referenceKeys(read('test/reference/COVERAGE.md')), versions: libraries(versions) },
    exercises: exerciseTests(read('test/mutants/REPORT.md')),
    libraryMutants: mutants.length,
    speed: speed(read('bench/RESULTS.md')),
  };
}

/** `NumPy 2.4.6, …`: without what comes in brackets and after a plus sign. */
function libraries({ numpy, scipy, torch, keras, 'scikit-learn': sklearn }) {
  const named = { NumPy: numpy, SciPy: scipy, 'scikit-learn': sklearn, PyTorch: torch, Keras: keras };
  return Object.entries(named).map(([name, version]) => `${name} ${version.split(/[ +]/)[0]}`);
}

/** How many reference numbers, or lists of them, a test uses. */
function referenceKeys(report) {
  return { used: found(report, /\| used \|/g, 'COVERAGE.md').length };
}

/** The last row: wrong answers diagnosed, right answers accepted, mutants killed. */
function exerciseTests(report) {
  const [row] = found(report, /^\| \*\*together\*\* .*$/gm, 'REPORT.md');
  const [wrong, right, killed] = row.match(/\d+ of \d+/g);
  return { wrong, right, killed };
}

/** The first table, and the text before it, without the backticks that HTML does not know. */
function speed(report) {
  const [table] = found(report, /(?:^\|.*\n)+/gm, 'RESULTS.md');
  const about = report
    .slice(report.indexOf('\n'), report.indexOf(table))
    .replaceAll('`', '')
    .replace(/^#+ (.*)$/gm, '$1.')
    .replace(/\s+/g, ' ')
    .trim();
  const [head, , ...rows] = table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return { about, head, rows };
}

function found(report, pattern, file) {
  const matches = report.match(pattern);
  if (!matches)
    throw new SetupError(
      `${file} has another form than the page on the numbers expects; see site/prepare/evidence.mjs`,
    );
  return matches;
}
