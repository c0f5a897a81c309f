import { expect } from 'chai';
import fc from 'fast-check';
import { Conv2D } from '../../src/layers/conv2d';
import { convolve, convolveBackward } from '../../src/layers/convolve';
import { col2im, im2col } from '../../src/layers/im2col';
import { Sequential } from '../../src/layers/sequential';
import { SlidingWindow, type SlidingWindowOptions } from '../../src/layers/sliding-window';
import { l2 } from '../../src/regularizers/l2';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros } from '../../src/tensor/tensor';
import { checkGradients } from '../../src/layers/check-gradients';
import { loadModel, saveModel } from '../../src/layers/save-model';
import { close } from '../reference/read';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

/** Sizes, kernels, strides and padding, small and odd ones too; the kernel fits into the image. */
const cases = fc
  .record({
    n: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 1, max: 7 }),
    width: fc.integer({ min: 1, max: 7 }),
    channels: fc.integer({ min: 1, max: 3 }),
    filters: fc.integer({ min: 1, max: 3 }),
    kernelSize: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    padding: fc.constantFrom('valid' as const, 'same' as const),
    seed: fc.integer(),
  })
  .filter(
    ({ height, width, kernelSize: [down, across], padding }) =>
      padding === 'same' || (down <= height && across <= width),
  );

describe('Conv2D', () => {
  it('gives the numbers of the plain loops to the bit, whatever the sizes, strides and padding', () => {
    fc.assert(
      fc.property(cases, ({ n, height, width, channels, filters, kernelSize, strides, padding, seed }) => {
        const options: SlidingWindowOptions = { strides, padding };
        const layer = new Conv2D(filters, kernelSize, { ...options, useBias: false });
        const outputShape = layer.build([height, width, channels], createRng(seed));
        const x = randomTensor([n, height, width, channels], `x ${seed}`);
        const y = layer.forward(x);
        expect(y.shape).to.deep.equal([n, ...outputShape]);
        expect(numbers(y)).to.deep.equal(numbers(convolve(x, layer.parameters[0].value, options)));

        const dy = randomTensor(y.shape, `dy ${seed}`);
        const { dx, dw } = convolveBackward(x, layer.parameters[0].value, dy, options);
        close(layer.backward(dy), dx, { tolerance: 1e-13 }); // sums over filters first
        expect(numbers(layer.parameters[0].grad)).to.deep.equal(numbers(dw));
      }),
    );
  });

  for (const [kernelSize, strides, padding, image] of [
    [[3, 3], [1, 1], 'valid', [5, 4, 2]],
    [[3, 2], [2, 1], 'same', [5, 7, 3]],
    [[5, 3], [3, 2], 'same', [7, 4, 1]],
    [[1, 1], [2, 3], 'valid', [3, 5, 2]],
  ] as const) {
    it(`passes the gradient check with kernel ${kernelSize}, strides ${strides}, ${padding}, on images of ${image}`, () => {
      const layer = new Conv2D(3, kernelSize, { strides, padding });
      layer.build(image, createRng(1));
      layer.parameters[1].value.data.set([0.3, -0.7, 1.1]);
      const { maxRelativeError, errors } = checkGradients(layer, randomTensor([2, ...image], 2), createRng(3));
      expect(Object.keys(errors)).to.have.members(['x', 'kernel', 'bias']);
      expect(maxRelativeError).to.be.below(1e-8);
    });
  }

  it('finds an edge: a kernel (-1, 1) answers where dark turns to bright', () => {
    const layer = new Conv2D(1, [1, 2]);
    layer.build([1, 5, 1], createRng(1));
    layer.parameters[0].value.data.set([-1, 1]);
    expect(numbers(layer.forward(tensor([1, 1, 5, 1], [0, 0, 1, 1, 0])))).to.deep.equal([0, 1, 0, -1]);
  });

  it('starts with kernels as large as He says for the numbers that one filter sees', () => {
    const layer = new Conv2D(64, 5);
    layer.build([9, 9, 8], createRng(4));
    const w = numbers(layer.parameters[0].value);
    const variance = w.reduce((sum, value) => sum + value * value, 0) / w.length;
    expect(variance).to.be.closeTo(2 / (5 * 5 * 8), 0.0005);
    expect(numbers(layer.parameters[1].value).every((value) => value === 0)).to.equal(true);
  });

  it('keeps the penalty out of backward, and biases without one', () => {
    const layer = new Conv2D(2, 3, { kernelRegularizer: l2(0.1) });
    layer.build([3, 3, 1], createRng(5));
    layer.forward(zeros([1, 3, 3, 1]));
    layer.backward(zeros([1, 1, 1, 2]));
    expect(numbers(layer.parameters[0].grad).every((value) => value === 0)).to.equal(true);
    expect(layer.parameters.map(({ regularizer }) => regularizer?.name)).to.deep.equal(['l2(0.1)', undefined]);
    expect(layer.parameters[1].decay).to.equal(false);
  });

  it('comes back from saveModel with its options and weights', () => {
    const layers = [
      new Conv2D(2, [3, 2], { strides: [2, 1], padding: 'same', useBias: false, kernelRegularizer: l2(0.1) }),
      new Conv2D(1, 2),
    ];
    const model = new Sequential(layers, { inputShape: [5, 4, 2], rng: createRng(6) });
    const loaded = loadModel(saveModel(model));
    const x = randomTensor([2, 5, 4, 2], 7);
    expect(loaded.layers.map((layer) => layer.config())).to.deep.equal(layers.map((layer) => layer.config()));
    expect(numbers(loaded.forward(x))).to.deep.equal(numbers(model.forward(x)));
    expect(loaded.penalty()).to.equal(model.penalty());
  });

  it('refuses filters below 1, rows instead of images, other images than it was built for, and a call out of order', async () => {
    await expectLesson(() => new Conv2D(0, 3), 'OptionError', 'Conv2D: filters', '0');
    await expectLesson(() => new Conv2D(8, 3, { strides: 0 }), 'OptionError', 'Conv2D: strides', '0');
    await expectLesson(() => new Conv2D(8, 3).build([784], createRng(1)), 'ShapeError', 'Conv2D', '(784)');
    await expectLesson(() => new Conv2D(8, 3).forward(zeros([1, 5, 5, 1])), 'OptionError', 'built');
    const layer = new Conv2D(8, 3);
    layer.build([5, 5, 1], createRng(1));
    await expectLesson(() => layer.forward(zeros([2, 5, 5, 3])), 'ShapeError', '(5, 5, 1)', '(2, 5, 5, 3)');
    await expectLesson(() => layer.backward(zeros([2, 3, 3, 8])), 'OptionError', 'forward');
  });
});

describe('im2col', () => {
  it('writes each window as a row, zeros outside', () => {
    const x = tensor([1, 2, 2, 1], [1, 2, 3, 4]);
    expect(numbers(im2col(x, new SlidingWindow(2)))).to.deep.equal([1, 2, 3, 4]);
    expect(numbers(im2col(x, new SlidingWindow(2, { padding: 'same' })))).to.deep.equal([
      ...[1, 2, 3, 4],
      ...[2, 0, 4, 0],
      ...[3, 4, 0, 0],
      ...[4, 0, 0, 0],
    ]);
  });

  it('and col2im are transposes of each other: ⟨im2col x, d⟩ = ⟨x, col2im d⟩', () => {
    fc.assert(
      fc.property(cases, ({ n, height, width, channels, kernelSize, strides, padding, seed }) => {
        const window = new SlidingWindow(kernelSize, { strides, padding });
        const x = randomTensor([n, height, width, channels], `x ${seed}`);
        const columns = im2col(x, window);
        const d = randomTensor(columns.shape, `d ${seed}`);
        const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
        expect(inner(columns.data, d.data)).to.be.closeTo(inner(x.data, col2im(d, x.shape, window).data), 1e-11);
      }),
    );
  });
});

describe('convolveBackward', () => {
  it('refuses a gradient with another number of values than the output, which would be NaN', async () => {
    const [x, w] = [zeros([1, 4, 4, 2]), zeros([3, 3, 2, 1])];
    expect(convolveBackward(x, w, zeros([1, 2, 2, 1])).dx.shape).to.deep.equal(x.shape);
    await expectLesson(() => convolveBackward(x, w, zeros([1, 1, 1, 1])), 'ShapeError', '(1, 1, 1, 1)', '(1, 2, 2, 1)');
  });
});

describe('convolve', () => {
  it('refuses a kernel with other channels, and what are no images', async () => {
    await expectLesson(
      () => convolve(zeros([1, 5, 5, 2]), zeros([3, 3, 1, 4])),
      'ShapeError',
      '(3, 3, 1, 4)',
      '(1, 5, 5, 2)',
    );
    await expectLesson(() => convolve(zeros([5, 5]), zeros([3, 3, 1, 4])), 'ShapeError', '(5, 5)');
  });
});
