// Recipe → network, optimizer, name

import { expect } from 'chai';
import { Dense } from '../../src/layers/dense';
import type { Dropout } from '../../src/layers/dropout';
import { Adam } from '../../src/optimizers/adam';
import { AdamW } from '../../src/optimizers/adamw';
import { ProximalSGD } from '../../src/optimizers/proximal-sgd';
import { SGD } from '../../src/optimizers/sgd';
import { createRng } from '../../src/tensor/random';
import { mlp, optimizerOf, recipeName, type Recipe } from '../../src/experiments/recipe';
import { expectLesson } from '../support/errors';
import { moons } from '../support/examples';
import { numbers } from '../support/tensors';

const { train } = moons();
const layersOf = (recipe: Recipe) => mlp(recipe, train, createRng(1)).layers;
const typesOf = (recipe: Recipe) =>
  layersOf(recipe).map((layer) => (layer instanceof Dense ? `Dense ${layer.units}` : layer.type));
const penaltiesOf = (recipe: Recipe) =>
  layersOf(recipe).flatMap((layer) => (layer instanceof Dense ? [layer.parameters[0].regularizer?.name] : []));

describe('mlp', () => {
  it('is Dense(128) → ReLU → Dense(64) → ReLU → Dense(classes) unless told otherwise', () => {
    expect(typesOf({})).to.deep.equal(['Dense 128', 'ReLU', 'Dense 64', 'ReLU', 'Dense 2']);
  });

  it('puts batch normalization before each ReLU and dropout after it, and neither after the last Dense', () => {
    expect(typesOf({ hidden: [5, 4], dropout: 0.3, batchNorm: true })).to.deep.equal([
      'Dense 5',
      'BatchNorm',
      'ReLU',
      'Dropout',
      'Dense 4',
      'BatchNorm',
      'ReLU',
      'Dropout',
      'Dense 2',
    ]);
  });

  it('takes one dropout rate for all hidden layers or one for each; 0 is no layer', () => {
    const rates = (recipe: Recipe) =>
      layersOf(recipe).flatMap((layer) => (layer.type === 'Dropout' ? [(layer as Dropout).rate] : []));
    expect(rates({ dropout: 0.3 })).to.deep.equal([0.3, 0.3]);
    expect(rates({ dropout: [0.4, 0.2] })).to.deep.equal([0.4, 0.2]);
    expect(rates({ dropout: [0, 0.2] })).to.deep.equal([0.2]);
  });

  it('without hidden layers is one Dense', () => {
    expect(typesOf({ hidden: [] })).to.deep.equal(['Dense 2']);
  });

  it('puts l1 and l2 on every kernel, and groupLasso on the first, whose rows are the features', () => {
    expect(penaltiesOf({ l1: 0.1 })).to.deep.equal(['l1(0.1)', 'l1(0.1)', 'l1(0.1)']);
    expect(penaltiesOf({ l2: 0.1 })).to.deep.equal(['l2(0.1)', 'l2(0.1)', 'l2(0.1)']);
    expect(penaltiesOf({ l1: 0.1, l2: 0.2 })).to.deep.equal(Array(3).fill('elasticNet({ l1: 0.1, l2: 0.2 })'));
    expect(penaltiesOf({ groupLasso: 0.1 })).to.deep.equal(['groupLasso(0.1)', undefined, undefined]);
    expect(penaltiesOf({ groupLasso: 0.1, hidden: [] })).to.deep.equal(['groupLasso(0.1)']);
    expect(penaltiesOf({})).to.deep.equal([undefined, undefined, undefined]);
  });

  it('gives all recipes the same initial weights for the same seed', () => {
    const kernels = (recipe: Recipe) =>
      mlp(recipe, train, createRng(7))
        .parameters.filter(({ name }) => name === 'kernel')
        .map(({ value }) => numbers(value));
    for (const recipe of [{ dropout: 0.4 }, { batchNorm: true }, { l1: 0.1 }, { optimizer: 'adamw' }] as Recipe[]) {
      expect(kernels(recipe), recipeName(recipe)).to.deep.equal(kernels({}));
    }
  });

  it('tells of unknown fields, and of fields out of range', async () => {
    const wrong = (recipe: object, ...texts: string[]) =>
      expectLesson(() => mlp(recipe, train, createRng(1)), 'OptionError', ...texts);
    await wrong({ droput: 0.5 }, 'droput', 'dropout', 'check the spelling');
    await wrong({ constructor: 1 }, 'constructor');
    await wrong({ optimizer: 'rmsprop' }, '"rmsprop"', 'sgd, adam, adamw, proximal-sgd');
    await wrong({ optimizer: 'toString' }, 'toString');
    await wrong({ hidden: 16 }, 'mlp: hidden must be', 'received 16; pass an array');
    await wrong({ dropout: [0.5] }, '1 rates for 2 layers');
    await wrong({ dropout: 1 }, 'Dropout', 'received 1');
    await wrong({ l1: -0.1 }, 'l1', '-0.1');
    await wrong({ l2: NaN }, 'l2', 'NaN');
    await wrong({ groupLasso: -1 }, 'groupLasso', '-1');
    await wrong({ groupLasso: 0.1, l1: 0.1 }, 'groupLasso', 'choose one');
    await wrong({ hidden: [0] }, 'Dense', 'units');
  });
});

describe('optimizerOf', () => {
  it('makes the optimizer with its own learning rate, or with the given one', () => {
    const makes = (recipe: Recipe) => [optimizerOf(recipe).constructor, (optimizerOf(recipe) as SGD).learningRate];
    expect(makes({})).to.deep.equal([Adam, 0.001]);
    expect(makes({ optimizer: 'adamw', learningRate: 0.01 })).to.deep.equal([AdamW, 0.01]);
    expect(makes({ optimizer: 'sgd' })).to.deep.equal([SGD, 0.1]);
    expect(makes({ optimizer: 'proximal-sgd', learningRate: 0.3 })).to.deep.equal([ProximalSGD, 0.3]);
  });

  it('tells which optimizers there are', async () => {
    for (const optimizer of ['rmsprop', 'constructor'] as never[])
      await expectLesson(() => optimizerOf({ optimizer }), 'OptionError', 'sgd, adam, adamw', optimizer);
  });
});

describe('recipeName', () => {
  it('is the name, or else what the recipe does in words', () => {
    expect(recipeName({ name: 'mine', l1: 0.1 })).to.equal('mine');
    expect(recipeName({})).to.equal('baseline');
    expect(recipeName({ l1: 0, dropout: 0, optimizer: 'adam' })).to.equal('baseline');
    expect(recipeName({ dropout: 0.5 })).to.equal('dropout 0.5');
    expect(recipeName({ l1: 0.001, l2: 0.01, earlyStopping: 10 })).to.equal('l1 0.001 + l2 0.01 + early stopping 10');
    expect(recipeName({ groupLasso: 0.1, optimizer: 'proximal-sgd' })).to.equal('group lasso 0.1 + proximal-sgd');
    expect(recipeName({ dropout: [0.5, 0.3], batchNorm: true })).to.equal('dropout 0.5,0.3 + batch norm');
    expect(recipeName({ earlyStopping: { monitor: 'valAccuracy' } })).to.equal('early stopping');
    expect(recipeName({ earlyStopping: 0 })).to.equal('early stopping 0');
  });
});
