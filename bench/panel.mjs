// What the live picture of a notebook costs `fit`: a run that is watched, beside one that is not.

import { createRequire } from 'node:module';
import { median, minimum, table } from './turns.mjs';

const require = createRequire(import.meta.url);
const { createRng, fit, mlp, noisyMoons } = require('../dist/node.js');

/** Part of run.mjs. */
export async function measure({ quick, rounds, say }) {
  const { progressPanel } = require('../dist/notebook/progress-panel.js');
  const sent = stubKernel();
  const data = noisyMoons(42);
  const run = async (observer) => {
    const model = mlp({}, data.train, createRng(1));
    const start = performance.now();
    await fit(model, data.train, {
      validation: data.validation,
      epochs: quick ? 20 : 200,
      rng: createRng(1),
      observer,
    });
    return (performance.now() - start) / 1000;
  };
  const seconds = { silent: [], live: [] };
  await run({});
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}: the panel`);
    seconds.silent.push(await run({}));
    seconds.live.push(await run(progressPanel()));
  }
  say('');
  const cost = minimum(seconds.live) / minimum(seconds.silent) - 1;
  const rows = Object.entries(seconds).map(([name, list]) => [name, minimum(list).toFixed(2), median(list).toFixed(2)]);
  const text = `## The live picture of a notebook

One \`fit\`, silent and with the picture of its progress, which is made and turned into JSON as in a notebook: ${(100 * cost).toFixed(1)} % more seconds for ${Math.round(sent() / rounds)} pictures.

${table(['fit', 'best s', 'median s'], rows)}`;
  return { json: { panel: { seconds, cost } }, text };
}

/** Stands where the panel looks for the kernel's way to send an output; returns how many outputs it was given. */
function stubKernel() {
  let count = 0;
  const path = '/tslab/dist/jupyter.js';
  require.cache[path] = { exports: { lastWriteDisplayData: (content) => void (JSON.stringify(content), count++) } };
  return () => count;
}
