// model → text → the same model

import { expect } from 'chai';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { Flatten } from '../../src/layers/flatten';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { Softmax } from '../../src/layers/softmax';
import { elasticNet } from '../../src/regularizers/elastic-net';
import { groupLasso } from '../../src/regularizers/group-lasso';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import { createRng } from '../../src/tensor/random';
import type { Tensor } from '../../src/tensor/tensor';
import { predict } from '../../src/training/evaluate';
import { loadModel, saveModel } from '../../src/layers/save-model';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

function model(): Sequential {
  const layers = [
    new Flatten(),
    new Dense(5, { kernelRegularizer: elasticNet({ l1: 0.1, l2: 0.02 }), useBias: false }),
    new BatchNorm({ momentum: 0.7, epsilon: 0.01 }),
    new ReLU(),
    new Dropout(0.3),
    new Dense(4, { kernelRegularizer: groupLasso(0.3) }),
    new Dense(3, { kernelRegularizer: l1(0.4) }),
    new Dense(3, { kernelRegularizer: l2(0.5) }),
    new Softmax(),
  ];
  const made = new Sequential(layers, { inputShape: [2, 3], rng: createRng(8) });
  made.forward(randomTensor([7, 2, 3], 'train'), { training: true, rng: createRng(9) }); // moves the moving statistics
  return made;
}

interface SavedModel {
  layers: { config: Record<string, unknown> }[];
  [field: string]: unknown;
}

describe('saveModel and loadModel', () => {
  it('give the same model back: outputs and weights to the bit, layers, options and penalties', () => {
    const original = model();
    const loaded = loadModel(saveModel(original));
    expect(loaded.getWeights()).to.deep.equal(original.getWeights());
    expect(loaded.layers.map(({ type }) => type)).to.deep.equal(original.layers.map(({ type }) => type));
    expect(loaded.layers.map((layer) => layer.config())).to.deep.equal(original.layers.map((layer) => layer.config()));
    expect(loaded.penalty()).to.equal(original.penalty());
    const x = randomTensor([5, 2, 3], 'x');
    expect(numbers(predict(loaded, x))).to.deep.equal(numbers(predict(original, x)));
  });

  it('give a model that trains on like the original', () => {
    const [original, loaded] = [model(), loadModel(saveModel(model()))];
    for (const m of [original, loaded]) {
      m.forward(randomTensor([5, 2, 3], 'x'), { training: true, rng: createRng(1) });
      m.backward(randomTensor([5, 3], 'dy'));
    }
    expect(loaded.parameters.map(({ grad }) => numbers(grad))).to.deep.equal(
      original.parameters.map(({ grad }) => numbers(grad)),
    );
    expect(loaded.summary()).to.equal(original.summary());
  });

  it('give the same text again', () => {
    const text = saveModel(model());
    expect(saveModel(loadModel(text))).to.equal(text);
  });

  it('tell of text that is none of theirs, of unknown layers, of weights that do not fit, of options out of range', async () => {
    const saved = () => JSON.parse(saveModel(model()));
    const load = (content: unknown) => () => loadModel(JSON.stringify(content));
    for (const wrong of ['', 'hello', '{}', 'null', '[1]', saveModel(model()).slice(0, -5)]) {
      await expectLesson(() => loadModel(wrong), 'OptionError', 'loadModel', 'saveModel');
    }
    await expectLesson(load({ ...saved(), version: 2 }), 'OptionError', 'loadModel', 'received version 2');
    for (const hole of [
      { layers: [null] },
      { layers: [{ type: 'Dense' }] },
      { weights: [null] },
      { weights: saved().weights.map(({ shape }: { shape: number[] }) => ({ shape })) },
      { inputShape: undefined },
    ]) {
      await expectLesson(load({ ...saved(), ...hole }), 'OptionError', 'loadModel', 'the whole file');
    }
    for (const type of ['Lstm', 'toString']) {
      await expectLesson(
        load({ ...saved(), layers: [{ type, config: {} }] }),
        'OptionError',
        'loadModel',
        type,
        'Dense',
      );
    }
    await expectLesson(load({ ...saved(), weights: saved().weights.slice(1) }), 'OptionError', 'weights');
    const dropped = saved();
    dropped.layers[4].config.rate = 1;
    await expectLesson(load(dropped), 'OptionError', 'Dropout', 'rate');
  });

  const changes: [what: string, change: (saved: SavedModel) => void, ...texts: string[]][] = [
    [
      'an activation of a Dense',
      ({ layers }) => (layers[1].config.activation = 'relu'),
      'Dense',
      '"activation"',
      'new ReLU()',
    ],
    ['an option of a ReLU', ({ layers }) => (layers[3].config.slope = 0.1), 'loadModel: ReLU', '"slope"'],
    ['an option of a Flatten', ({ layers }) => (layers[0].config.order = 'F'), 'loadModel: Flatten', '"order"'],
    ['an option of a Dropout', ({ layers }) => (layers[4].config.seed = 1), 'loadModel: Dropout', '"seed"'],
    ['an option of a BatchNorm', ({ layers }) => (layers[2].config.center = false), 'BatchNorm', '"center"'],
    ['an initializer', ({ layers }) => (layers[1].config.initializer = 'zeros'), 'initializer', '"zeros"'],
    ['a Dropout without a rate', ({ layers }) => delete layers[4].config.rate, 'Dropout', 'none called rate'],
    ['a BatchNorm without its epsilon', ({ layers }) => delete layers[2].config.epsilon, 'none called epsilon'],
    [
      'a Dense that does not say about its bias',
      ({ layers }) => delete layers[1].config.useBias,
      'none called useBias',
    ],
    ['a text for a rate', ({ layers }) => (layers[4].config.rate = '0.3'), 'Dropout', '"0.3"'],
    ['a text for useBias', ({ layers }) => (layers[1].config.useBias = 'no'), 'useBias must be true or false', '"no"'],
    ['null for a momentum', ({ layers }) => (layers[2].config.momentum = null), 'momentum', 'null'],
    [
      'a penalty as a number',
      ({ layers }) => (layers[1].config.kernelRegularizer = 0.1),
      'regularizer',
      'received 0.1',
    ],
    [
      'a penalty as a list',
      ({ layers }) => (layers[1].config.kernelRegularizer = [0.1]),
      'regularizer',
      'received [0.1]',
    ],
    ['null for a penalty', ({ layers }) => (layers[1].config.kernelRegularizer = null), 'regularizer', 'received null'],
    ['a penalty that there is not', ({ layers }) => (layers[1].config.kernelRegularizer = { l3: 1 }), 'received l3'],
    ['a penalty of a ReLU', ({ layers }) => (layers[3].config.kernelRegularizer = { l2: 1 }), '"kernelRegularizer"'],
    ['another field of the file', (saved) => (saved.optimizer = 'adam'), 'loadModel', '"optimizer"'],
  ];
  for (const [what, change, ...texts] of changes) {
    it(`do not lose ${what}: the file is refused`, async () => {
      const saved = JSON.parse(saveModel(model())) as SavedModel;
      change(saved);
      await expectLesson(() => loadModel(JSON.stringify(saved)), 'OptionError', ...texts);
    });
  }

  it('refuse weights that are not finite, and layers that are not of this library', async () => {
    const diverged = model();
    diverged.parameters[0].value.data[3] = NaN;
    await expectLesson(() => saveModel(diverged), 'OptionError', 'finite');
    class Doubled extends ReLU {
      override readonly type = 'Doubled' as never;
    }
    const own = new Sequential([new Doubled()], { inputShape: [3], rng: createRng(1) });
    await expectLesson(() => saveModel(own), 'OptionError', 'Doubled', 'getWeights()');
  });

  it('refuse a class of your own that goes by the name of one of theirs, which would come back as that one', async () => {
    class Standardized extends Dense {}
    const own = new Sequential([new Standardized(2)], { inputShape: [3], rng: createRng(1) });
    await expectLesson(() => saveModel(own), 'OptionError', 'Standardized of type Dense', 'getWeights()');
  });

  it('refuse a penalty of your own, whatever its config says, which would come back as another or as none', async () => {
    const penalized = (config: object) =>
      new Sequential([new Dense(2, { kernelRegularizer: { ...l2(0.1), name: 'mine', penalty: () => 7, config } })], {
        inputShape: [3],
        rng: createRng(1),
      });
    await expectLesson(() => saveModel(penalized({ huber: 0.1 })), 'OptionError', 'huber', 'getWeights()');
    for (const config of [{}, { l2: 0.1 }])
      await expectLesson(() => saveModel(penalized(config)), 'OptionError', 'received mine', 'getWeights()');
  });

  it('refuse a penalty of your own also where it is 0 on the weights as they are', async () => {
    const wall = {
      ...l2(0.1),
      name: 'wall',
      config: {},
      penalty: ({ data }: Tensor) => Math.max(0, Math.max(...data) - 5),
    };
    const small = new Sequential([new Dense(2, { kernelRegularizer: wall })], { inputShape: [3], rng: createRng(1) });
    expect(small.penalty()).to.equal(0);
    await expectLesson(() => saveModel(small), 'OptionError', 'received wall', 'getWeights()');
  });

  it('take strengths of 0 for what they are: no penalty', () => {
    const layers = [l1(0), l2(0), groupLasso(0), elasticNet({ l1: 0, l2: 0.1 }), elasticNet({})].map(
      (kernelRegularizer) => new Dense(3, { kernelRegularizer }),
    );
    const original = new Sequential(layers, { inputShape: [3], rng: createRng(1) });
    expect(loadModel(saveModel(original)).penalty()).to.equal(original.penalty());
  });
});
