// One contender, one process: an epoch on images in holdout, timed inside. Called by images.mjs:
//   node images-job.mjs FOLDER mlp|cnn
// Prints one line of JSON: seconds of the epoch, test accuracy after it, peak memory.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { network, seed } from './images-task.mjs';

const require = createRequire(import.meta.url);
const { Adam, createRng, evaluate } = require('../dist/index.js');
const { gatherExamples } = require('../dist/training/examples.js');
const { softmaxCrossEntropy } = require('../dist/losses/softmax-cross-entropy.js');
const { Workspace } = require('../dist/tensor/memory.js');
require('../dist/node/environment.js'); // HOLDOUT_LOOPS=readable: the readable loops

const [folder, name] = process.argv.slice(2);
const { samples, tests, batchSize } = JSON.parse(readFileSync(join(folder, 'task.json'), 'utf8'));
const [pixels, labels] = ['pixels', 'labels'].map((file) => Uint8Array.from(readFileSync(join(folder, `${file}.u8`))));
const part = (from, n) => ({
  x: { shape: [n, 28, 28, 1], data: pixels.subarray(from * 784, (from + n) * 784), white: 255 },
  y: Int32Array.from(labels.subarray(from, from + n)),
  classes: 10,
});
const [train, test] = [part(0, samples), part(samples, tests)];

// The loop of fit without the evaluation at the end, which the others do not do either.
const model = network(name);
const { parameters } = model;
const optimizer = new Adam();
const start = performance.now();
const step = new Workspace();
for (const tensor of [...parameters.flatMap(({ value, grad }) => [value, grad]), ...optimizer.state(parameters)])
  step.adopt(tensor);
const order = createRng(seed).split('shuffle').permutation(samples);
for (let from = 0; from < samples; from += batchSize) {
  step.run(() => {
    const { x, target } = gatherExamples(train, order, from, Math.min(from + batchSize, samples));
    const logits = model.forward(x, { training: true });
    model.backwardParameters(softmaxCrossEntropy.gradient(logits, target));
    optimizer.step(parameters);
  });
}
const seconds = (performance.now() - start) / 1000;
step.release();
const { accuracy } = evaluate(model, test);
console.log(JSON.stringify({ seconds, accuracy, memoryMB: process.resourceUsage().maxRSS / 1024 }));
