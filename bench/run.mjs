// npm run bench [-- --quick] [--json] [--peers] [--rounds N]
// Contenders take turns within one run, so that a machine that gets slower gets slower for all; ratios of one run are what
// counts. Each contender is a process of its own, on one thread. `--peers` makes their environments when they are missing.

import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildLibrary } from '../tools/lib/library.mjs';
import { root, scratch } from '../tools/lib/paths.mjs';
import { peers } from './peers.mjs';
import { report } from './report.mjs';
import { writeTask } from './task.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    peers: { type: 'boolean' },
    rounds: { type: 'string' },
  },
});
const epochs = options.quick ? 8 : 100;
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));
const say = (text) => options.json || process.stderr.write(text);

if (options.json) console.log = console.error; // what the build says is not the result
await buildLibrary();
const folder = join(scratch, 'bench');
writeTask(folder, { epochs });
const job = join(root, 'bench', 'job.mjs');
const contenders = [
  { name: 'holdout', command: [process.execPath, job, folder, String(epochs)] },
  // The readable loop takes minutes for 100 epochs; it does a tenth of them, and its seconds are multiplied.
  {
    name: 'readable',
    command: [process.execPath, job, folder, String(Math.ceil(epochs / 10))],
    share: Math.ceil(epochs / 10) / epochs,
    env: { HOLDOUT_KERNEL: 'reference' },
  },
  ...(options.peers ? peers(folder, epochs) : []),
];

const results = contenders.map(({ name }) => ({ name, seconds: [], accuracies: [], firstEpoch: [], memoryMB: [] }));
for (let round = 0; round < rounds; round++) {
  for (const [i, contender] of contenders.entries()) {
    say(`round ${round + 1} of ${rounds}: ${contender.name} …            \r`);
    const run = once(contender);
    results[i].seconds.push(run.seconds / (contender.share ?? 1));
    results[i].accuracies = run.accuracies;
    results[i].firstEpoch.push(run.firstEpoch);
    results[i].memoryMB.push(run.memoryMB);
  }
}
say(`${' '.repeat(60)}\r`);
const machine = { cpu: cpus()[0].model.trim(), cores: cpus().length, node: process.version };
process.stdout.write(`${report({ machine, epochs, rounds, results }, options.json)}\n`);

function once({ name, command: [program, ...args], env }) {
  const threads = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const child = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...threads, ...env },
    maxBuffer: 1 << 26,
  });
  const line = child.stdout?.split('\n').findLast((text) => text.startsWith('{'));
  if (child.status !== 0 || !line) throw new Error(`bench: ${name} failed\n${child.stderr || child.error}`);
  return JSON.parse(line);
}
