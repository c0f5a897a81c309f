// x → the same centre and spread in every channel

import { expect } from 'chai';
import { BatchNorm } from '../../src/layers/batch-norm';
import { tensor, zeros } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

function built(options = {}, channels = 3): BatchNorm {
  const layer = new BatchNorm(options);
  layer.build([channels]);
  return layer;
}

describe('BatchNorm', () => {
  it('gives every channel of a training batch mean β and standard deviation γ', () => {
    const layer = built({ epsilon: 1e-12 });
    layer.parameters[0].value.data.set([2, 0.5, 3]);
    layer.parameters[1].value.data.set([10, -1, 0.5]);
    const x = randomTensor([40, 3], 'x');
    for (let i = 0; i < 40; i++) x.data[3 * i] = 100 + 7 * x.data[3 * i];
    const y = layer.forward(x, { training: true }).data;
    [10, -1, 0.5].forEach((beta, c) => {
      const channel = y.filter((_, i) => i % 3 === c);
      const mean = channel.reduce((sum, v) => sum + v) / 40;
      const deviation = Math.sqrt(channel.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 40);
      expect(mean).to.be.closeTo(beta, 1e-9);
      expect(deviation).to.be.closeTo([2, 0.5, 3][c], 1e-9);
    });
  });

  it('mixes 1 - momentum of the batch into the moving statistics, in training only', () => {
    const layer = built({ momentum: 0.7 }, 1);
    const moving = () => layer.buffers.map(({ value }) => value.data[0]);
    expect(moving()).to.deep.equal([0, 1]);
    layer.forward(tensor([4, 1], [1, 1, 3, 3]), { training: true }); // mean 2, variance 1
    expect(moving()[0]).to.be.closeTo(0.6, 1e-15);
    expect(moving()[1]).to.be.closeTo(1, 1e-15);
    const kept = moving();
    layer.forward(tensor([4, 1], [5, 6, 7, 8]));
    expect(moving()).to.deep.equal(kept);
  });

  it('treats an example in evaluation as it would alone, whatever stands beside it', () => {
    const layer = built();
    layer.forward(randomTensor([9, 3], 'train'), { training: true });
    const x = randomTensor([5, 3], 'x');
    const together = numbers(layer.forward(x));
    expect(numbers(layer.forward(tensor([1, 3], x.data.slice(6, 9))))).to.deep.equal(together.slice(6, 9));
  });

  it('refuses to train on one number a channel, and takes one image with two places', async () => {
    const layer = built();
    const before = layer.buffers.map(({ value }) => numbers(value));
    const alone = randomTensor([1, 3], 'alone');
    await expectLesson(
      () => layer.forward(alone, { training: true }),
      'OptionError',
      'two numbers a channel',
      '(1, 3)',
    );
    await expectLesson(() => layer.forward(randomTensor([1, 1, 1, 3], 'a'), { training: true }), 'OptionError');
    expect(layer.buffers.map(({ value }) => numbers(value))).to.deep.equal(before);
    layer.forward(alone);
    layer.forward(randomTensor([1, 2, 1, 3], 'image'), { training: true });
    layer.forward(randomTensor([2, 3], 'two'), { training: true });
  });

  it('has 4 numbers a channel, 2 of them trained, none of them decayed', () => {
    const layer = built();
    expect(layer.parameters.map(({ name, decay }) => [name, decay])).to.deep.equal([
      ['gamma', false],
      ['beta', false],
    ]);
    expect(layer.buffers.map(({ name }) => name)).to.deep.equal(['movingMean', 'movingVariance']);
  });

  it('tells of options out of range, other channels, an empty batch, and use before build', async () => {
    for (const momentum of [1, -0.1, NaN])
      await expectLesson(() => new BatchNorm({ momentum }), 'OptionError', 'momentum', String(momentum));
    for (const epsilon of [0, -1, NaN])
      await expectLesson(() => new BatchNorm({ epsilon }), 'OptionError', 'epsilon', String(epsilon));
    await expectLesson(() => built().forward(zeros([5, 4])), 'ShapeError', '3 channels', '(5, 4)');
    await expectLesson(() => built().forward(zeros([0, 3]), { training: true }), 'OptionError', 'empty batch');
    await expectLesson(() => new BatchNorm().forward(zeros([5, 3])), 'OptionError', 'BatchNorm', 'built');
    await expectLesson(() => built().backward(zeros([5, 3])), 'OptionError', 'forward first');
    await expectLesson(() => new BatchNorm().build([]), 'ShapeError', 'at least one axis');
  });
});
