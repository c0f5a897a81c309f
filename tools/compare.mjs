// npm run compare -- [--seeds N] [--json]: five models, several seeds, in a terminal. Needs no Python.

import { createRequire } from 'node:module';
import { buildLibrary } from './lib/library.mjs';
import { optionsOf } from './lib/options.mjs';

const { values: options } = optionsOf({
  options: { seeds: { type: 'string', default: '10' }, json: { type: 'boolean', default: false } },
});
const count = Number(options.seeds);
if (!Number.isInteger(count) || count < 1) {
  console.error(
    `compare: --seeds must be a whole number of at least 1, received ${options.seeds}; pass e.g. --seeds 10`,
  );
  process.exit(2);
}
await buildLibrary();
const holdout = createRequire(import.meta.url)('../dist/node.js');

const seeds = Array.from({ length: count }, (_, i) => i + 1);
const runs = await holdout.trainAll(holdout.fiveModels, holdout.noisyMoons, { seeds, test: true });

const models = holdout.fiveModels.map((recipe) => {
  const own = runs.filter((run) => run.recipe.name === recipe.name);
  return {
    name: recipe.name,
    testAccuracy: own.map((run) => run.test.accuracy),
    testCrossEntropy: own.map((run) => run.test.loss),
    testCalibration: own.map((run) => run.test.calibrationError),
    epochs: own.map((run) => run.history.epochs.length),
  };
});
console.log(options.json ? JSON.stringify({ models }) : table(models));

function table(models) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [baseline] = models;
  const lines = models.map((model) => [
    model.name,
    mean(model.testAccuracy).toFixed(3),
    difference(model, baseline),
    mean(model.testCrossEntropy).toFixed(3),
    mean(model.testCalibration).toFixed(3),
    mean(model.epochs).toFixed(1),
  ]);
  const head = ['model', 'test accuracy', 'to baseline, points [95 %]', 'cross-entropy', 'calibration error', 'epochs'];
  const widths = head.map((title, c) => Math.max(title.length, ...lines.map((line) => line[c].length)));
  const show = (line) =>
    line
      .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
      .join('   ')
      .trimEnd();
  return [
    `Two moons with 18 noise features, ${count} ${count === 1 ? 'seed' : 'seeds'} for data and training. Means over the seeds.`,
    '',
    show(head),
    ...lines.map(show),
  ].join('\n');
}

/** Mean difference in points of accuracy, with the 95 % interval of the paired differences. */
function difference(model, baseline) {
  if (model === baseline) return '';
  if (count === 1) return signed(100 * (model.testAccuracy[0] - baseline.testAccuracy[0]));
  const { mean, low, high } = holdout.pairedInterval(model.testAccuracy, baseline.testAccuracy);
  return `${signed(100 * mean)} [${signed(100 * low)}, ${signed(100 * high)}]`;
}

function signed(points) {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
}
