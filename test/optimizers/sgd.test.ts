// grad → SGD → value

import { expect } from 'chai';
import { SGD } from '../../src/optimizers/sgd';
import { l2 } from '../../src/regularizers/l2';
import { expectLesson } from '../support/errors';
import { parameter } from '../support/parameters';
import { numbers } from '../support/tensors';

describe('SGD', () => {
  it('takes learningRate · gradient off', () => {
    const p = parameter([1, -2], [0.5, 3]);
    new SGD({ learningRate: 0.25 }).step([p]);
    expect(numbers(p.value)).to.deep.equal([0.875, -2.75]);
  });

  it('has learning rate 0.1, no momentum and no look-ahead unless told otherwise', () => {
    const { learningRate, momentum, nesterov } = new SGD();
    expect([learningRate, momentum, nesterov]).to.deep.equal([0.1, 0, false]);
  });

  it('with momentum goes on in the old direction: a gradient of 1, then of 0, moves 1 and then 0.75 of a rate', () => {
    const p = parameter([0], [1]);
    const sgd = new SGD({ learningRate: 0.5, momentum: 0.75 });
    sgd.step([p]);
    expect(numbers(p.value)).to.deep.equal([-0.5]);
    p.grad.data[0] = 0;
    sgd.step([p]);
    expect(numbers(p.value)).to.deep.equal([-0.875]);
  });

  it('with nesterov looks ahead: the first step is 1 + momentum gradients long', () => {
    const p = parameter([0], [1]);
    new SGD({ learningRate: 0.5, momentum: 0.75, nesterov: true }).step([p]);
    expect(numbers(p.value)).to.deep.equal([-0.875]);
  });

  it('adds the gradient of the penalty at the start of the step, and leaves grad as backward wrote it', () => {
    const p = parameter([2], [0.5], l2(0.25)); // 2λw = 1
    new SGD({ learningRate: 0.5 }).step([p]);
    expect(numbers(p.value)).to.deep.equal([1.25]);
    expect(numbers(p.grad)).to.deep.equal([0.5]);
  });

  it('tells of a learning rate, a momentum or a look-ahead that cannot be', async () => {
    for (const learningRate of [0, -1, NaN, Infinity])
      await expectLesson(() => new SGD({ learningRate }), 'OptionError', 'SGD', 'learningRate', String(learningRate));
    for (const momentum of [1, -0.1, NaN])
      await expectLesson(() => new SGD({ momentum }), 'OptionError', 'momentum', String(momentum));
    await expectLesson(() => new SGD({ nesterov: true }), 'OptionError', 'nesterov', 'momentum: 0.9');
  });
});
