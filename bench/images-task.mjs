// The job on images that all contenders do: one epoch of a network, from the same weights, on the same batches.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const holdout = createRequire(import.meta.url)('../dist/index.js');
const { Conv2D, Dense, Flatten, MaxPool2D, ReLU, Sequential, createRng, makeDigits } = holdout;

export const seed = 42;
export const batchSize = 128;
const tests = 1000;

/** The networks of the course's experiment, without dropout, so that all contenders must come to the same accuracy. */
export const networks = {
  mlp: () => [new Flatten(), new Dense(256), new ReLU(), new Dense(128), new ReLU(), new Dense(10)],
  cnn: () => [
    new Conv2D(32, 3),
    new ReLU(),
    new MaxPool2D(2),
    new Flatten(),
    new Dense(128),
    new ReLU(),
    new Dense(10),
  ],
};

/** A network with the initial weights of the job. */
export function network(name) {
  return new Sequential(networks[name](), { inputShape: [28, 28, 1], rng: createRng(seed) });
}

/** The images: `samples` to train on, then some to test. */
export function images(samples) {
  return makeDigits({ samples: samples + tests, rng: createRng(seed) });
}

/**
 * Writes `pixels.u8` and `labels.u8` (first those to train on), `order.i32` (the shuffle), `mlp1.f64` and so on (weights and
 * biases as holdout has them), and `task.json` with their shapes.
 */
export function writeImagesTask(folder, samples) {
  mkdirSync(folder, { recursive: true });
  const write = (name, array) =>
    writeFileSync(join(folder, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  const { x, y } = images(samples);
  write('pixels.u8', x.data);
  write('labels.u8', Uint8Array.from(y));
  write('order.i32', createRng(seed).split('shuffle').permutation(samples)); // the stream that fit draws from
  const shapes = {};
  for (const name of Object.keys(networks)) {
    const weights = network(name).getWeights();
    weights.forEach(({ data }, i) => write(`${name}${i + 1}.f64`, data));
    shapes[name] = weights.map(({ shape }) => shape);
  }
  writeFileSync(join(folder, 'task.json'), JSON.stringify({ samples, tests, batchSize, shapes }));
}
