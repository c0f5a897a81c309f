// model, data → fit → a trained model and its History

import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { meanSquaredError } from '../../src/losses/mean-squared-error';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { Adam } from '../../src/optimizers/adam';
import { totalGradient, type Optimizer } from '../../src/optimizers/optimizer';
import { SGD } from '../../src/optimizers/sgd';
import { l2 } from '../../src/regularizers/l2';
import { loops, useLoops } from '../../src/tensor/loops';
import { createRng } from '../../src/tensor/random';
import { tensor, zeros, type Tensor } from '../../src/tensor/tensor';
import { evaluate, predict } from '../../src/training/evaluate';
import { fit } from '../../src/training/fit';
import { moons, smallModel } from '../support/examples';
import { numbers, randomTensor } from '../support/tensors';
import { trainForFingerprint } from './fingerprint';

const data = moons();
const rng = createRng(11);

describe('fit', () => {
  it('learns: on moons the loss falls by half, and the accuracy rises above 0.85', async () => {
    const model = smallModel(data.train);
    const before = evaluate(model, data.train).loss;
    const history = await fit(model, data.train, {
      optimizer: new Adam({ learningRate: 0.02 }),
      epochs: 60,
      batchSize: 17,
      rng,
    });
    const after = evaluate(model, data.train);
    expect(after.loss).to.be.below(before / 2);
    expect(after.accuracy).to.be.above(0.85);
    expect(history.epochs).to.have.length(60);
    expect(history.epochs.map(({ epoch }) => epoch)).to.deep.equal(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  it('with meanSquaredError finds a line from its points: 3x - 2', async () => {
    const x = randomTensor([40, 1], 'line');
    const y = tensor(
      [40, 1],
      x.data.map((value) => 3 * value - 2),
    );
    const line = new Sequential([new Dense(1)], { inputShape: [1], rng });
    const history = await fit(
      line,
      { x, y },
      {
        validation: { x, y },
        loss: meanSquaredError,
        optimizer: new SGD({ learningRate: 0.1 }),
        epochs: 100,
        batchSize: 7,
        rng,
      },
    );
    expect(line.parameters[0].value.data[0]).to.be.closeTo(3, 1e-6);
    expect(line.parameters[1].value.data[0]).to.be.closeTo(-2, 1e-6);
    expect(Object.keys(history.epochs[0]).sort()).to.deep.equal(['epoch', 'loss', 'penalty', 'valLoss']); // no accuracy of a line
  });

  it('learns from one-hot rows as from class indices, to the bit', async () => {
    const { x, y, classes } = data.train;
    const rows = zeros([y.length, classes]);
    y.forEach((label, i) => (rows.data[i * classes + label] = 1));
    const [a, b] = [smallModel(data.train), smallModel(data.train)];
    const options = { epochs: 3, batchSize: 16, rng };
    const [first, second] = [await fit(a, data.train, options), await fit(b, { x, y: rows }, options)];
    expect(second).to.deep.equal(first);
    expect(b.getWeights()).to.deep.equal(a.getWeights());
  });

  it('takes one step of the optimizer for each batch, the smaller last one too, with every example once an epoch', async () => {
    const batches: number[][] = [];
    const spy = {
      ...softmaxCrossEntropy,
      gradient(...[prediction, target]: Parameters<typeof softmaxCrossEntropy.gradient>) {
        batches.push([...(target as Int32Array)]);
        return softmaxCrossEntropy.gradient(prediction, target);
      },
    };
    let steps = 0;
    const optimizer = new SGD();
    const step = optimizer.step.bind(optimizer);
    optimizer.step = (parameters) => (steps++, step(parameters));
    await fit(smallModel(data.train), data.train, { loss: spy, optimizer, epochs: 2, batchSize: 20, rng });
    const rows = data.train.y.length;
    expect(batches.map((batch) => batch.length)).to.deep.equal([20, 20, rows - 40, 20, 20, rows - 40]);
    expect(steps).to.equal(6);
    const ones = data.train.y.reduce((sum, label) => sum + label, 0);
    expect(
      batches
        .slice(0, 3)
        .flat()
        .reduce((sum, label) => sum + label, 0),
    ).to.equal(ones);
    expect(batches.slice(0, 3)).to.not.deep.equal(batches.slice(3)); // another order in the second epoch
  });

  it('makes one gradient step of one epoch over one batch: the same as by hand', async () => {
    const [model, twin] = [smallModel(data.train), smallModel(data.train)];
    await fit(model, data.train, { optimizer: new SGD({ learningRate: 0.3 }), epochs: 1, batchSize: 1000, rng });
    const logits = twin.forward(data.train.x, { training: true });
    twin.backward(softmaxCrossEntropy.gradient(logits, data.train.y));
    for (const { value, grad } of twin.parameters)
      value.data.forEach((w, i) => (value.data[i] = w - 0.3 * grad.data[i]));
    model.parameters.forEach(({ value }, p) =>
      value.data.forEach((w, i) => expect(w).to.be.closeTo(twin.parameters[p].value.data[i], 1e-14)),
    );
  });

  it('trains with an optimizer of one’s own that makes its memory of zeros at its first step', async () => {
    const velocities = new Map<object, Tensor>();
    const own: Optimizer = {
      name: 'momentum by hand',
      state: () => [],
      step(parameters) {
        for (const p of parameters) {
          if (!velocities.has(p)) velocities.set(p, zeros(p.value.shape));
          const velocity = velocities.get(p)!.data;
          totalGradient(p).data.forEach((g, i) => {
            velocity[i] = 0.9 * velocity[i] + g;
            p.value.data[i] -= 0.1 * velocity[i];
          });
        }
      },
    };
    const losses = async (optimizer: Optimizer) => {
      const model = new Sequential([new Dense(2, { kernelRegularizer: l2(0.1) })], { inputShape: [2], rng });
      const { epochs } = await fit(model, data.train, { optimizer, epochs: 3, batchSize: 17, rng });
      return epochs.map(({ loss }) => loss);
    };
    expect(await losses(own)).to.deep.equal(await losses(new SGD({ learningRate: 0.1, momentum: 0.9 })));
  });

  it('reports the data loss as loss and valLoss, and the penalty beside them', async () => {
    const penalized = new Sequential([new Dense(7, { kernelRegularizer: l2(0.5) }), new ReLU(), new Dense(2)], {
      inputShape: [2],
      rng,
    });
    const before = evaluate(penalized, data.train);
    const { epochs } = await fit(penalized, data.train, {
      validation: data.validation,
      optimizer: new SGD({ learningRate: 1e-12 }),
      epochs: 1,
      rng,
    });
    expect(epochs[0].loss).to.be.closeTo(before.loss, 1e-9);
    expect(epochs[0].valLoss).to.be.closeTo(evaluate(penalized, data.validation).loss, 1e-9);
    expect(epochs[0].penalty).to.equal(penalized.penalty());
    expect(epochs[0].penalty).to.be.above(1);
  });

  it('measures accuracies and the validation loss in evaluation mode, after the epoch', async () => {
    const dropped = new Sequential([new Dense(30), new BatchNorm(), new ReLU(), new Dropout(0.8), new Dense(2)], {
      inputShape: [2],
      rng,
    });
    const { epochs } = await fit(dropped, data.train, { validation: data.validation, epochs: 2, rng });
    const [train, validation] = [evaluate(dropped, data.train), evaluate(dropped, data.validation)];
    expect(epochs[1].accuracy).to.equal(train.accuracy);
    expect(epochs[1].valLoss).to.equal(validation.loss);
    expect(epochs[1].valAccuracy).to.equal(validation.accuracy);
  });

  it('trains in training mode: dropout drops, and moving statistics move', async () => {
    const still = { optimizer: new SGD({ learningRate: 1e-12 }), epochs: 1, rng };
    const dropped = new Sequential([new Dense(30), new Dropout(0.8), new Dense(2)], { inputShape: [2], rng });
    const { epochs } = await fit(dropped, data.train, still);
    expect(Math.abs(epochs[0].loss - evaluate(dropped, data.train).loss)).to.be.above(0.1);
    const normalized = new Sequential([new BatchNorm(), new Dense(2)], { inputShape: [2], rng });
    normalized.forward(data.train.x, { training: true });
    const expected = normalized.buffers.map(({ value }) => numbers(value));
    const twin = new Sequential([new BatchNorm(), new Dense(2)], { inputShape: [2], rng });
    await fit(twin, data.train, still);
    twin.buffers.forEach(({ value }, b) =>
      value.data.forEach((v, i) => expect(v).to.be.closeTo(expected[b][i], 1e-12)),
    );
  });

  it('weights the batches of an epoch by their size in its loss', async () => {
    const model = smallModel(data.train);
    const { loss } = evaluate(model, data.train);
    const { epochs } = await fit(model, data.train, {
      optimizer: new SGD({ learningRate: 1e-12 }),
      epochs: 1,
      batchSize: 50,
      rng,
    }); // 50 and 1
    expect(epochs[0].loss).to.be.closeTo(loss, 1e-9);
  });

  it('gives the same bits twice, in another process, and with both kernels', async function () {
    this.timeout(30000); // a second process has to start
    const first = await trainForFingerprint();
    expect(await trainForFingerprint()).to.equal(first);
    const inUse = loops.current.name;
    try {
      useLoops(inUse === 'compiled' ? 'readable' : 'compiled');
      expect(await trainForFingerprint(), 'the other loops').to.equal(first);
    } finally {
      useLoops(inUse);
    }
    const script = `require(${JSON.stringify(join(__dirname, 'fingerprint.ts'))}).trainForFingerprint().then((text) => process.stdout.write(text))`;
    expect(execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], { encoding: 'utf8' })).to.equal(
      first,
    );
  });

  it('gives other numbers from another seed', async () => {
    const train = (seed: number) =>
      fit(smallModel(data.train), data.train, { epochs: 2, batchSize: 16, rng: createRng(seed) });
    expect(await train(1)).to.not.deep.equal(await train(2));
  });

  it('draws masks and order from streams of their own: dropout does not change the order of the batches', async () => {
    const orders = await Promise.all(
      [0, 0.4].map(async (rate) => {
        const seen: number[] = [];
        const spy = {
          ...softmaxCrossEntropy,
          gradient(...[z, target]: Parameters<typeof softmaxCrossEntropy.gradient>) {
            seen.push(...(target as Int32Array));
            return softmaxCrossEntropy.gradient(z, target);
          },
        };
        const model = new Sequential([new Dense(5), new Dropout(rate), new Dense(2)], { inputShape: [2], rng });
        await fit(model, data.train, { loss: spy, epochs: 3, batchSize: 16, rng });
        return seen;
      }),
    );
    expect(orders[1]).to.deep.equal(orders[0]);
  });

  it('leaves the data as they are', async () => {
    const before = [...data.train.x.data, ...data.train.y];
    await fit(smallModel(data.train), data.train, { epochs: 2, rng });
    expect([...data.train.x.data, ...data.train.y]).to.deep.equal(before);
  });

  it('gives the parameters their own arrays back, so that nothing outside sees a difference', async () => {
    const model = smallModel(data.train);
    const arrays = model.parameters.map(({ value }) => value.data);
    await fit(model, data.train, { epochs: 1, rng });
    model.parameters.forEach(({ value }, i) => expect(value.data).to.equal(arrays[i]));
    const logits = numbers(predict(model, data.test.x));
    await fit(smallModel(data.train, 9), data.train, { epochs: 1, rng }); // would overwrite what was left in shared memory
    expect(numbers(predict(model, data.test.x))).to.deep.equal(logits);
  });

  it('trains Adam at rate .001 for 100 epochs on batches of 64 unless told otherwise', async () => {
    const runs: object[] = [];
    const observer = {
      start: ({ epochs, batches }: { epochs: number; batches: number }) => void runs.push({ epochs, batches }),
    };
    const big = moons('big');
    const x = randomTensor([130, 2], 'x');
    const train = { x, y: Int32Array.from({ length: 130 }, (_, i) => i % 2), classes: 2 };
    const [model, twin] = [smallModel(big.train), smallModel(big.train)];
    const history = await fit(model, train, { rng, observer });
    expect(runs).to.deep.equal([{ epochs: 100, batches: 3 }]);
    expect(await fit(twin, train, { rng, optimizer: new Adam({ learningRate: 0.001 }), batchSize: 64 })).to.deep.equal(
      history,
    );
  });
});
