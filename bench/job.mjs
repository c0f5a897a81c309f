// One contender, one process: the five-model job of holdout, timed inside. Called by run.mjs:
//   node job.mjs FOLDER EPOCHS
// Prints one line of JSON: seconds, test accuracies, seconds from process start to the first epoch, peak memory.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { models, seed } from './task.mjs';

const [folder, epochs] = [process.argv[2], Number(process.argv[3])];
const holdout = createRequire(import.meta.url)('../dist/index.js');
createRequire(import.meta.url)('../dist/node/environment.js'); // HOLDOUT_LOOPS=readable: the readable loops

const task = JSON.parse(readFileSync(join(folder, 'task.json'), 'utf8'));
const numbers = (name) => new Float64Array(Uint8Array.from(readFileSync(join(folder, `${name}.f64`))).buffer);
const part = (name) => {
  const y = Int32Array.from(task.labels[name]);
  return { x: holdout.tensor([y.length, task.sizes[0]], numbers(name)), y, classes: task.sizes.at(-1) };
};
const [train, validation, test] = ['train', 'validation', 'test'].map(part);
const weights = task.sizes
  .slice(1)
  .flatMap((units, i) => [
    holdout.tensor([task.sizes[i], units], numbers(`w${i + 1}`)),
    holdout.tensor([units], new Float64Array(units)),
  ]);

let firstEpoch;
const observer = { epoch: () => (firstEpoch ??= performance.now() / 1000) };
const accuracies = [];
const start = performance.now();
for (const { recipe, keepsBest } of models) {
  const rng = holdout.createRng(seed);
  const model = holdout.mlp({ ...recipe, hidden: task.sizes.slice(1, -1) }, train, rng);
  model.setWeights(weights);
  const callbacks = keepsBest ? [new holdout.EarlyStopping({ patience: epochs })] : [];
  await holdout.fit(model, train, { validation, epochs, rng, callbacks, observer });
  accuracies.push(holdout.evaluate(model, test).accuracy);
}
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, accuracies, firstEpoch, memoryMB: process.resourceUsage().maxRSS / 1024 }));
