// mistakes → the lesson, before the first step

import { expect } from 'chai';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Conv2D } from '../../src/layers/conv2d';
import { Dense } from '../../src/layers/dense';
import { Flatten } from '../../src/layers/flatten';
import { Sequential } from '../../src/layers/sequential';
import { Softmax } from '../../src/layers/softmax';
import { meanSquaredError } from '../../src/losses/mean-squared-error';
import { Adam } from '../../src/optimizers/adam';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros } from '../../src/tensor/tensor';
import { EarlyStopping } from '../../src/training/early-stopping';
import { evaluate } from '../../src/training/evaluate';
import type { Examples } from '../../src/training/examples';
import { fit } from '../../src/training/fit';
import type { FitOptions } from '../../src/training/fit-options';
import { mlp } from '../../src/experiments/recipe';
import { moons, smallModel } from '../support/examples';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

const { train, validation } = moons();
const rng = createRng(11);

/** Holds that this run is refused with this lesson, with every weight still as it was. */
async function refuses(
  texts: string[],
  name: 'OptionError' | 'ShapeError',
  options: Partial<FitOptions>,
  examples: Examples = train,
  model = smallModel(train),
) {
  const before = model.getWeights().map(numbers);
  await expectLesson(() => fit(model, examples, { epochs: 2, rng, ...options }), name, ...texts);
  expect(model.getWeights().map(numbers)).to.deep.equal(before);
}

describe('fit refuses, before the first step,', () => {
  it('epochs and batch sizes that are no whole numbers of at least 1', async () => {
    for (const wrong of [0, -1, 2.5, NaN]) {
      await refuses(['epochs', String(wrong)], 'OptionError', { epochs: wrong });
      await refuses(['batchSize', String(wrong)], 'OptionError', { batchSize: wrong });
    }
  });

  it('a model whose fit has not ended: an await is missing', async () => {
    const model = smallModel(train);
    const first = fit(model, train, { epochs: 2, rng });
    await expectLesson(() => fit(model, train, { epochs: 2, rng }), 'OptionError', 'one fit at a time', 'await');
    expect((await first).epochs).to.have.length(2);
    expect((await fit(model, train, { epochs: 1, rng })).epochs).to.have.length(1);
  });

  it('batches in which BatchNorm would get one example', async () => {
    const model = () => mlp({ hidden: [5], batchNorm: true }, train, createRng(2)); // 51 examples to train on
    for (const [batchSize, which] of [
      [50, 'the last'],
      [25, 'the last'],
      [1, 'each'],
    ] as const) {
      const texts = [
        `batch_norm must get at least two examples`,
        `51 examples in batches of ${batchSize}, of which ${which}`,
      ];
      await refuses(texts, 'OptionError', { batchSize }, train, model());
    }
    for (const batchSize of [26, 49, 51, 64]) {
      const { stopReason } = await fit(model(), train, { epochs: 1, batchSize, rng });
      expect(stopReason, `batches of ${batchSize}`).to.equal('completed');
    }
    const maps = new Sequential([new Conv2D(2, 2), new BatchNorm(), new Flatten(), new Dense(2)], {
      inputShape: [3, 3, 1],
      rng: createRng(2),
    });
    const images = { x: randomTensor([5, 3, 3, 1], 'images'), y: Int32Array.of(0, 1, 0, 1, 1), classes: 2 };
    expect((await fit(maps, images, { epochs: 1, batchSize: 1, rng })).stopReason).to.equal('completed');
  });

  it('the second of two models that share an Adam, when both begin at once', async () => {
    const optimizer = new Adam();
    const first = fit(smallModel(train), train, { epochs: 1, rng, optimizer });
    await refuses(['Adam', 'must train one model'], 'OptionError', { optimizer });
    expect((await first).stopReason).to.equal('completed');
  });

  it('an Adam that has trained another model; the callbacks that have begun hear of the end', async () => {
    const optimizer = new Adam();
    await fit(smallModel(train), train, { epochs: 1, rng, optimizer });
    const calls: string[] = [];
    const callbacks = [{ onTrainBegin: () => void calls.push('begin'), onTrainEnd: () => void calls.push('end') }];
    await refuses(['Adam', 'must train one model'], 'OptionError', { optimizer, callbacks });
    expect(calls).to.deep.equal(['begin', 'end']);
  });

  it('options that are missing, and names that it does not know', async () => {
    const call = fit as (...args: unknown[]) => Promise<unknown>;
    for (const none of [undefined, null, 5])
      await expectLesson(() => call(smallModel(train), train, none), 'OptionError', 'fit: options', '{ rng: createRng');
    for (const name of ['validationData', 'learningRate', 'Epochs']) {
      const error = await call(smallModel(train), train, { rng, [name]: undefined }).catch((e) => e);
      const { name: kind, message } = error as Error;
      expect(kind).to.equal('OptionError');
      expect(message)
        .to.match(/^fit: /)
        .and.include(name)
        .and.include('validation, loss, optimizer, epochs');
    }
  });

  const wrong: [what: string, options: object, ...texts: string[]][] = [
    ['a class for a callback', { callbacks: [EarlyStopping] }, 'callbacks must be a list', 'function EarlyStopping'],
    ['a callback that is in no list', { callbacks: new EarlyStopping() }, 'received EarlyStopping', '[new Early'],
    ['a callback with a misspelt hook', { callbacks: [{ onEpochend: () => {} }] }, 'onTrainBegin, onEpochEnd'],
    ['the controller for its signal', { signal: new AbortController() }, 'received AbortController', '.signal'],
    ['true for a signal', { signal: true }, 'signal must be', 'received true'],
    ['the name of an optimizer', { optimizer: 'adam' }, 'optimizer must be', 'received "adam"', 'new Adam()'],
    ['a class for an optimizer', { optimizer: Adam }, 'function Adam', 'new Adam()'],
    ['the name of a loss', { loss: 'mse' }, 'loss must be', 'received "mse"'],
  ];
  for (const [what, options, ...texts] of wrong) it(what, () => refuses(texts, 'OptionError', options));

  it('what is no data, as a whole split', async () => {
    for (const none of [null, moons(), train.x, { x: [[1, 2]], y: train.y }] as unknown as Examples[])
      await refuses(['fit: train: examples must be', 'data.train'], 'OptionError', {}, none, smallModel(train));
    for (const none of [moons(), { y: train.y }] as unknown as Examples[])
      await refuses(['fit: validation: examples must be'], 'OptionError', { validation: none });
  });

  it('labels of another type than Int32Array, and labels without the number of classes', async () => {
    const labels = Array.from(train.y);
    const targets = zeros([labels.length, 2]);
    for (const y of [labels, Uint8Array.from(labels), targets]) {
      const wrong = { ...train, y } as unknown as Examples;
      const type = y.constructor.name;
      await refuses(
        ['fit: train', 'Int32Array', `received ${type}`, y === targets ? 'leave classes out' : 'Int32Array.from(y)'],
        'OptionError',
        {},
        wrong,
      );
      await refuses(['fit: validation', `received ${type}`], 'OptionError', { validation: wrong });
    }
    for (const y of [train.y, labels, Uint8Array.from(labels)]) {
      const wrong = { x: train.x, y } as unknown as Examples;
      await refuses(['without classes', `received ${y.constructor.name}`, 'classes: 2'], 'OptionError', {}, wrong);
    }
  });

  it('x or y with another number of numbers than its shape says', async () => {
    const [x, y] = [randomTensor([6, 2], 'x'), zeros([6, 2])];
    const short = { shape: [6, 2], data: new Float64Array(11) };
    const loss = meanSquaredError;
    await refuses(['fit: train: x', '(6, 2)', '12 numbers', 'received 11'], 'ShapeError', { loss }, { x: short, y });
    await refuses(['fit: train: y', '(6, 2)', '12 numbers', 'received 11'], 'ShapeError', { loss }, { x, y: short });
  });

  it('a row of targets that adds up to something else, wherever it stands, by its number in the data', async () => {
    const x = randomTensor([300, 2], 'one-hot');
    const y = zeros([300, 2]);
    y.data.forEach((_, i) => (y.data[i] = i % 2));
    await fit(smallModel(train), { x, y }, { epochs: 1, rng }); // right
    y.data[2 * 299] = 0.5;
    await refuses(['add up to 1', 'received 1.5 in row 299'], 'OptionError', {}, { x, y });
    await refuses(['received 1.5 in row 299'], 'OptionError', { validation: { x, y } });
    await expectLesson(() => evaluate(smallModel(train), { x, y }), 'OptionError', 'received 1.5 in row 299');
  });

  it('a run without its validation set, and leaves the Adam free for another model', async () => {
    const options = { optimizer: new Adam(), callbacks: [new EarlyStopping()] };
    await refuses(['EarlyStopping', 'validation'], 'OptionError', options);
    const history = await fit(smallModel(train), train, { epochs: 1, rng, validation, ...options });
    expect(history.epochs).to.have.length(1);
  });

  it('a missing rng', () => refuses(['fit', 'rng', 'createRng(42)'], 'OptionError', { rng: undefined }));

  it('labels out of range', async () => {
    const wrong = (label: number) => ({ ...train, y: train.y.map((y, i) => (i === 4 ? label : y)) });
    await refuses(['fit: train', 'received 2 in row 4'], 'OptionError', {}, wrong(2));
    await refuses(['fit: train', 'received -1 in row 4'], 'OptionError', {}, wrong(-1));
    await refuses(['fit: validation', 'received 7 in row 4'], 'OptionError', {
      validation: { ...validation, y: validation.y.map((y, i) => (i === 4 ? 7 : y)) },
    });
  });

  it('NaN and Infinity in the inputs or the targets', async () => {
    for (const bad of [NaN, Infinity]) {
      const x = { ...train.x, data: train.x.data.map((v, i) => (i === 7 ? bad : v)) };
      await refuses(['fit: train', `received ${bad} in row 3, column 1`], 'OptionError', {}, { ...train, x });
      const y = tensor([5, 1], [1, 2, bad, 4, 5]);
      const line = new Sequential([new Dense(1)], { inputShape: [1], rng });
      await refuses(
        ['targets', String(bad), 'row 2'],
        'OptionError',
        { loss: meanSquaredError },
        { x: zeros([5, 1]), y },
        line,
      );
    }
  });

  it('more classes than outputs', () =>
    refuses(['3 classes', 'received 2', 'new Dense(3)'], 'OptionError', {}, { ...train, classes: 3 }));

  it('inputs of another shape than the model, in training and in validation', async () => {
    const wide = { ...validation, x: randomTensor([validation.y.length, 3], 'wide') };
    await refuses(['(2)', '(3)'], 'ShapeError', {}, { ...train, x: randomTensor([train.y.length, 3], 'wide') });
    await refuses(['(2)', '(3)'], 'ShapeError', { validation: wide });
  });

  it('targets of another shape than the outputs, and class indices for meanSquaredError', async () => {
    const { x } = train;
    await refuses(['(1, 2)', '(1, 1)'], 'ShapeError', { loss: meanSquaredError }, { x, y: zeros([x.shape[0], 1]) });
    await refuses(['class indices', 'softmaxCrossEntropy'], 'ShapeError', { loss: meanSquaredError });
    const y = zeros([x.shape[0], 2]);
    await refuses(['class indices'], 'ShapeError', { loss: meanSquaredError, validation }, { x, y });
  });

  it('as many labels as not examples, and no examples at all', async () => {
    await refuses(['fit: train', '51 rows and 50 labels'], 'ShapeError', {}, { ...train, y: train.y.slice(1) });
    await refuses(
      ['fit: train', 'at least one example'],
      'ShapeError',
      {},
      { x: zeros([0, 2]), y: new Int32Array(0), classes: 2 },
    );
    await refuses(['fit: validation'], 'ShapeError', {
      validation: { x: zeros([0, 2]), y: new Int32Array(0), classes: 2 },
    });
    await refuses(
      ['fit: train', '(4, 2)', '(3, 2)'],
      'ShapeError',
      { loss: meanSquaredError },
      { x: zeros([4, 2]), y: zeros([3, 2]) },
    );
  });

  it('a model that ends in Softmax, for a loss that has the softmax in it', async () => {
    const model = new Sequential([new Dense(2), new Softmax()], { inputShape: [2], rng });
    await refuses(['Softmax', 'logits', 'leave the last layer out'], 'OptionError', {}, train, model);
    const y = randomTensor([train.y.length, 2], 'targets');
    const history = await fit(model, { x: train.x, y }, { loss: meanSquaredError, epochs: 1, rng }); // which has not
    expect(history.stopReason).to.equal('completed');
  });

  it('to monitor what will not be there', async () => {
    await refuses(['valLoss', 'validation set'], 'OptionError', { callbacks: [new EarlyStopping()] });
    await refuses(['valAccuracy', 'validation set'], 'OptionError', {
      callbacks: [new EarlyStopping({ monitor: 'valAccuracy' })],
    });
    const y = zeros([train.y.length, 2]);
    await refuses(
      ['accuracy', 'classification loss'],
      'OptionError',
      { loss: meanSquaredError, callbacks: [new EarlyStopping({ monitor: 'accuracy' })] },
      { x: train.x, y },
    );
  });
});
