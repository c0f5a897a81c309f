// model, data → loss, penalty, accuracy; outputs and classes

import { expect } from 'chai';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Conv2D } from '../../src/layers/conv2d';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { Flatten } from '../../src/layers/flatten';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { Softmax } from '../../src/layers/softmax';
import { meanSquaredError } from '../../src/losses/mean-squared-error';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { accuracy } from '../../src/metrics/accuracy';
import { l1 } from '../../src/regularizers/l1';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros } from '../../src/tensor/tensor';
import { evaluate, predict, predictClasses } from '../../src/training/evaluate';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

const rng = createRng(2);
const n = 700; // more than two of the pieces that data are sent through in
const data = { x: randomTensor([n, 3], 'x'), y: Int32Array.from({ length: n }, (_, i) => (i * i) % 4), classes: 4 };
const model = new Sequential([new Dense(5, { kernelRegularizer: l1(0.1) }), new Dropout(0.7), new Dense(4)], {
  inputShape: [3],
  rng,
});

describe('evaluate', () => {
  it('gives the loss and the accuracy of all examples, with dropout off, and the penalty apart', () => {
    const logits = model.forward(data.x);
    const found = evaluate(model, data);
    expect(found.loss).to.be.closeTo(softmaxCrossEntropy.value(logits, data.y), 1e-13);
    expect(found.accuracy).to.equal(accuracy(logits, data.y));
    expect(found.penalty).to.equal(model.penalty());
    expect(found.penalty).to.be.above(0.1);
  });

  it('takes one-hot rows as well', () => {
    const y = zeros([n, 4]);
    data.y.forEach((label, i) => (y.data[4 * i + label] = 1));
    expect(evaluate(model, { x: data.x, y })).to.deep.equal(evaluate(model, data));
  });

  it('has no accuracy with a loss that has no classes', () => {
    const y = randomTensor([n, 4], 'y');
    const found = evaluate(model, { x: data.x, y }, meanSquaredError);
    expect(found.loss).to.be.closeTo(meanSquaredError.value(model.forward(data.x), y), 1e-13);
    expect('accuracy' in found).to.equal(false);
  });

  it('tells of no examples, of a label out of range, of other inputs, and of a model that ends in Softmax', async () => {
    await expectLesson(
      () => evaluate(model, { x: zeros([0, 3]), y: new Int32Array(0), classes: 4 }),
      'OptionError',
      'evaluate',
      'received none',
    );
    await expectLesson(
      () => evaluate(model, { ...data, y: data.y.map((_, i) => (i === 600 ? 4 : 0)) }),
      'OptionError',
      'labels',
      '4',
    );
    const x = { ...data.x, data: data.x.data.map((value, i) => (i === 4 ? NaN : value)) };
    await expectLesson(() => evaluate(model, { ...data, x }), 'OptionError', 'evaluate: x', 'NaN in row 1, column 1');
    await expectLesson(() => evaluate(model, { ...data, x: zeros([n, 2]) }), 'ShapeError', '(3)', '(2)');
    const probabilities = new Sequential([new Dense(4), new Softmax()], { inputShape: [3], rng });
    await expectLesson(() => evaluate(probabilities, data), 'OptionError', 'evaluate', 'Softmax', 'logits');
  });
});

describe('predict', () => {
  it('leaves each layer what backward needs, though another model is evaluated before it is called', () => {
    const images = randomTensor([6, 4, 4, 1], 'images');
    const make = () =>
      new Sequential([new Conv2D(2, 2), new ReLU(), new BatchNorm(), new Flatten(), new Dense(3)], {
        inputShape: [4, 4, 1],
        rng,
      });
    const gradients = (between: () => unknown) => {
      const layered = make();
      predict(layered, images);
      between();
      const dx = layered.backward(randomTensor([6, 3], 'dy'));
      return [dx, ...layered.parameters.map(({ grad }) => grad)].map(numbers);
    };
    expect(gradients(() => predict(make(), randomTensor([6, 4, 4, 1], 'others')))).to.deep.equal(gradients(() => {}));
  });

  it('gives the outputs of all examples in their order, in evaluation mode', () => {
    const outputs = predict(model, data.x);
    expect(outputs.shape).to.deep.equal([n, 4]);
    expect(numbers(outputs)).to.deep.equal(numbers(model.forward(data.x)));
  });

  it('gives numbers of its own: a later call does not overwrite them', () => {
    const first = predict(model, data.x);
    const before = numbers(first);
    predict(model, randomTensor([n, 3], 'other'));
    expect(numbers(first)).to.deep.equal(before);
  });

  it('of no examples is empty', () => {
    expect(predict(model, zeros([0, 3])).shape).to.deep.equal([0, 4]);
  });

  it('tells of other inputs', async () => {
    await expectLesson(() => predict(model, zeros([5, 2])), 'ShapeError', '(3)', '(2)');
  });
});

describe('predictClasses', () => {
  it('gives the column of the largest output', () => {
    const outputs = predict(model, data.x).data;
    predictClasses(model, data.x).forEach((label, i) => {
      const row = [...outputs.slice(4 * i, 4 * i + 4)];
      expect(row[label]).to.equal(Math.max(...row));
    });
  });

  it('makes no class of NaN', async () => {
    const x = tensor([2, 3], [1, 2, 3, 4, NaN, 6]);
    await expectLesson(() => predictClasses(model, x), 'OptionError', 'predictClasses', 'NaN in row 1');
  });
});
