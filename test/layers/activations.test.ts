// ReLU, Softmax, Flatten: layers without parameters

import { expect } from 'chai';
import { Flatten } from '../../src/layers/flatten';
import { ReLU } from '../../src/layers/relu';
import { Softmax } from '../../src/layers/softmax';
import { softmax } from '../../src/losses/softmax';
import { tensor } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

describe('ReLU', () => {
  it('lets positive numbers pass and makes the others 0', () => {
    expect(numbers(new ReLU().forward(tensor([1, 4], [2, -3, 0, 0.5])))).to.deep.equal([2, 0, 0, 0.5]);
  });

  it('stops gradients where its input was 0 or less', () => {
    const layer = new ReLU();
    layer.forward(tensor([1, 4], [2, -3, 0, 0.5]));
    expect(numbers(layer.backward(tensor([1, 4], [10, 20, 30, 40])))).to.deep.equal([10, 0, 0, 40]);
  });

  it('does not hide a NaN', () => {
    expect(numbers(new ReLU().forward(tensor([1, 2], [NaN, -1])))).to.deep.equal([NaN, 0]);
  });

  it('has a derivative of 0 for NaN and -0', () => {
    const layer = new ReLU();
    layer.forward(tensor([1, 2], [NaN, -0]));
    expect(numbers(layer.backward(tensor([1, 2], [10, 20])))).to.deep.equal([0, 0]);
  });

  it('tells of backward before forward', async () => {
    await expectLesson(() => new ReLU().backward(tensor([1, 1], [1])), 'OptionError', 'ReLU', 'forward first');
  });
});

describe('Softmax', () => {
  it('gives the probabilities of softmax(logits)', () => {
    const logits = randomTensor([5, 3], 'logits');
    expect(numbers(new Softmax().forward(logits))).to.deep.equal(numbers(softmax(logits)));
  });

  it('tells that it needs rows of numbers, and of backward before forward', async () => {
    await expectLesson(() => new Softmax().build([4, 4, 2]), 'ShapeError', 'Softmax', '(4, 4, 2)', 'Flatten');
    await expectLesson(() => new Softmax().backward(tensor([1, 1], [1])), 'OptionError', 'Softmax', 'forward first');
  });
});

describe('Flatten', () => {
  it('makes each example one row, row-major, and gives gradients their shape back', () => {
    const layer = new Flatten();
    expect(layer.build([2, 5, 3])).to.deep.equal([30]);
    const x = randomTensor([4, 2, 5, 3], 'images');
    const y = layer.forward(x);
    expect(y.shape).to.deep.equal([4, 30]);
    expect(numbers(y)).to.deep.equal(numbers(x));
    const dx = layer.backward(y);
    expect(dx.shape).to.deep.equal([4, 2, 5, 3]);
    expect(numbers(dx)).to.deep.equal(numbers(x));
  });

  it('tells of backward before forward', async () => {
    await expectLesson(() => new Flatten().backward(tensor([1, 1], [1])), 'OptionError', 'Flatten', 'forward first');
  });
});
