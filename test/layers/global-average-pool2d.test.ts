import { expect } from 'chai';
import { GlobalAveragePool2D } from '../../src/layers/global-average-pool2d';
import { Sequential } from '../../src/layers/sequential';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros } from '../../src/tensor/tensor';
import { checkGradients } from '../../src/layers/check-gradients';
import { loadModel, saveModel } from '../../src/layers/save-model';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

describe('GlobalAveragePool2D', () => {
  it('gives the mean of each channel', () => {
    const x = tensor([2, 1, 2, 2], [1, 10, 3, 20, -1, 0, -2, 0]);
    const y = new GlobalAveragePool2D().forward(x);
    expect(y.shape).to.deep.equal([2, 2]);
    expect(numbers(y)).to.deep.equal([2, 15, -1.5, 0]);
  });

  it('passes the gradient check', () => {
    const { maxRelativeError } = checkGradients(new GlobalAveragePool2D(), randomTensor([3, 5, 4, 2], 1), createRng(2));
    expect(maxRelativeError).to.be.below(1e-9);
  });

  it('comes back from saveModel', () => {
    const model = new Sequential([new GlobalAveragePool2D()], { inputShape: [4, 5, 3], rng: createRng(6) });
    expect(loadModel(saveModel(model)).outputShape).to.deep.equal([3]);
  });

  it('refuses what are no images, and a call out of order', async () => {
    await expectLesson(() => new GlobalAveragePool2D().build([7]), 'ShapeError', '(7)');
    await expectLesson(() => new GlobalAveragePool2D().forward(zeros([2, 7])), 'ShapeError', '(7)');
    await expectLesson(() => new GlobalAveragePool2D().backward(zeros([2, 7])), 'OptionError', 'forward');
  });
});
