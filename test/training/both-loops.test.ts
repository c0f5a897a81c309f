// The whole path with the compiled loops and with the readable loops: the trained weights and the history have the same bits.

import { expect } from 'chai';
import { addNoiseFeatures } from '../../src/data/noise-features';
import { makeMoons } from '../../src/data/moons';
import { split } from '../../src/data/split';
import { standardize } from '../../src/data/standardizer';
import type { CompiledLoops } from '../../src/tensor/compiled-loops';
import { loops, useLoops } from '../../src/tensor/loops';
import { createRng } from '../../src/tensor/random';
import type { Recipe } from '../../src/experiments/recipe';
import { trainRecipe } from '../../src/experiments/train-recipe';

const recipes: Record<string, Recipe> = {
  'no regularization': {},
  L1: { l1: 0.001 },
  L2: { l2: 0.001 },
  'elastic net': { l1: 0.001, l2: 0.001 },
  'group lasso': { groupLasso: 0.01, optimizer: 'proximal-sgd' },
  dropout: { dropout: [0.2, 0.5] },
  'batch normalization': { batchNorm: true },
  AdamW: { optimizer: 'adamw' },
  SGD: { optimizer: 'sgd' },
};

describe('the compiled loops in training', () => {
  const rng = createRng(3);
  const moons = addNoiseFeatures(makeMoons({ samples: 200, noise: 0.3, rng }), 5, rng);
  const data = standardize(split(moons, { test: 0.2, validation: 0.2, rng })); // 128 examples: batches of 50, 50 and 28

  afterEach(() => void useLoops('compiled'));

  async function train(name: CompiledLoops['name'], recipe: Recipe) {
    expect(useLoops(name)).to.equal(name);
    const { weights, history } = await trainRecipe({ hidden: [33, 6], epochs: 3, batchSize: 50, ...recipe }, data, 1);
    return { weights: weights.map(({ data }) => [...data]), history };
  }

  for (const [name, recipe] of Object.entries(recipes)) {
    it(`changes no bit of a model with ${name}`, async () => {
      expect(await train('compiled', recipe)).to.deep.equal(await train('readable', recipe));
    });
  }

  it('gets all its memory back', async () => {
    useLoops('compiled');
    const { heap } = loops.current;
    const first = heap!.allocate(1)!;
    const address = heap!.address(first);
    heap!.release(first);
    await train('compiled', { dropout: 0.5, l1: 0.001 });
    const again = heap!.allocate(2 ** 20)!; // 8 MB: what was there before must be in one piece again
    expect(heap!.address(again)).to.equal(address);
    heap!.release(again);
  });
});
