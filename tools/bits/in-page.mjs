// Bundled for a page: five recipes × two seeds in one Web Worker and in two, an abort, a worker that crashes, a script that is
// not there. What came of it stands in `window.found`.

import * as holdout from '../../dist/index.js';
import { setWorkerPool, webWorkerPool } from '../../dist/workers.js';
import { fingerprint, recipesOf } from './fingerprints.mjs';

const { noisyMoons, trainAll } = holdout;
const split = noisyMoons(42);
const recipes = recipesOf(holdout);

function startFrom(script) {
  setWorkerPool(webWorkerPool(() => new Worker(script, { type: 'module' }), 2));
}

async function bits(workers) {
  startFrom('/train-worker.js');
  const found = {};
  for (const run of await trainAll(recipes, split, { seeds: [1, 2], workers }))
    found[`${run.recipe.name}, seed ${run.seed}`] = await fingerprint(run);
  return found;
}

/** How long it takes until it ends after an abort, in the middle of a run that would take minutes. */
async function abort() {
  startFrom('/train-worker.js');
  const stop = new AbortController();
  let aborted;
  const progress = () => {
    aborted ??= performance.now();
    stop.abort();
  };
  const runs = await trainAll([{ epochs: 5000 }], split, {
    seeds: [1, 2],
    observer: { progress },
    signal: stop.signal,
  });
  return { runs: runs.length, milliseconds: performance.now() - aborted };
}

async function failure(script) {
  startFrom(script);
  return trainAll(recipes, split).then(
    () => 'no error',
    ({ message }) => message,
  );
}

window.found = {
  one: await bits(1),
  two: await bits(2),
  abort: await abort(),
  crash: await failure('/crashing-worker.js'),
  missing: await failure('/nowhere.js'),
};
