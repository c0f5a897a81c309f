// every layer through checkGradients, at odd sizes; and planted faults that it has to find

import { expect } from 'chai';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Conv2D } from '../../src/layers/conv2d';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { Flatten } from '../../src/layers/flatten';
import { GlobalAveragePool2D } from '../../src/layers/global-average-pool2d';
import type { ForwardOptions, Layer } from '../../src/layers/layer';
import { MaxPool2D } from '../../src/layers/max-pool2d';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { Softmax } from '../../src/layers/softmax';
import { l2 } from '../../src/regularizers/l2';
import { matmul } from '../../src/tensor/matmul';
import { createRng } from '../../src/tensor/random';
import { zeros, type Matrix, type Shape, type Tensor } from '../../src/tensor/tensor';
import { checkGradients, type GradientCheckOptions } from '../../src/layers/check-gradients';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

/** A layer that is built, its parameters moved away from 0 and 1, where a fault could hide. */
function built<L extends Layer>(layer: L, inputShape: Shape): L {
  layer.build(inputShape, createRng('build'));
  for (const { name, value } of layer.parameters) value.data.set(randomTensor(value.shape, name, 0.1).data);
  return layer;
}

function worstError(layer: Layer | Sequential, x: Tensor, options?: GradientCheckOptions): number {
  return checkGradients(layer, x, createRng('check'), options).maxRelativeError;
}

const row = randomTensor([5, 3], 'row', 0.05);
const images = randomTensor([3, 2, 5, 3], 'images', 0.05);

describe('every layer passes the gradient check', () => {
  it('Dense, with and without a bias, with and without a penalty', () => {
    expect(worstError(built(new Dense(7), [3]), row)).to.be.below(1e-7);
    expect(worstError(built(new Dense(1, { useBias: false }), [3]), row)).to.be.below(1e-7);
    expect(worstError(built(new Dense(2, { kernelRegularizer: l2(10) }), [3]), row)).to.be.below(1e-7); // the penalty is not in it
  });

  it('Dense on a batch of one', () => {
    expect(worstError(built(new Dense(7), [3]), randomTensor([1, 3], 'one'))).to.be.below(1e-7);
  });

  it('ReLU, away from its kink', () => {
    expect(worstError(new ReLU(), row)).to.be.below(1e-7);
    expect(worstError(new ReLU(), images)).to.be.below(1e-7);
  });

  it('Dropout, in training and in evaluation', () => {
    expect(worstError(new Dropout(0.3), row, { training: true })).to.be.below(1e-7);
    expect(worstError(new Dropout(0.3), row)).to.be.below(1e-7);
  });

  it('BatchNorm, in training and in evaluation, on rows and on images', () => {
    for (const x of [row, images]) {
      for (const training of [true, false])
        expect(worstError(built(new BatchNorm(), [x.shape[x.shape.length - 1]]), x, { training })).to.be.below(1e-7);
    }
  });

  it('Flatten and Softmax', () => {
    expect(worstError(new Flatten(), images)).to.be.below(1e-7);
    expect(worstError(new Softmax(), row)).to.be.below(1e-7);
  });

  it('a whole network, each parameter under a name of its own', () => {
    const layers = [
      new Flatten(),
      new Dense(7),
      new BatchNorm(),
      new ReLU(),
      new Dropout(0.3),
      new Dense(3),
      new Softmax(),
    ];
    const network = new Sequential(layers, { inputShape: [2, 5, 3], rng: createRng(4) });
    const { errors, maxRelativeError } = checkGradients(network, images, createRng('check'), { training: true });
    expect(Object.keys(errors)).to.deep.equal(['x', 'kernel', 'bias', 'gamma', 'beta', 'kernel_1', 'bias_1']);
    expect(maxRelativeError).to.be.below(1e-7);
  });
});

describe('every layer refuses a gradient that has not a number for each output, which would be NaN', () => {
  const layers: [Layer, Shape, ForwardOptions?][] = [
    [new Dense(4), [3]],
    [new ReLU(), [3]],
    [new Softmax(), [3]],
    [new Dropout(0.3), [3], { training: true, rng: createRng(1) }],
    [new BatchNorm(), [3]],
    [new Flatten(), [3, 2]],
    [new Conv2D(2, 2), [3, 3, 2]],
    [new MaxPool2D(), [4, 4, 2]],
    [new GlobalAveragePool2D(), [4, 4, 3]],
  ];
  for (const [layer, inputShape, options] of layers) {
    it(layer.type, async () => {
      built(layer, inputShape);
      const { shape } = layer.forward(randomTensor([5, ...inputShape], 'x'), options);
      for (const rows of [4, 6]) {
        const dy = randomTensor([rows, ...shape.slice(1)], 'dy');
        await expectLesson(() => layer.backward(dy), 'ShapeError', `(${dy.shape.join(', ')})`);
      }
      layer.backward(randomTensor(shape, 'dy'));
    });
  }
});

describe('checkGradients', () => {
  it('leaves input, parameters and moving statistics as they were', () => {
    const layer = built(new BatchNorm({ momentum: 0.8 }), [3]);
    const before = [...layer.parameters, ...layer.buffers].map(({ value }) => numbers(value));
    const x = numbers(row);
    worstError(layer, row, { training: true });
    expect([...layer.parameters, ...layer.buffers].map(({ value }) => numbers(value))).to.deep.equal(before);
    expect(numbers(row)).to.deep.equal(x);
  });

  it('says 0, not 1, of a gradient that is 0 but for rounding: a bias in front of a BatchNorm', () => {
    const network = new Sequential([new Dense(4), new BatchNorm()], { inputShape: [3], rng: createRng(4) });
    expect(checkGradients(network, row, createRng(1), { training: true }).errors.bias).to.equal(0);
  });

  it('does not take zeros for a gradient: of a forgotten one it says 1', () => {
    class Forgetful extends Dense {
      override backward(dy: Tensor) {
        const dx = super.backward(dy);
        this.parameters[0].grad.data.fill(0);
        return dx;
      }
    }
    expect(checkGradients(built(new Forgetful(4), [3]), row, createRng(1)).errors.kernel).to.equal(1);
  });

  it('tells of a step that is none, and of a missing rng', async () => {
    const layer = new Sequential([new Dense(2)], { inputShape: [2], rng: createRng(1) });
    for (const h of [0, -1e-5, NaN, Infinity])
      await expectLesson(
        () => checkGradients(layer, zeros([1, 2]), createRng(1), { h }),
        'OptionError',
        `received ${h}`,
      );
    await expectLesson(() => checkGradients(layer, zeros([1, 2]), undefined as never), 'OptionError', 'createRng(42)');
  });

  it('a gradient in another shape than its values is told at once', async () => {
    class Transposed extends Dense {
      override backward(dy: Tensor) {
        const dx = super.backward(dy);
        return { shape: [dx.shape[1], dx.shape[0]] as const, data: dx.data };
      }
    }
    await expectLesson(
      () => worstError(built(new Transposed(4), [3]), row),
      'ShapeError',
      'gradient of x',
      '(5, 3)',
      '(3, 5)',
    );
  });

  describe('finds a planted fault:', () => {
    const faults: [name: string, plant: (dense: Dense, dy: Tensor, dx: Tensor) => Tensor, where: string][] = [
      [
        'the kernel gradient divided by the batch size a second time',
        (d, _, dx) => (scaleGrad(d, 0, 1 / 5), dx),
        'kernel',
      ],
      ['a dropped bias gradient', (d, _, dx) => (scaleGrad(d, 1, 0), dx), 'bias'],
      ['a bias gradient that is a mean instead of a sum', (d, _, dx) => (scaleGrad(d, 1, 1 / 5), dx), 'bias'],
      ['a missing transpose of a square kernel', (d, dy) => matmul(dy, d.parameters[0].value), 'x'],
      ['a sign', (_, __, dx) => ({ ...dx, data: dx.data.map((v) => -v) }), 'x'],
      ['a penalty that backward adds although the optimizer does', (d, _, dx) => (addWeights(d), dx), 'kernel'],
    ];
    for (const [name, plant, where] of faults) {
      it(name, () => {
        class Faulty extends Dense {
          override backward(dy: Tensor): Matrix {
            return plant(this, dy, super.backward(dy)) as Matrix;
          }
        }
        const { errors } = checkGradients(built(new Faulty(3), [3]), row, createRng('check'));
        for (const [gradient, error] of Object.entries(errors)) {
          if (gradient === where) expect(error, gradient).to.be.above(0.01);
          else expect(error, gradient).to.be.below(1e-7);
        }
      });
    }

    it('dropout that passes gradients through what it dropped', () => {
      class Leaky extends Dropout {
        override backward(dy: Tensor) {
          return { ...dy, data: dy.data.map((v) => v / (1 - this.rate)) };
        }
      }
      expect(worstError(new Leaky(0.3), row, { training: true })).to.be.above(0.01);
    });

    it('dropout with keep and drop swapped on the way back', () => {
      class Swapped extends Dropout {
        override backward(dy: Tensor) {
          return { ...dy, data: super.backward(dy).data.map((v, i) => (v === 0 ? dy.data[i] : 0)) };
        }
      }
      expect(worstError(new Swapped(0.3), row, { training: true })).to.be.above(0.01);
    });

    it('batch normalization that takes the statistics of the batch for constants', () => {
      class Constant extends BatchNorm {
        override backward(dy: Tensor) {
          super.backward(dy);
          const gamma = this.parameters[0].value.data;
          return { ...dy, data: dy.data.map((v, i) => v * gamma[i % gamma.length]) };
        }
      }
      expect(worstError(built(new Constant(), [3]), row, { training: true })).to.be.above(0.01);
    });
  });
});

function scaleGrad(dense: Dense, parameter: number, factor: number): void {
  const { data } = dense.parameters[parameter].grad;
  data.forEach((value, i) => (data[i] = value * factor));
}

function addWeights(dense: Dense): void {
  const { value, grad } = dense.parameters[0];
  grad.data.forEach((g, i) => (grad.data[i] = g + 0.2 * value.data[i]));
}
