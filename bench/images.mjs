// npm run bench:images [-- --samples N] [--rounds N] [--peers] [--json]: an epoch of the MLP and of the CNN on images of
// 28 × 28 pixels. As in run.mjs, contenders take turns, each in a process of its own, on one thread.

import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildLibrary } from '../tools/lib/library.mjs';
import { root, scratch } from '../tools/lib/paths.mjs';
import { makeNode, makePython } from './peers.mjs';

const { values: options } = parseArgs({
  options: {
    samples: { type: 'string', default: '12800' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [samples, rounds] = [Number(options.samples), Number(options.rounds)];
for (const [name, value] of Object.entries({ samples, rounds })) {
  if (Number.isInteger(value) && value >= 1) continue;
  console.error(`bench:images: --${name} must be a whole number of at least 1, received ${options[name]}`);
  process.exit(2);
}
if (options.json) console.log = console.error; // what the build says is not the result
await buildLibrary();
const { writeImagesTask } = await import('./images-task.mjs');
const folder = join(scratch, 'bench-images');
writeImagesTask(folder, samples);

const job = join(root, 'bench', 'images-job.mjs');
const python = options.peers && makePython();
const node = options.peers && makeNode('images.cjs');
const torch = (name, kind) => ({
  name: `PyTorch ${kind}, fused Adam`,
  command: [python, join(root, 'bench', 'peers', 'images.py'), folder, name, kind],
});
const contenders = ['mlp', 'cnn'].flatMap((network) =>
  [
    { name: 'holdout float64', command: [process.execPath, job, folder, network] },
    ...(options.peers ? [torch(network, 'float64'), torch(network, 'float32')] : []),
    ...(options.peers && network === 'mlp'
      ? [{ name: 'TensorFlow.js WASM float32', command: [process.execPath, join(node, 'images.cjs'), folder, network] }]
      : []),
  ].map((contender) => ({ network, ...contender, seconds: [], memoryMB: 0, accuracy: 0 })),
);
for (let round = 0; round < rounds; round++) {
  for (const contender of contenders) {
    const { seconds, accuracy, memoryMB } = once(contender);
    contender.seconds.push(seconds);
    contender.accuracy = accuracy;
    contender.memoryMB = Math.max(contender.memoryMB, memoryMB);
  }
}
const results = contenders.map(({ network, name, seconds, accuracy, memoryMB }) => {
  const ours = contenders.find((other) => other.network === network);
  const ratio = Math.min(...seconds) / Math.min(...ours.seconds);
  return {
    network,
    name,
    seconds: { min: Math.min(...seconds), median: median(seconds) },
    ratio,
    testAccuracy: accuracy,
    memoryMB,
  };
});
const machine = { cpu: cpus()[0].model.trim(), cores: cpus().length, node: process.version };
process.stdout.write(`${options.json ? JSON.stringify({ machine, samples, rounds, contenders: results }) : table()}\n`);

function once({ name, command: [program, ...args] }) {
  const threads = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const child = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, ...threads } });
  const line = child.stdout?.split('\n').findLast((text) => text.startsWith('{'));
  if (child.status !== 0 || !line) throw new Error(`bench:images: ${name} failed\n${child.stderr || child.error}`);
  return JSON.parse(line);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function table() {
  const rows = results.map(({ network, name, seconds, ratio, testAccuracy, memoryMB }) =>
    [
      network,
      name,
      seconds.min.toFixed(2),
      seconds.median.toFixed(2),
      `${ratio.toFixed(2)} ×`,
      testAccuracy.toFixed(3),
      memoryMB.toFixed(0),
    ].join(' | '),
  );
  return [
    `An epoch of ${samples} images, batches of 128, Adam, one thread, ${rounds} rounds in turn. ${machine.cpu}, Node ${machine.node}.`,
    '',
    '| network | contender | best s | median s | times holdout | test accuracy | MB |',
    '| --- | --- | --: | --: | --: | --: | --: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
