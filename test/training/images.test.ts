// Images from bytes to a trained convolutional network.

import { expect } from 'chai';
import type { ByteImages, Dataset } from '../../src/data/dataset';
import { gatherRows } from '../../src/data/rows';
import { split } from '../../src/data/split';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Conv2D } from '../../src/layers/conv2d';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { Flatten } from '../../src/layers/flatten';
import { GlobalAveragePool2D } from '../../src/layers/global-average-pool2d';
import { MaxPool2D } from '../../src/layers/max-pool2d';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { Adam } from '../../src/optimizers/adam';
import { createRng } from '../../src/tensor/random';
import { evaluate, predict, predictClasses } from '../../src/training/evaluate';
import { fit } from '../../src/training/fit';
import { checkGradients } from '../../src/layers/check-gradients';
import { mlp } from '../../src/experiments/recipe';
import { trainRecipe } from '../../src/experiments/train-recipe';
import { loadModel, saveModel } from '../../src/layers/save-model';
import { numbers, randomTensor } from '../support/tensors';

/** Images of 6 × 5 pixels with one bright line, which lies (class 0) or stands (class 1) anywhere, in noise. */
function lines(samples: number, seed: number): Dataset<ByteImages> {
  const rng = createRng(seed);
  const data = new Uint8Array(samples * 30).map(() => rng.integer(120));
  const y = new Int32Array(samples).map(() => rng.integer(2));
  y.forEach((label, i) => {
    const at = rng.integer(label === 0 ? 6 : 5);
    for (let k = 0; k < 30; k++)
      if (at === (label === 0 ? Math.floor(k / 5) : k % 5)) data[30 * i + k] = 200 + rng.integer(56);
  });
  return { x: { shape: [samples, 6, 5, 1], data, white: 255 }, y, classes: 2 };
}

/** The same images as numbers. */
function asNumbers({ x, y, classes }: Dataset<ByteImages>): Dataset {
  return { x: gatherRows(x, undefined), y, classes };
}

function cnn(seed: number): Sequential {
  const layers = [
    new Conv2D(4, 3, { padding: 'same' }),
    new BatchNorm({ momentum: 0.8 }),
    new ReLU(),
    new MaxPool2D(2),
    new Dropout(0.25),
    new Conv2D(6, [3, 2]),
    new ReLU(),
    new GlobalAveragePool2D(),
    new Dense(2),
  ];
  return new Sequential(layers, { inputShape: [6, 5, 1], rng: createRng(seed) });
}

describe('images', () => {
  it('a convolutional network learns lines that lie anywhere', async () => {
    const model = cnn(1);
    const { train, test } = split(lines(400, 2), { test: 0.25, validation: 0, rng: createRng(3) });
    const { epochs } = await fit(model, train, {
      optimizer: new Adam({ learningRate: 0.01 }),
      epochs: 12,
      batchSize: 16,
      rng: createRng(4),
      observer: {},
    });
    expect(epochs[11].loss).to.be.below(epochs[0].loss / 2);
    expect(evaluate(model, test).accuracy).to.be.above(0.9);
  });

  it('bytes and the numbers they stand for train the same weights, to the bit', async () => {
    const weights = [];
    for (const data of [lines(50, 5), asNumbers(lines(50, 5))]) {
      const model = cnn(6);
      await fit(model, data, { validation: data, epochs: 2, batchSize: 16, rng: createRng(7), observer: {} });
      weights.push(model.getWeights().map(numbers));
    }
    expect(weights[0]).to.deep.equal(weights[1]);
  });

  it('evaluate and predict take bytes, more than go through the network at once', () => {
    const data = lines(300, 8);
    const model = cnn(9);
    expect(evaluate(model, data)).to.deep.equal(evaluate(model, asNumbers(data)));
    expect(numbers(predict(model, data.x))).to.deep.equal(numbers(predict(model, asNumbers(data).x)));
    expect(predictClasses(model, data.x)).to.have.length(300);
  });

  it('a recipe trains on images, which are flattened first', async () => {
    const parts = split(lines(320, 10), { test: 0.25, validation: 0.25, rng: createRng(11) });
    const run = await trainRecipe(
      { hidden: [24], dropout: 0.2, epochs: 30, batchSize: 16, learningRate: 0.01 },
      parts,
      12,
      { test: true },
    );
    expect(run.test?.accuracy).to.be.above(0.7);
    expect(mlp({ hidden: [12] }, parts.train, createRng(1)).layers[0]).to.be.instanceOf(Flatten);
  });

  it('the whole network passes the gradient check', () => {
    const model = cnn(13);
    for (const { value } of model.parameters) value.data.set(numbers(randomTensor(value.shape, 14)).map((w) => w / 2));
    const { maxRelativeError } = checkGradients(model, randomTensor([3, 6, 5, 1], 15), createRng(16), {
      training: true,
      h: 1e-6,
    });
    expect(maxRelativeError).to.be.below(1e-6);
  });

  it('comes back from saveModel, moving statistics included', async () => {
    const model = cnn(17);
    const data = lines(40, 18);
    await fit(model, data, { epochs: 1, batchSize: 16, rng: createRng(19), observer: {} });
    const loaded = loadModel(saveModel(model));
    expect(numbers(predict(loaded, data.x))).to.deep.equal(numbers(predict(model, data.x)));
  });
});
