// The five models, briefly trained → a text for each that one other bit would change. Runs in Node and in a browser.

/** The five models, for ten epochs each. @param holdout the library */
export function recipesOf({ fiveModels }) {
  return fiveModels.map((recipe) => ({ ...recipe, epochs: 10, ...(recipe.earlyStopping && { earlyStopping: 3 }) }));
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
  const split = holdout.noisyMoons(42);
  const found = {};
  for (const recipe of recipesOf(holdout))
    found[recipe.name] = await fingerprint(await holdout.trainRecipe(recipe, split, 1));
  return found;
}
