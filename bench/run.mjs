// npm run bench [-- PART …] [--peers] [--quick] [--rounds N] [--json] [--write]
// Parts: five-models (the default), products, growth, images, workers, panel, or all. `--peers` times NumPy, PyTorch, JAX, scikit-learn
// and TensorFlow.js too, and makes their environments when they are missing. `--write` puts all that was measured into RESULTS.md.

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { findChromium } from '../tools/lib/browser.mjs';
import { buildLibrary } from '../tools/lib/library.mjs';
import { writeResults } from './write-results.mjs';

const parts = ['five-models', 'products', 'growth', 'images', 'workers', 'panel'];
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const chosen = positionals.includes('all') ? parts : positionals.length > 0 ? positionals : [parts[0]];
const unknown = chosen.find((name) => !parts.includes(name));
if (unknown) stop(`the parts are ${parts.join(', ')} and all, received ${unknown}`);
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));
if (!Number.isInteger(rounds) || rounds < 1)
  stop(`--rounds must be a whole number of at least 1, received ${options.rounds}`);
if (options.write && !findChromium())
  stop('--write draws a chart in Chromium, and none was found; install it, or leave --write out');

if (options.json) console.log = console.error; // what the build says is not the result
await buildLibrary();
const say = (text) => process.stderr.isTTY && process.stderr.write(`\r${text.padEnd(60)}${text ? '' : '\r'}`);
const machine = { cpu: cpus()[0].model.trim(), cores: cpus().length, node: process.version };
const results = {};
for (const name of chosen) {
  const { measure } = await import(`./${name}.mjs`);
  results[name] = await measure({ ...options, rounds, say });
  if (!options.json) process.stdout.write(`${results[name].text}\n\n`);
}
if (options.json) {
  const whole = Object.assign({ machine, rounds }, ...Object.values(results).map(({ json }) => json));
  process.stdout.write(`${JSON.stringify(whole)}\n`);
}
if (options.write) await writeResults(results, machine, process.argv.slice(2));

function stop(message) {
  console.error(`bench: ${message}`);
  process.exit(2);
}
