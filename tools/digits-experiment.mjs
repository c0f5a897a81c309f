// The experiment of the course on images: the same network with and without dropout, on clean and on wrong labels.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The library as it was built. */
export const holdout = require('../dist/node.js');
const {
  Conv2D,
  Dense,
  Dropout,
  Flatten,
  MaxPool2D,
  ReLU,
  Sequential,
  corruptLabels,
  createRng,
  loadMnist,
  makeDigits,
  split,
} = holdout;

/** What is compared: name → layers. The widths and rates are those of the common introductions to dropout. */
export const models = {
  Linear: () => [new Flatten(), new Dense(10)],
  MLP: () => [new Flatten(), new Dense(256), new ReLU(), new Dense(128), new ReLU(), new Dense(10)],
  'MLP with dropout': () => [
    ...[new Flatten(), new Dense(256), new ReLU(), new Dropout(0.5)],
    ...[new Dense(128), new ReLU(), new Dropout(0.3), new Dense(10)],
  ],
  'CNN with dropout': () => [
    ...[new Conv2D(32, 3), new ReLU(), new MaxPool2D(2), new Dropout(0.25)],
    ...[new Flatten(), new Dense(128), new ReLU(), new Dropout(0.5), new Dense(10)],
  ],
};

/** A network with the initial weights of a seed, for the images of a dataset. */
export function network(name, data, seed) {
  return new Sequential(models[name](), { inputShape: data.x.shape.slice(1), rng: createRng(seed) });
}

/** What stays the same for all networks. */
export const training = { batchSize: 128 }; // Adam with its defaults

/**
 * The data of a seed: `samples` images, of which a sixth is for validation, and a sixth as many more to test. Drawn digits
 * vary with the seed; of MNIST the choice of the validation set does, and its test set is its own.
 */
export function digits(seed, samples, folder) {
  const rng = createRng(seed);
  if (!folder)
    return split(makeDigits({ samples: samples + Math.round(samples / 6), rng }), {
      test: 1 / 7,
      validation: 1 / 6,
      rng,
    });
  const { train, test } = loadMnist(folder);
  const { train: chosen } =
    samples < train.y.length ? split(train, { test: 1 - samples / train.y.length, validation: 0, rng }) : { train };
  return { ...split(chosen, { test: 0, validation: 1 / 6, rng }), test };
}

/** The same data with wrong labels for training; `wrongValidation` has as many of them, the test set has none. */
export function withWrongLabels({ train, validation, test }, fraction, seed) {
  const rng = createRng(seed);
  const [wrongTrain, wrongValidation] = [train, validation].map((part, i) =>
    corruptLabels(part, { fraction, rng: rng.split(i) }),
  );
  return { train: wrongTrain, validation, wrongValidation, test };
}
