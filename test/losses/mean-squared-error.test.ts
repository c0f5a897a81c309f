// prediction, target → the mean over all elements

import { expect } from 'chai';
import { meanSquaredError } from '../../src/losses/mean-squared-error';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros } from '../../src/tensor/tensor';
import { checkGradients } from '../../src/layers/check-gradients';
import { expectLesson } from '../support/errors';
import { lossLayer } from '../support/loss-layer';
import { numbers, randomTensor } from '../support/tensors';

describe('meanSquaredError', () => {
  it('divides by all elements: errors 1, 2, 3 and 4 in two rows give 7.5', () => {
    expect(meanSquaredError.value(tensor([2, 2], [1, 2, 3, 4]), zeros([2, 2]))).to.equal(7.5);
  });

  it('has the gradient 2 (prediction - target) / elements', () => {
    expect(
      numbers(meanSquaredError.gradient(tensor([2, 2], [1, 2, 3, 4]), tensor([2, 2], [0, 0, 5, 0]))),
    ).to.deep.equal([0.5, 1, -1, 2]);
  });

  it('passes the gradient check', () => {
    const layer = lossLayer(meanSquaredError, randomTensor([5, 3], 'target'));
    expect(checkGradients(layer, randomTensor([5, 3], 'prediction'), createRng(1)).maxRelativeError).to.be.below(1e-7);
  });

  it('tells of other shapes, class indices and an empty batch', async () => {
    for (const part of ['value', 'gradient'] as const) {
      await expectLesson(() => meanSquaredError[part](zeros([5, 1]), zeros([5, 2])), 'ShapeError', '(5, 1)', '(5, 2)');
      await expectLesson(
        () => meanSquaredError[part](zeros([5, 1]), new Int32Array(5)),
        'ShapeError',
        '5 class indices',
        'softmaxCrossEntropy',
      );
      await expectLesson(() => meanSquaredError[part](zeros([0, 2]), zeros([0, 2])), 'OptionError', 'empty batch');
    }
  });
});
