// x → x·w + b

import { expect } from 'chai';
import { Dense } from '../../src/layers/dense';
import { glorotNormal, glorotUniform, heNormal, heUniform, type Initializer } from '../../src/layers/initializers';
import { l2 } from '../../src/regularizers/l2';
import { createRng } from '../../src/tensor/random';
import { tensor } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor } from '../support/tensors';

function dense(units: number, inputs: number, options = {}): Dense {
  const layer = new Dense(units, options);
  layer.build([inputs], createRng(1));
  return layer;
}

describe('Dense', () => {
  it('computes x·w + b: (1, 2) through [[1, 2, 3], [4, 5, 6]] plus (10, 20, 30) is (19, 32, 45)', () => {
    const layer = dense(3, 2);
    layer.parameters[0].value.data.set([1, 2, 3, 4, 5, 6]);
    layer.parameters[1].value.data.set([10, 20, 30]);
    const y = layer.forward(tensor([1, 2], [1, 2]));
    expect(y.shape).to.deep.equal([1, 3]);
    expect(numbers(y)).to.deep.equal([19, 32, 45]);
  });

  it('keeps a kernel (inputs, units), which is regularized and decays, and a bias (units), which never does', () => {
    const penalty = l2(0.01);
    const [kernel, bias] = dense(3, 2, { kernelRegularizer: penalty }).parameters;
    expect(kernel.value.shape).to.deep.equal([2, 3]);
    expect(kernel.regularizer).to.equal(penalty);
    expect(kernel.decay).to.not.equal(false);
    expect(bias.value.shape).to.deep.equal([3]);
    expect(bias.regularizer).to.equal(undefined);
    expect(bias.decay).to.equal(false);
  });

  it('starts with a bias of 0, and has none with useBias: false', () => {
    expect(numbers(dense(3, 2).parameters[1].value)).to.deep.equal([0, 0, 0]);
    expect(dense(3, 2, { useBias: false }).parameters).to.have.length(1);
  });

  it('writes gradients instead of adding to them: two backward passes give the same ones', () => {
    const layer = dense(3, 2);
    const [x, dy] = [randomTensor([5, 2], 'x'), randomTensor([5, 3], 'dy')];
    layer.forward(x);
    layer.backward(dy);
    const once = layer.parameters.map(({ grad }) => numbers(grad));
    layer.backward(dy);
    expect(layer.parameters.map(({ grad }) => numbers(grad))).to.deep.equal(once);
  });

  it('tells of units that are no whole number of at least 1', async () => {
    for (const units of [0, -3, 2.5, NaN])
      await expectLesson(() => new Dense(units), 'OptionError', 'Dense', 'units', String(units));
  });

  it('tells of examples that are no rows, and of other inputs than it was built for', async () => {
    await expectLesson(() => new Dense(3).build([4, 4, 1], createRng(1)), 'ShapeError', '(4, 4, 1)', 'Flatten');
    await expectLesson(
      () => dense(3, 2).forward(randomTensor([5, 4], 'x')),
      'ShapeError',
      'built for 2 inputs',
      '(5, 4)',
    );
    await expectLesson(() => dense(3, 2).forward(randomTensor([2], 'x')), 'ShapeError', '(2)');
  });

  it('tells of use before build, and of backward before forward', async () => {
    await expectLesson(
      () => new Dense(3).forward(randomTensor([5, 2], 'x')),
      'OptionError',
      'Dense',
      'built before it is used',
    );
    await expectLesson(() => new Dense(3).backward(randomTensor([5, 3], 'dy')), 'OptionError', 'build');
    await expectLesson(() => dense(3, 2).backward(randomTensor([5, 3], 'dy')), 'OptionError', 'call forward first');
  });
});

describe('initializers', () => {
  const [fanIn, fanOut] = [50, 400];
  const rules: [name: string, initializer: Initializer, variance: number, limit: number][] = [
    ['heNormal', heNormal, 2 / fanIn, Infinity],
    ['heUniform', heUniform, 2 / fanIn, Math.sqrt(6 / fanIn)],
    ['glorotNormal', glorotNormal, 2 / (fanIn + fanOut), Infinity],
    ['glorotUniform', glorotUniform, 2 / (fanIn + fanOut), Math.sqrt(6 / (fanIn + fanOut))],
  ];
  for (const [name, initializer, variance, limit] of rules) {
    it(`${name} draws with mean 0 and variance ${variance === 2 / fanIn ? '2 / fanIn' : '2 / (fanIn + fanOut)'}`, () => {
      const w = dense(fanOut, fanIn, { initializer }).parameters[0].value.data;
      const n = w.length;
      const mean = w.reduce((sum, x) => sum + x, 0) / n;
      const measured = w.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
      expect(Math.abs(mean)).to.be.below(3.29 * Math.sqrt(variance / n));
      expect(Math.abs(measured / variance - 1)).to.be.below(3.29 * Math.sqrt(2 / n));
      expect(Math.max(...w.map(Math.abs))).to.be.below(limit);
      if (limit < Infinity) expect(Math.max(...w.map(Math.abs))).to.be.above(0.99 * limit);
    });
  }

  it('Dense draws with heNormal unless told otherwise', () => {
    const [standard, he] = [dense(4, 5), dense(4, 5, { initializer: heNormal })].map(({ parameters }) =>
      numbers(parameters[0].value),
    );
    expect(standard).to.deep.equal(he);
  });
});
