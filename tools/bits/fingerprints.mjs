// The five models, briefly trained → a text for each that one other bit would change. Runs in Node and in a browser.

export const recipes = Object.entries({
  Baseline: {},
  L1: { l1: 0.001 },
  L2: { l2: 0.001 },
  Dropout: { dropout: 0.5 },
  'Early stopping': { earlyStopping: 3 },
}).map(([name, recipe]) => ({ name, ...recipe, epochs: 10 }));

/** Two moons and eighteen columns of noise, split and standardized. @param holdout the library */
export function data({ addNoiseFeatures, createRng, makeMoons, split, standardize }) {
  const rng = createRng(42);
  const moons = addNoiseFeatures(makeMoons({ samples: 2000, noise: 0.3, rng }), 18, rng);
  return standardize(split(moons, { test: 0.2, validation: 0.2, rng }));
}

/** SHA-256 of history and weights. */
export async function fingerprint({ weights, history }) {
  const text =
    JSON.stringify(history) +
    weights.map(({ data: w }) => [...new Uint8Array(w.buffer.slice(w.byteOffset, w.byteOffset + w.byteLength))]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The fingerprint of each model, trained in this thread with seed 1. @param holdout the library */
export async function fingerprints(holdout) {
  const split = data(holdout);
  const found = {};
  for (const recipe of recipes) found[recipe.name] = await fingerprint(await holdout.trainRecipe(recipe, split, 1));
  return found;
}
