// tensors made by hand, with another number of numbers than their shape says: refused wherever numbers are computed

import { expect } from 'chai';
import { Standardizer } from '../../src/data/standardizer';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Conv2D } from '../../src/layers/conv2d';
import { convolve } from '../../src/layers/convolve';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { Flatten } from '../../src/layers/flatten';
import { GlobalAveragePool2D } from '../../src/layers/global-average-pool2d';
import { col2im, im2col } from '../../src/layers/im2col';
import { MaxPool2D } from '../../src/layers/max-pool2d';
import { ReLU } from '../../src/layers/relu';
import { SlidingWindow } from '../../src/layers/sliding-window';
import { Softmax } from '../../src/layers/softmax';
import type { Layer } from '../../src/layers/layer';
import { meanSquaredError } from '../../src/losses/mean-squared-error';
import { softmax } from '../../src/losses/softmax';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { accuracy } from '../../src/metrics/accuracy';
import { confusionMatrix } from '../../src/metrics/confusion-matrix';
import { logLoss } from '../../src/metrics/log-loss';
import { matmul } from '../../src/tensor/matmul';
import { createRng } from '../../src/tensor/random';
import { reshape, tensor, zeros, type Shape } from '../../src/tensor/tensor';
import { evaluate, predict, predictClasses } from '../../src/training/evaluate';
import { moons, smallModel } from '../support/examples';
import { expectLesson } from '../support/errors';

const { train } = moons();
const model = smallModel(train);
const rng = createRng(1);
const y = Int32Array.of(0, 1, 1);
const window = new SlidingWindow(2);
const layer = (made: Layer, shape: Shape) => {
  made.build(shape, rng);
  return (t: Broken) => made.forward(t, { training: true, rng });
};
const tall = zeros([2, 3]);

type Broken = { shape: [number, number]; data: Float64Array };
const images = (t: Broken) => ({ shape: [3, 2, 2, 1], data: new Float64Array(12 + t.data.length - 6) });

/** What takes a matrix (3, 2), or images (3, 2, 2, 1) when it asks for them. */
const uses: Record<string, (t: Broken) => unknown> = {
  matmul: (t) => matmul(t, tall),
  'matmul, on the right': (t) => matmul(tall, t),
  reshape: (t) => reshape(t, [6, 1]),
  softmax,
  'softmaxCrossEntropy.value': (t) => softmaxCrossEntropy.value(t, y),
  'softmaxCrossEntropy.gradient': (t) => softmaxCrossEntropy.gradient(t, y),
  'softmaxCrossEntropy, as a target': (t) => softmaxCrossEntropy.value(zeros([3, 2]), t),
  'meanSquaredError.value': (t) => meanSquaredError.value(t, zeros([3, 2])),
  'meanSquaredError, as a target': (t) => meanSquaredError.gradient(zeros([3, 2]), t),
  accuracy: (t) => accuracy(t, y),
  'accuracy, as labels': (t) => accuracy(y, t),
  confusionMatrix: (t) => confusionMatrix(t, y),
  logLoss: (t) => logLoss(t, y),
  'Standardizer.fit': (t) => Standardizer.fit(t),
  'Standardizer.transform': (t) => Standardizer.fit(zeros([1, 2])).transform(t),
  predict: (t) => predict(model, t),
  predictClasses: (t) => predictClasses(model, t),
  evaluate: (t) => evaluate(model, { x: t, y, classes: 2 }),
  'Sequential.forward': (t) => model.forward(t),
  Dense: layer(new Dense(4), [2]),
  ReLU: layer(new ReLU(), [2]),
  Dropout: layer(new Dropout(0.3), [2]),
  BatchNorm: layer(new BatchNorm(), [2]),
  Softmax: layer(new Softmax(), [2]),
  Flatten: layer(new Flatten(), [2]),
  Conv2D: (t) => layer(new Conv2D(2, 2), [2, 2, 1])(images(t) as never),
  MaxPool2D: (t) => layer(new MaxPool2D(), [2, 2, 1])(images(t) as never),
  GlobalAveragePool2D: (t) => layer(new GlobalAveragePool2D(), [2, 2, 1])(images(t) as never),
  convolve: (t) => convolve(images(t), zeros([2, 2, 1, 1])),
  'convolve, as a kernel': (t) =>
    convolve(zeros([1, 3, 3, 1]), { shape: [2, 2, 1, 1], data: new Float64Array(t.data.length - 2) }),
  im2col: (t) => im2col(images(t), window),
  col2im: (t) => col2im({ shape: [3, 4], data: images(t).data }, [3, 2, 2, 1], window),
  'model.setWeights': (t) => {
    const small = smallModel(train);
    const [kernel, ...rest] = small.getWeights();
    small.setWeights([{ ...kernel, data: kernel.data.slice(0, t.data.length) }, ...rest]);
  },
};

describe('a tensor with too few or too many numbers', () => {
  const soft = tensor([3, 2], [0, 1, 1, 0, 1, 0]); // one-hot rows too, so that nothing else is wrong
  for (const [what, use] of Object.entries(uses)) {
    it(`is a ShapeError in ${what}`, async () => {
      for (const length of [5, 7]) {
        const data = Float64Array.from({ length }, (_, i) => soft.data[i] ?? 0);
        await expectLesson(() => use({ shape: [3, 2], data }), 'ShapeError');
      }
      if (what !== 'model.setWeights') expect(() => use({ shape: [3, 2], data: soft.data.slice() })).not.to.throw();
    });
  }

  it('is not summed up by col2im when its shape is another than that of im2col', () =>
    expectLesson(() => col2im(zeros([6, 2]), [3, 2, 2, 1], window), 'ShapeError', '(3, 4)', 'received (6, 2)'));
});
