// Images of 28 × 28 pixels: an epoch of the MLP 784-256-128-10 and of a CNN, batches of 128.

import { join } from 'node:path';
import { root, scratch } from '../tools/lib/paths.mjs';
import { makeNode, makePython } from './peers.mjs';
import { median, minimum, table, takeTurns } from './turns.mjs';

/** Part of run.mjs. */
export async function measure({ peers, quick, rounds, say }) {
  const samples = quick ? 2560 : 12800;
  const { batchSize, writeImagesTask } = await import('./images-task.mjs');
  const folder = join(scratch, 'bench-images');
  writeImagesTask(folder, samples);
  const results = takeTurns(
    ['mlp', 'cnn'].flatMap((network) => contenders(network, folder, peers)),
    { rounds, say },
  );
  const steps = samples / batchSize;
  const networks = results.map(({ network, name, seconds, accuracy, memoryMB }) => {
    const own = results.find((other) => other.network === network);
    return {
      network,
      name,
      seconds: { min: minimum(seconds), median: median(seconds) },
      stepMilliseconds: (minimum(seconds) / steps) * 1000,
      ratio: minimum(seconds) / minimum(own.seconds),
      testAccuracy: accuracy,
      memoryMB,
    };
  });
  const rows = networks.map((row) => [
    `${row.network.toUpperCase()}, ${row.name}`,
    row.seconds.min.toFixed(2),
    row.seconds.median.toFixed(2),
    row.stepMilliseconds.toFixed(1),
    `${row.ratio.toFixed(2)} ×`,
    row.testAccuracy.toFixed(3),
    row.memoryMB.toFixed(0),
  ]);
  const text = `## Images

An epoch of ${samples} images, batches of ${batchSize}, Adam, one thread, ${rounds} rounds in turn. TensorFlow.js cannot train the CNN on its WASM backend: it has no gradient of a convolution.

${table(['network', 'best s', 'median s', 'ms a step', 'times holdout', 'test accuracy', 'MB'], rows)}`;
  return { json: { images: { samples, networks } }, text };
}

function contenders(network, folder, withPeers) {
  const job = join(root, 'bench', 'images-job.mjs');
  const own = { network, name: 'holdout', command: [process.execPath, job, folder, network] };
  if (!withPeers) return [own];
  const torch = (name, kind) => ({
    network,
    name,
    command: [makePython(), join(root, 'bench', 'peers', 'images.py'), folder, network, kind],
  });
  const tfjs = {
    network,
    name: 'TensorFlow.js WASM float32',
    command: [process.execPath, join(makeNode('images.cjs'), 'images.cjs'), folder, network],
  };
  return [
    own,
    torch('PyTorch float64', 'float64'),
    torch('PyTorch float32', 'float32'),
    ...(network === 'mlp' ? [tfjs] : []),
  ];
}
