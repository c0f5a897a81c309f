// npm run experiment -- digits [--mnist DIR] [--samples N] [--epochs N] [--seeds N] [--models A,B] [--json]: images, with and
// without dropout, clean and with a fifth of the labels wrong. Needs no Python.

import { createRequire } from 'node:module';
import { buildLibrary } from './lib/library.mjs';
import { optionsOf } from './lib/options.mjs';

const { values: options, positionals } = optionsOf({
  allowPositionals: true,
  options: {
    mnist: { type: 'string' },
    samples: { type: 'string', default: '60000' },
    epochs: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '3' },
    models: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [samples, epochs, seeds] = ['samples', 'epochs', 'seeds'].map((name) => Number(options[name]));
for (const [name, value, least] of [
  ['samples', samples, 100],
  ['epochs', epochs, 1],
  ['seeds', seeds, 1],
]) {
  if (!Number.isInteger(value) || value < least)
    stop(`--${name} must be a whole number of at least ${least}, received ${options[name]}`);
}
if (positionals.length !== 1 || positionals[0] !== 'digits')
  stop(`there is one experiment, received ${positionals.join(' ') || 'none'}; run npm run experiment -- digits`);

await buildLibrary();
const { digits, holdout, models, network, training, withWrongLabels } = await import('./digits-experiment.mjs');
const { terminalBar } = createRequire(import.meta.url)('../dist/node/terminal-bar.js');
const { createRng, evaluate, fit, pairedInterval, score } = holdout;

const names = options.models ? options.models.split(',').map(chosen) : Object.keys(models);
const fraction = 0.2;
const runs = [];
const epochSeconds = {};
try {
  for (let seed = 1; seed <= seeds; seed++) {
    say(`Seed ${seed} of ${seeds}: ${options.mnist ? 'reading MNIST' : 'drawing digits'} …`);
    const clean = digits(seed, samples, options.mnist);
    const wrong = withWrongLabels(clean, fraction, seed);
    for (const [labels, data] of [
      ['clean', clean],
      ['wrong', wrong],
    ]) {
      for (const name of names) {
        say(`Seed ${seed} of ${seeds}, ${describe(labels)}: ${name}`);
        const run = await train(name, data, seed);
        runs.push({ seed, labels, ...run });
        say(`  test accuracy ${percent([run.testAccuracy])}, cross-entropy ${run.testCrossEntropy.toFixed(3)}`);
      }
    }
  }
} catch (error) {
  if (error.name !== 'OptionError' && error.name !== 'ShapeError') throw error;
  stop(error.message);
}
const result = {
  data: options.mnist ? 'MNIST' : 'makeDigits',
  samples,
  epochs,
  seeds,
  models: ['clean', 'wrong'].flatMap((labels) => names.map((name) => collect(labels, name))),
};
console.log(options.json ? JSON.stringify(result) : tables(result));
for (const [name, seconds] of Object.entries(epochSeconds))
  say(`${name}: ${seconds.toFixed(1)} s an epoch, evaluation included`);
say(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

async function train(name, data, seed) {
  const model = network(name, data.train, seed);
  const observer = process.stderr.isTTY ? terminalBar(process.stderr) : {};
  const start = performance.now();
  const history = await fit(model, data.train, {
    ...training,
    validation: data.validation,
    epochs,
    rng: createRng(seed),
    observer,
  });
  epochSeconds[name] = (performance.now() - start) / 1000 / epochs;
  const { loss, accuracy, calibrationError } = score(model, data.test);
  const last = history.epochs[history.epochs.length - 1];
  return {
    name,
    testAccuracy: accuracy,
    testCrossEntropy: loss,
    testCalibration: calibrationError,
    trainAccuracy: last.accuracy,
    validationAccuracy: last.valAccuracy,
    wrongValidationAccuracy: data.wrongValidation && evaluate(model, data.wrongValidation).accuracy,
  };
}

/** The runs of a model as lists, one number a seed. */
function collect(labels, name) {
  const own = runs.filter((run) => run.labels === labels && run.name === name);
  const list = (key) => own.map((run) => run[key]);
  return {
    labels,
    name,
    testAccuracy: list('testAccuracy'),
    testCrossEntropy: list('testCrossEntropy'),
    testCalibration: list('testCalibration'),
    trainAccuracy: list('trainAccuracy'),
    validationAccuracy: list('validationAccuracy'),
    ...(labels === 'wrong' && { wrongValidationAccuracy: list('wrongValidationAccuracy') }),
  };
}

function tables({ data, models: rows }) {
  const title = `${data}, ${samples} images, a sixth of them for validation; ${epochs} epochs, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}. Means over the seeds.`;
  return [
    title,
    ...['clean', 'wrong'].map(
      (labels) => `\n${describe(labels)}\n\n${table(rows.filter((row) => row.labels === labels))}`,
    ),
  ].join('\n');
}

function table(rows) {
  const plain = rows.find(({ name }) => name === 'MLP');
  const noisy = rows[0].labels === 'wrong';
  const head = [
    'model',
    'test accuracy',
    ...(plain ? ['to MLP, points [95 %]'] : []),
    'cross-entropy',
    'calibration error',
    'train',
    'validation',
    ...(noisy ? ['with wrong labels'] : []),
  ];
  const lines = rows.map((row) => [
    row.name,
    percent(row.testAccuracy),
    ...(plain ? [row === plain ? '' : difference(row.testAccuracy, plain.testAccuracy)] : []),
    mean(row.testCrossEntropy).toFixed(3),
    mean(row.testCalibration).toFixed(3),
    percent(row.trainAccuracy),
    percent(row.validationAccuracy),
    ...(noisy ? [percent(row.wrongValidationAccuracy)] : []),
  ]);
  const widths = head.map((text, c) => Math.max(text.length, ...lines.map((line) => line[c].length)));
  const show = (line) =>
    line
      .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
      .join('   ')
      .trimEnd();
  return [head, ...lines].map(show).join('\n');
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(values) {
  return `${(100 * mean(values)).toFixed(2)} %`;
}

/** Mean difference in points of accuracy, with the 95 % interval of the paired differences. */
function difference(accuracies, baseline) {
  const signed = (points) => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)}`;
  if (seeds === 1) return signed(100 * (accuracies[0] - baseline[0]));
  const { mean, low, high } = pairedInterval(accuracies, baseline);
  return `${signed(100 * mean)} [${signed(100 * low)}, ${signed(100 * high)}]`;
}

function describe(labels) {
  return labels === 'clean' ? 'clean labels' : `${100 * fraction} % wrong labels in training; the test set is clean`;
}

/** A model by the beginning of its name, in small letters or large. */
function chosen(text) {
  const all = Object.keys(models);
  const found = all.filter((name) => name.toLowerCase().startsWith(text.trim().toLowerCase()));
  const exact = all.find((name) => name.toLowerCase() === text.trim().toLowerCase());
  if (!exact && found.length !== 1) stop(`--models must be names of ${all.join(' | ')}, received ${text}`);
  return exact ?? found[0];
}

function say(text) {
  console.error(text);
}

function stop(message) {
  console.error(`experiment: ${message}`);
  process.exit(2);
}
