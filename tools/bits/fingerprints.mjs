// The five models, briefly trained → a text for each that one other bit would change. Runs in Node and in a browser.

const recipes = {
  Baseline: {},
  L1: { l1: 0.001 },
  L2: { l2: 0.001 },
  Dropout: { dropout: 0.5 },
  'Early stopping': { earlyStopping: 3 },
};

/** @param holdout the library @returns SHA-256 of history and weights, by name */
export async function fingerprints(holdout) {
  const { addNoiseFeatures, createRng, makeMoons, split, standardize, trainRecipe } = holdout;
  const rng = createRng(42);
  const moons = addNoiseFeatures(makeMoons({ samples: 2000, noise: 0.3, rng }), 18, rng);
  const data = standardize(split(moons, { test: 0.2, validation: 0.2, rng }));
  const found = {};
  for (const [name, recipe] of Object.entries(recipes)) {
    const { weights, history } = await trainRecipe({ ...recipe, epochs: 10 }, data, 1);
    const text =
      JSON.stringify(history) +
      weights.map(({ data: w }) => [...new Uint8Array(w.buffer.slice(w.byteOffset, w.byteOffset + w.byteLength))]);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    found[name] = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return found;
}
