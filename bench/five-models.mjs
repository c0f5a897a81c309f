// The job that people wait for: five models, trained one after the other, with training and validation set evaluated after every epoch.

import { join } from 'node:path';
import { root, scratch } from '../tools/lib/paths.mjs';
import { peers } from './peers.mjs';
import { writeTask } from './task.mjs';
import { median, minimum, table, takeTurns } from './turns.mjs';

/** Part of run.mjs. */
export function measure({ peers: withPeers, quick, rounds, say }) {
  const epochs = quick ? 60 : 100;
  const folder = join(scratch, 'bench');
  writeTask(folder, { epochs });
  const results = takeTurns([...ours(folder, epochs), ...(withPeers ? peers(folder, epochs) : [])], { rounds, say });
  const [{ seconds: own }] = results;
  const contenders = results.map(({ name, seconds, accuracies, firstEpoch, memoryMB, compile }) => ({
    name,
    seconds: { min: minimum(seconds), median: median(seconds) },
    ratio: { min: minimum(seconds) / minimum(own), median: median(seconds) / median(own) },
    compile,
    testAccuracy: accuracies,
    firstEpoch,
    memoryMB,
  }));
  return { json: { epochs, contenders }, text: text(contenders, epochs, rounds) };
}

/** holdout, and its readable loops: they take minutes for 100 epochs, so they do a tenth of them. */
export function ours(folder, epochs) {
  const job = (count) => [process.execPath, join(root, 'bench', 'job.mjs'), folder, String(count)];
  const fewer = Math.ceil(epochs / 10);
  return [
    { name: 'holdout', command: job(epochs) },
    { name: 'readable', command: job(fewer), share: fewer / epochs, env: { HOLDOUT_LOOPS: 'readable' } },
  ];
}

function text(contenders, epochs, rounds) {
  const rows = contenders.map((c) => [
    c.name,
    c.seconds.min.toFixed(2),
    c.seconds.median.toFixed(2),
    `${c.ratio.min.toFixed(2)} ×`,
    c.compile?.toFixed(1) ?? '',
    c.firstEpoch.toFixed(2),
    c.memoryMB.toFixed(0),
    c.testAccuracy.map((accuracy) => accuracy.toFixed(3)).join(' '),
  ]);
  const head = [
    'contender',
    'best s',
    'median s',
    'times holdout',
    'compiling s',
    's to first epoch',
    'MB',
    'test accuracies',
  ];
  return `## Five models, ${epochs} epochs each\n\nOne thread, ${rounds} rounds in turn.\n\n${table(head, rows)}`;
}
