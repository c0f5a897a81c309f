import { expect } from 'chai';
import { MaxPool2D } from '../../src/layers/max-pool2d';
import { Sequential } from '../../src/layers/sequential';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros, type Images, type Shape } from '../../src/tensor/tensor';
import { checkGradients } from '../../src/layers/check-gradients';
import { loadModel, saveModel } from '../../src/layers/save-model';
import { expectLesson } from '../support/errors';
import { numbers } from '../support/tensors';

/** Numbers 0.1 apart in random order: no two of them are near a tie, where the maximum has a kink. */
function distinct(shape: Images['shape'], seed: number): Images {
  const order = createRng(seed).permutation(shape[0] * shape[1] * shape[2] * shape[3]);
  return tensor(
    shape,
    Float64Array.from(order, (place) => place / 10 - 3),
  );
}

function built(layer: MaxPool2D, image: Shape): MaxPool2D {
  layer.build(image, createRng(1));
  return layer;
}

describe('MaxPool2D', () => {
  it('keeps the largest number of each window, channel by channel', () => {
    const x = tensor([1, 2, 4, 2], [1, -1, 5, -2, 3, 9, 0, 0, 4, -3, 2, -4, 7, 8, 6, 1]);
    const layer = built(new MaxPool2D(2), [2, 4, 2]);
    const y = layer.forward(x);
    expect(y.shape).to.deep.equal([1, 1, 2, 2]);
    expect(numbers(y)).to.deep.equal([5, -1, 7, 9]);
  });

  for (const [poolSize, strides, padding, image] of [
    [2, undefined, 'valid', [5, 4, 2]],
    [3, 2, 'same', [5, 6, 2]],
    [[3, 2], 1, 'valid', [4, 5, 3]],
    [[1, 3], [2, 1], 'same', [3, 4, 1]],
  ] as const) {
    it(`passes the gradient check with windows of ${poolSize}, strides ${strides ?? poolSize}, ${padding}, on images of ${image}`, () => {
      const layer = built(new MaxPool2D(poolSize, { strides, padding }), image);
      const { maxRelativeError } = checkGradients(layer, distinct([2, ...image], 2), createRng(3));
      expect(maxRelativeError).to.be.below(1e-9);
    });
  }

  it('never takes padding for the maximum, though all numbers be negative', () => {
    const layer = built(new MaxPool2D(3, { strides: 1, padding: 'same' }), [2, 2, 1]);
    expect(numbers(layer.forward(tensor([1, 2, 2, 1], [-4, -3, -2, -1])))).to.deep.equal([-1, -1, -1, -1]);
  });

  it('gives the gradient of equal maxima to the first, and adds up where windows overlap', () => {
    const layer = built(new MaxPool2D(2, { strides: 1 }), [2, 3, 1]);
    layer.forward(tensor([1, 2, 3, 1], [1, 5, 0, 5, 5, 2]));
    expect(numbers(layer.backward(tensor([1, 1, 2, 1], [10, 1])))).to.deep.equal([0, 11, 0, 0, 0, 0]);
  });

  it('lets NaN through', () => {
    for (let place = 0; place < 4; place++) {
      const x = tensor([1, 2, 2, 1], [1, 2, 3, 4]);
      x.data[place] = NaN;
      expect(numbers(built(new MaxPool2D(2), [2, 2, 1]).forward(x))).to.deep.equal([NaN]);
    }
  });

  it('works on a smaller batch after a larger one', () => {
    const layer = built(new MaxPool2D(2), [2, 2, 1]);
    layer.forward(distinct([3, 2, 2, 1], 4));
    layer.forward(tensor([1, 2, 2, 1], [1, 4, 2, 3]));
    expect(numbers(layer.backward(tensor([1, 1, 1, 1], [6])))).to.deep.equal([0, 6, 0, 0]);
  });

  it('comes back from saveModel with its options', () => {
    const layer = new MaxPool2D([3, 2], { strides: [1, 2], padding: 'same' });
    const loaded = loadModel(saveModel(new Sequential([layer], { inputShape: [4, 5, 1], rng: createRng(6) })));
    expect(loaded.layers[0].config()).to.deep.equal(layer.config());
    expect(loaded.outputShape).to.deep.equal([4, 3, 1]);
  });

  it('refuses sizes below 1, rows instead of images, other images than it was built for, and a call out of order', async () => {
    await expectLesson(() => new MaxPool2D(0), 'OptionError', 'MaxPool2D', '0');
    await expectLesson(() => new MaxPool2D(2).build([784], createRng(1)), 'ShapeError', 'MaxPool2D', '(784)');
    await expectLesson(() => new MaxPool2D(2).forward(zeros([1, 2, 2, 1])), 'OptionError', 'built');
    await expectLesson(
      () => built(new MaxPool2D(2), [4, 4, 1]).forward(zeros([1, 4, 5, 1])),
      'ShapeError',
      '(4, 4, 1)',
      '(1, 4, 5, 1)',
    );
    await expectLesson(
      () => built(new MaxPool2D(2), [4, 4, 1]).backward(zeros([1, 2, 2, 1])),
      'OptionError',
      'forward',
    );
  });
});
