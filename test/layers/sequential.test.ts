// layers → one network

import { expect } from 'chai';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Conv2D } from '../../src/layers/conv2d';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { Flatten } from '../../src/layers/flatten';
import { GlobalAveragePool2D } from '../../src/layers/global-average-pool2d';
import type { Layer } from '../../src/layers/layer';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { elasticNet } from '../../src/regularizers/elastic-net';
import { l1 } from '../../src/regularizers/l1';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

const build = (layers: Layer[], inputShape: readonly number[] = [3], seed = 1) =>
  new Sequential(layers, { inputShape, rng: createRng(seed) });

describe('Sequential', () => {
  it('sends x through the layers in order, and gradients back in reverse', () => {
    const [first, second] = [new Dense(4), new Dense(2)];
    const model = build([first, new ReLU(), second]);
    const [x, dy] = [randomTensor([5, 3], 'x'), randomTensor([5, 2], 'dy')];
    const hidden = first.forward(x);
    const expected = numbers(second.forward(new ReLU().forward(hidden)));
    expect(numbers(model.forward(x))).to.deep.equal(expected);
    expect(model.backward(dy).shape).to.deep.equal([5, 3]);
    expect(model.outputShape).to.deep.equal([2]);
    expect(model.shapes).to.deep.equal([[4], [4], [2]]);
  });

  it('backwardParameters writes the gradients that backward writes, whichever layer is the first to have parameters', () => {
    for (const layers of [
      [new Conv2D(2, 2), new ReLU(), new Flatten(), new Dense(2)],
      [new Flatten(), new Dense(4), new ReLU(), new Dense(2)],
      [new BatchNorm(), new GlobalAveragePool2D(), new Dense(2)],
    ]) {
      const model = build(layers, [3, 3, 2]);
      model.forward(randomTensor([5, 3, 3, 2], 'x'), { training: true });
      const dy = randomTensor([5, 2], 'dy');
      const gradients = () => model.parameters.map(({ grad }) => numbers(grad));
      model.backward(dy);
      const expected = gradients();
      for (const { grad } of model.parameters) grad.data.fill(NaN);
      model.backwardParameters(dy);
      expect(gradients()).to.deep.equal(expected);
    }
    build([new ReLU()]).backwardParameters(randomTensor([5, 3], 'dy')); // nothing to write
  });

  it('drops in training only', () => {
    const model = build([new Dropout(0.4)]);
    const x = randomTensor([20, 3], 'x');
    expect(numbers(model.forward(x))).to.deep.equal(numbers(x));
    expect(
      numbers(model.forward(x, { training: true, rng: createRng(1) })).filter((value) => value === 0),
    ).to.not.have.length(0);
  });

  it('starts a layer alike whatever layers without weights stand before it, so that models can be compared in pairs', () => {
    const plain = build([new Dense(4), new ReLU(), new Dense(2)]);
    const dropped = build([new Dense(4), new BatchNorm(), new ReLU(), new Dropout(0.3), new Dense(2)]);
    const kernels = (model: Sequential) =>
      model.parameters.filter(({ name }) => name === 'kernel').map(({ value }) => numbers(value));
    expect(kernels(dropped)).to.deep.equal(kernels(plain));
  });

  it('starts each layer differently, and another seed differently again', () => {
    const kernels = (seed: number) =>
      build([new Dense(3), new Dense(3)], [3], seed)
        .parameters.filter(({ name }) => name === 'kernel')
        .map(({ value }) => numbers(value));
    const [[a, b], [c]] = [kernels(1), kernels(2)];
    expect(a).to.not.deep.equal(b);
    expect(a).to.not.deep.equal(c);
    expect(kernels(1)).to.deep.equal([a, b]);
  });

  it('adds up the penalties of all kernels, and is 0 without any', () => {
    const model = build([
      new Dense(4, { kernelRegularizer: l1(0.5) }),
      new Dense(2, { kernelRegularizer: elasticNet({ l1: 0.1, l2: 0.2 }) }),
    ]);
    const [first, second] = model.parameters.filter(({ name }) => name === 'kernel').map(({ value }) => numbers(value));
    const expected =
      0.5 * first.reduce((s, w) => s + Math.abs(w), 0) +
      second.reduce((s, w) => s + 0.1 * Math.abs(w) + 0.2 * w * w, 0);
    model.parameters.find(({ name }) => name === 'bias')!.value.data.fill(100); // biases cost nothing
    expect(model.penalty()).to.be.closeTo(expected, 1e-12);
    expect(build([new Dense(4)]).penalty()).to.equal(0);
  });

  describe('getWeights and setWeights', () => {
    const layers = () => [new Dense(4), new BatchNorm(), new Dense(2)];

    it('carry everything to another model: parameters and buffers, layer by layer', () => {
      const [a, b] = [build(layers(), [3], 1), build(layers(), [3], 2)];
      a.forward(randomTensor([5, 3], 'train'), { training: true });
      expect(a.getWeights().map(({ shape }) => shape)).to.deep.equal([[3, 4], [4], [4], [4], [4], [4], [4, 2], [2]]);
      b.setWeights(a.getWeights());
      const x = randomTensor([5, 3], 'x');
      expect(numbers(b.forward(x))).to.deep.equal(numbers(a.forward(x)));
    });

    it('copy: later training changes neither what was taken nor what was given', () => {
      const model = build(layers());
      const taken = model.getWeights();
      const before = taken.map(numbers);
      model.parameters[0].value.data.fill(7);
      expect(taken.map(numbers)).to.deep.equal(before);
      model.setWeights(taken);
      model.parameters[0].value.data.fill(8);
      expect(taken.map(numbers)).to.deep.equal(before);
    });

    it('keep the parameter objects, so that an optimizer knows them again', () => {
      const model = build(layers());
      const before = model.parameters;
      model.setWeights(model.getWeights());
      model.parameters.forEach((parameter, i) => expect(parameter).to.equal(before[i]));
    });

    it('tell of weights that do not fit, and change nothing then', async () => {
      const model = build(layers());
      const before = model.getWeights().map(numbers);
      await expectLesson(
        () => model.setWeights(model.getWeights().slice(1)),
        'OptionError',
        'setWeights',
        '8 weights',
        'received 7',
      );
      const wrong = model.getWeights().map(({ shape }) => zeros(shape));
      wrong[7] = zeros([3]);
      await expectLesson(() => model.setWeights(wrong), 'ShapeError', 'weight 7 (bias)', '(2)', '(3)');
      for (const length of [1, 3]) {
        wrong[7] = { shape: [2], data: new Float64Array(length) };
        await expectLesson(
          () => model.setWeights(wrong),
          'ShapeError',
          'weight 7 (bias)',
          `(2) with ${length} numbers`,
        );
      }
      expect(model.getWeights().map(numbers)).to.deep.equal(before);
    });
  });

  describe('tells', () => {
    it('which two layers do not fit together', async () => {
      await expectLesson(
        () => build([new ReLU(), new Dense(2)], [4, 4, 1]),
        'ShapeError',
        'layer 2 (dense)',
        'layer 1 (re_lu)',
        '(4, 4, 1)',
        'Flatten',
      );
      await expectLesson(() => build([new Dense(2)], [4, 4, 1]), 'ShapeError', 'layer 1 (dense)', 'the input');
    });

    it('of no layers, layers that are none or stand in no array, a layer twice or of another model, a missing inputShape, a missing rng', async () => {
      await expectLesson(() => build([]), 'OptionError', 'at least one layer', 'received none');
      await expectLesson(
        () => new Sequential(new Dense(2) as never, new ReLU() as never),
        'OptionError',
        'Sequential: layers must be an array, received Dense; put them into [ and ]',
      );
      await expectLesson(
        () => build([new Dense(2), ReLU as never]),
        'OptionError',
        'Sequential: each layer must be made with new, received function ReLU; write e.g. new ReLU()',
      );
      await expectLesson(() => build([undefined as never]), 'OptionError', 'received undefined');
      const twice = new Dense(3);
      await expectLesson(() => build([twice, twice]), 'OptionError', 'once', 'make a new one');
      const shared = new Dense(3);
      build([shared]);
      await expectLesson(() => build([shared]), 'OptionError', 'one model only', 'create a new layer');
      await expectLesson(
        () => new Sequential([new Dense(2)], { rng: createRng(1) } as never),
        'OptionError',
        'inputShape',
      );
      await expectLesson(
        () => new Sequential([new Dense(2)], { inputShape: [3] } as never),
        'OptionError',
        'rng',
        'createRng(42)',
      );
    });

    it('of examples in another shape than inputShape', async () => {
      await expectLesson(
        () => build([new Dense(2)]).forward(tensor([5, 2], new Float64Array(10))),
        'ShapeError',
        '(3)',
        '(2)',
        'batch of 5',
      );
    });
  });

  describe('summary', () => {
    const model = build(
      [new Dense(128), new ReLU(), new Dropout(0.5), new Dense(64), new BatchNorm(), new ReLU(), new Dense(2)],
      [20],
    );

    it('has the columns of Keras, a row a layer, and names numbered from the second of a kind on', () => {
      const lines = model
        .summary()
        .split('\n')
        .map((line) =>
          line
            .split(/[│┃]/)
            .map((cell) => cell.trim())
            .filter(Boolean),
        );
      const rows = lines.filter((cells) => cells.length === 3);
      expect(rows).to.deep.equal([
        ['Layer (type)', 'Output Shape', 'Param #'],
        ['dense (Dense)', '(None, 128)', '2,688'],
        ['re_lu (ReLU)', '(None, 128)', '0'],
        ['dropout (Dropout)', '(None, 128)', '0'],
        ['dense_1 (Dense)', '(None, 64)', '8,256'],
        ['batch_norm (BatchNorm)', '(None, 64)', '256'],
        ['re_lu_1 (ReLU)', '(None, 64)', '0'],
        ['dense_2 (Dense)', '(None, 2)', '130'],
      ]);
    });

    it('counts what is trained apart from what is not, with the memory of float64', () => {
      const totals = model.summary().split('\n').slice(-3);
      expect(totals).to.deep.equal([
        ' Total params: 11,330 (88.52 KB)',
        ' Trainable params: 11,202 (87.52 KB)',
        ' Non-trainable params: 128 (1.00 KB)',
      ]);
    });

    it('is a table whose lines are equally long', () => {
      const table = model.summary().split('\n').slice(1, -3);
      expect(new Set(table.map((line) => line.length)).size).to.equal(1);
    });
  });
});
