// logits, labels → the mean of -log p, stable, and divided by the batch once

import { expect } from 'chai';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros, type Tensor } from '../../src/tensor/tensor';
import { checkGradients } from '../../src/layers/check-gradients';
import { expectLesson } from '../support/errors';
import { lossLayer } from '../support/loss-layer';
import { numbers, randomTensor } from '../support/tensors';

const { value, gradient } = softmaxCrossEntropy;

function oneHot(labels: number[], classes: number): Tensor {
  const rows = zeros([labels.length, classes]);
  labels.forEach((label, i) => (rows.data[i * classes + label] = 1));
  return rows;
}

describe('softmaxCrossEntropy', () => {
  const labels = [0, 2, 1, 1, 0];
  const logits = randomTensor([5, 3], 'cross-entropy');

  it('of equal logits is the log of the number of classes', () => {
    expect(value(zeros([4, 7]), Int32Array.of(0, 3, 6, 1))).to.be.closeTo(Math.log(7), 1e-15);
  });

  it('is a mean over the batch: the same rows twice give the same loss and half the gradient', () => {
    const twice = tensor([10, 3], [...logits.data, ...logits.data]);
    const target = Int32Array.from([...labels, ...labels]);
    expect(value(twice, target)).to.be.closeTo(value(logits, Int32Array.from(labels)), 1e-15);
    const once = numbers(gradient(logits, Int32Array.from(labels)));
    numbers(gradient(twice, target)).forEach((dz, i) => expect(dz).to.be.closeTo(once[i % 15] / 2, 1e-16));
  });

  it('takes class indices and one-hot rows for the same', () => {
    const [indices, rows] = [Int32Array.from(labels), oneHot(labels, 3)];
    expect(value(logits, rows)).to.equal(value(logits, indices));
    expect(numbers(gradient(logits, rows))).to.deep.equal(numbers(gradient(logits, indices)));
  });

  it('passes the gradient check with class indices, one-hot rows and soft targets', () => {
    const soft = tensor(
      [5, 3],
      Array.from({ length: 5 }, () => [0.2, 0.5, 0.3]),
    );
    for (const target of [Int32Array.from(labels), oneHot(labels, 3), soft]) {
      expect(checkGradients(lossLayer(softmaxCrossEntropy, target), logits, createRng(1)).maxRelativeError).to.be.below(
        1e-7,
      );
    }
  });

  it('is exact at logits of ±1000, where the probability of the right class rounds to 0', () => {
    const extreme = tensor([1, 2], [1000, -1000]);
    expect(value(extreme, Int32Array.of(1))).to.equal(2000);
    expect(value(extreme, Int32Array.of(0))).to.equal(0);
    expect(value(extreme, oneHot([1], 2))).to.equal(2000);
    expect(numbers(gradient(extreme, Int32Array.of(1)))).to.deep.equal([1, -1]);
  });

  it('takes probabilities that come from float32, and refuses rows that are further from 1', async () => {
    const single = tensor([1, 3], Float32Array.of(0.1, 0.2, 0.7)); // adds up to 0.99999998…
    expect(single.data.reduce((a, b) => a + b)).to.not.be.closeTo(1, 1e-9);
    expect(value(tensor([1, 3], [1, 2, 3]), single)).to.be.closeTo(
      value(tensor([1, 3], [1, 2, 3]), tensor([1, 3], [0.1, 0.2, 0.7])),
      1e-6,
    );
    const away = tensor([1, 3], [0.1, 0.2, 0.7001]);
    await expectLesson(() => value(tensor([1, 3], [1, 2, 3]), away), 'OptionError', 'add up to 1', 'row 0');
  });

  it('does not let an impossible class that is not asked for make a NaN', () => {
    expect(value(tensor([1, 3], [-Infinity, 0, 0]), oneHot([1], 3))).to.be.closeTo(Math.log(2), 1e-15);
  });

  it('of logits that are no numbers is no number', () => {
    expect(value(tensor([1, 2], [NaN, 0]), Int32Array.of(1))).to.be.NaN;
  });

  it('changes neither logits nor labels', () => {
    const [z, target] = [numbers(logits), oneHot(labels, 3)];
    gradient(logits, target);
    expect(numbers(logits)).to.deep.equal(z);
    expect(numbers(target)).to.deep.equal(numbers(oneHot(labels, 3)));
  });

  for (const part of ['value', 'gradient'] as const) {
    const call = softmaxCrossEntropy[part] as (prediction: Tensor, target: unknown) => unknown;
    it(`its ${part} tells of a label out of range, an empty batch, too few labels, other shapes, and rows that are no probabilities`, async () => {
      await expectLesson(
        () => call(logits, Int32Array.of(0, 1, 2, 3, 0)),
        'OptionError',
        '0 … 2',
        'received 3 in row 3',
      );
      await expectLesson(() => call(logits, Int32Array.of(0, -1, 2, 1, 0)), 'OptionError', 'received -1 in row 1');
      await expectLesson(() => call(zeros([0, 3]), new Int32Array(0)), 'OptionError', 'empty batch');
      await expectLesson(() => call(logits, Int32Array.of(0, 1)), 'ShapeError', '5 rows and 2 labels');
      await expectLesson(() => call(logits, zeros([5, 2])), 'ShapeError', '(5, 3)', '(5, 2)');
      await expectLesson(() => call(logits, [0, 1, 2, 0, 1]), 'OptionError', 'Int32Array.from(y)');
      await expectLesson(() => call(logits, undefined), 'OptionError', 'undefined');
      await expectLesson(() => call(tensor([1, 2], [1, 2]), tensor([1, 2], [2, -1])), 'OptionError', 'received -1');
      await expectLesson(() => call(tensor([3], [1, 2, 3]), Int32Array.of(0)), 'ShapeError', '(3)');
      await expectLesson(
        () => call(tensor([1, 2], [1, 2]), tensor([1, 2], [1, 1])),
        'OptionError',
        'add up to 1',
        'received 2 in row 0',
      );
    });
  }
});
