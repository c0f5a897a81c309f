// grad → ProximalSGD → value, and the zeros it reaches

import { expect } from 'chai';
import { ProximalSGD } from '../../src/optimizers/proximal-sgd';
import { SGD } from '../../src/optimizers/sgd';
import { groupLasso } from '../../src/regularizers/group-lasso';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import { tensor, zeros } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';
import { parameter } from '../support/parameters';
import { numbers } from '../support/tensors';

describe('ProximalSGD', () => {
  it('takes the data step first and the proximal step after it, with the threshold learningRate · λ', () => {
    const p = parameter([1, 0.3, -0.3], [1, 0, -1], l1(0.5)); // data step: 0.75, 0.3, -0.05; threshold 0.125
    new ProximalSGD({ learningRate: 0.25 }).step([p]);
    expect(p.value.data[0]).to.equal(0.625);
    expect(p.value.data[1]).to.be.closeTo(0.175, 1e-16);
    expect(p.value.data[2]).to.equal(0);
  });

  it('reaches 0 exactly and stays there, where gradient steps oscillate around it', () => {
    const [proximal, gradient] = [parameter([0.35, -0.23], [0, 0], l1(1)), parameter([0.35, -0.23], [0, 0], l1(1))];
    const [a, b] = [new ProximalSGD({ learningRate: 0.1 }), new SGD({ learningRate: 0.1 })];
    for (let i = 0; i < 25; i++) {
      a.step([proximal]);
      b.step([gradient]);
    }
    expect(numbers(proximal.value)).to.deep.equal([0, 0]);
    for (const w of numbers(gradient.value)) expect(Math.abs(w)).to.be.above(1e-3);
  });

  it('lets a weight leave 0 again when the data pull harder than λ', () => {
    const p = parameter([0, 0], [-2, -0.5], l1(1));
    new ProximalSGD({ learningRate: 0.5 }).step([p]);
    expect(numbers(p.value)).to.deep.equal([0.5, 0]);
  });

  it('removes an input as a whole with groupLasso', () => {
    const value = tensor([2, 2], [0.03, -0.04, 3, 4]);
    const p = { name: 'kernel', value, grad: zeros([2, 2]), regularizer: groupLasso(1) };
    new ProximalSGD({ learningRate: 0.1 }).step([p]);
    expect(numbers(p.value).slice(0, 2)).to.deep.equal([0, 0]);
    expect(p.value.data[2]).to.be.closeTo(2.94, 1e-15);
  });

  it('is SGD where there is no penalty, and keeps the array of the value where there is one', () => {
    const [p, q] = [parameter([1, -2], [0.5, 3]), parameter([1, -2], [0.5, 3])];
    new ProximalSGD({ learningRate: 0.3 }).step([p]);
    new SGD({ learningRate: 0.3 }).step([q]);
    expect(numbers(p.value)).to.deep.equal(numbers(q.value));
    const r = parameter([1, -2], [0.5, 3], l2(0.1));
    const { data } = r.value;
    new ProximalSGD().step([r]);
    expect(r.value.data).to.equal(data);
  });

  it('has learning rate 0.1 unless told otherwise, and tells of one that cannot be', async () => {
    expect(new ProximalSGD().learningRate).to.equal(0.1);
    for (const learningRate of [0, -1, NaN])
      await expectLesson(() => new ProximalSGD({ learningRate }), 'OptionError', 'ProximalSGD', String(learningRate));
  });
});
