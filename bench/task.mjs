// The job that all contenders do: same arrays, same initial weights, same order of the batches, written to a folder.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const holdout = createRequire(import.meta.url)('../dist/index.js');

export const seed = 42;

/** Adam 0.001, batches of 64, train and validation set evaluated after every epoch. */
export const models = holdout.fiveModels.map(({ earlyStopping, ...recipe }) => ({
  recipe,
  keepsBest: earlyStopping !== undefined, // keeps the best weights, and goes on: all do the same work
}));

/**
 * Writes raw little-endian arrays: `train.f64` and so on (rows), `w1.f64` … (initial kernels; biases are 0), `order.i32`
 * (the shuffles, one row an epoch), and `task.json` with sizes and labels.
 *
 * @param samples examples in all, of which 64 % are trained on
 * @param hidden units of the hidden layers
 */
export function writeTask(folder, { samples = 2000, hidden = [128, 64], epochs = 100 } = {}) {
  const { createRng, mlp, noisyMoons } = holdout;
  mkdirSync(folder, { recursive: true });
  const write = (name, array) =>
    writeFileSync(join(folder, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  const data = noisyMoons(seed, { samples });
  const parts = { train: data.train, validation: data.validation, test: data.test };
  for (const [name, { x }] of Object.entries(parts)) write(`${name}.f64`, x.data);

  const model = mlp({ hidden }, data.train, createRng(seed));
  model
    .getWeights()
    .filter(({ shape }) => shape.length === 2)
    .forEach(({ data: w }, i) => write(`w${i + 1}.f64`, w));
  const shuffles = createRng(seed).split('shuffle'); // the stream that fit draws from
  const order = new Int32Array(epochs * data.train.y.length);
  for (let epoch = 0; epoch < epochs; epoch++)
    order.set(shuffles.permutation(data.train.y.length), epoch * data.train.y.length);
  write('order.i32', order);

  const labels = Object.fromEntries(Object.entries(parts).map(([name, { y }]) => [name, [...y]]));
  writeFileSync(join(folder, 'task.json'), JSON.stringify({ sizes: [20, ...hidden, 2], batchSize: 64, labels }));
}
