// two recipes → what makes them different experiments

import { expect } from 'chai';
import type { Recipe } from '../../src/experiments/recipe';
import { recipeDifferences } from '../../src/experiments/recipe-differences';
import { trainRecipe } from '../../src/experiments/train-recipe';
import { moons } from '../support/examples';

describe('recipeDifferences', () => {
  it('finds every field in which recipes differ, in both directions', () => {
    const fields: Recipe = {
      hidden: [64, 128],
      l1: 0.1,
      l2: 0.1,
      groupLasso: 0.1,
      dropout: [0.5, 0.2],
      batchNorm: true,
      optimizer: 'sgd',
      learningRate: 0.1,
      epochs: 50,
      batchSize: 32,
      earlyStopping: 0,
    };
    for (const [field, value] of Object.entries(fields)) {
      expect(recipeDifferences({}, { [field]: value })).to.deep.equal([field]);
      expect(recipeDifferences({ [field]: value }, {})).to.deep.equal([field]);
    }
  });

  it('looks into lists and options, whatever their order', () => {
    const stopping = (patience: number) => ({ earlyStopping: { patience, minDelta: 0.1 } });
    expect(recipeDifferences(stopping(5), { earlyStopping: { minDelta: 0.1, patience: 5 } })).to.deep.equal([]);
    expect(recipeDifferences(stopping(5), stopping(6))).to.deep.equal(['earlyStopping']);
    expect(recipeDifferences({ hidden: [8] }, { hidden: [8, 4] })).to.deep.equal(['hidden']);
    expect(recipeDifferences({ dropout: [0.5, 0] }, { dropout: [0, 0.5] })).to.deep.equal(['dropout']);
  });

  it('knows the recipe of a run that a worker trained, which is a copy; the name is no difference', () => {
    const recipe: Recipe = { name: 'A', hidden: [8, 4], earlyStopping: { patience: 3 }, learningRate: undefined };
    expect(recipeDifferences(recipe, { ...structuredClone(recipe), name: 'B' })).to.deep.equal([]);
    expect(recipeDifferences(recipe, JSON.parse(JSON.stringify(recipe)))).to.deep.equal([]);
  });

  it('sees no difference in a default that is written out, as training sees none', async function () {
    this.timeout(20_000);
    const written: Recipe = {
      hidden: [128, 64],
      l1: 0,
      l2: 0,
      groupLasso: 0,
      dropout: 0,
      batchNorm: false,
      optimizer: 'adam',
      epochs: 100,
      batchSize: 64,
    };
    expect(recipeDifferences({}, written)).to.deep.equal([]);
    const [short, long] = [await trainRecipe({}, moons(), 1), await trainRecipe(written, moons(), 1)];
    expect({ ...short, recipe: written }).to.deep.equal(long);
  });
});
