// grad → Adam, AdamW → value

import { expect } from 'chai';
import { Adam } from '../../src/optimizers/adam';
import { AdamW } from '../../src/optimizers/adamw';
import { l2 } from '../../src/regularizers/l2';
import { expectLesson } from '../support/errors';
import { parameter } from '../support/parameters';
import { numbers } from '../support/tensors';

describe('Adam', () => {
  it('takes a first step of one learning rate, whatever the size of the gradient', () => {
    for (const gradient of [1e-3, 1, 1e3]) {
      const p = parameter([5], [gradient]);
      new Adam({ learningRate: 0.01, epsilon: 1e-300 }).step([p]);
      expect(p.value.data[0]).to.be.closeTo(4.99, 1e-15);
    }
  });

  it('leaves a weight where it is whose gradient has always been 0, whatever the options', () => {
    for (const options of [{}, { epsilon: 1e-300 }, { epsilon: 1e-300, beta1: 0, beta2: 1 - 2 ** -53 }]) {
      for (const Kind of [Adam, AdamW]) {
        const p = parameter([0, 3], [0, 1]);
        const optimizer = new Kind(options);
        for (let step = 0; step < 3; step++) optimizer.step([p]);
        expect(p.value.data[0]).to.equal(0);
        expect(p.value.data[1]).to.be.below(3);
      }
    }
  });

  it('adds epsilon to the corrected root: with ε as large as the gradient the first step is half as long', () => {
    const p = parameter([0], [0.25]);
    new Adam({ learningRate: 1, epsilon: 0.25 }).step([p]);
    expect(p.value.data[0]).to.be.closeTo(-0.5, 1e-15);
  });

  it('equals the formulas of the paper over many steps', () => {
    const [rate, beta1, beta2, epsilon] = [0.05, 0.8, 0.95, 1e-3];
    const p = parameter([1, -2], [0, 0]);
    const adam = new Adam({ learningRate: rate, beta1, beta2, epsilon });
    const [w, m, v] = [
      [1, -2],
      [0, 0],
      [0, 0],
    ];
    for (let t = 1; t <= 12; t++) {
      for (let i = 0; i < 2; i++) {
        const g = Math.cos(3 * t + i) + w[i];
        p.grad.data[i] = Math.cos(3 * t + i) + p.value.data[i];
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        w[i] -= (rate * (m[i] / (1 - beta1 ** t))) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon);
      }
      adam.step([p]);
      w.forEach((expected, i) => expect(p.value.data[i]).to.be.closeTo(expected, 1e-13));
    }
  });

  it('divides the penalty like everything else: L2 moves a large weight no further than a small one', () => {
    const p = parameter([1, 100], [0, 0], l2(0.01));
    new Adam({ learningRate: 0.5, epsilon: 1e-300 }).step([p]);
    expect(p.value.data[0]).to.be.closeTo(0.5, 1e-12);
    expect(p.value.data[1]).to.be.closeTo(99.5, 1e-12);
  });

  it('has the defaults .001, .9, .999 and 1e-8', () => {
    const { learningRate, beta1, beta2, epsilon } = new Adam();
    expect([learningRate, beta1, beta2, epsilon]).to.deep.equal([0.001, 0.9, 0.999, 1e-8]);
  });

  it('tells of options out of range', async () => {
    for (const learningRate of [0, -1, NaN])
      await expectLesson(() => new Adam({ learningRate }), 'OptionError', 'Adam', 'learningRate', String(learningRate));
    for (const beta of [1, -0.1, NaN]) {
      await expectLesson(() => new Adam({ beta1: beta }), 'OptionError', 'beta1', String(beta));
      await expectLesson(() => new Adam({ beta2: beta }), 'OptionError', 'beta2', String(beta), 'e.g. 0.999');
    }
    for (const epsilon of [-1e-8, NaN, 0, 5e-324])
      await expectLesson(() => new Adam({ epsilon }), 'OptionError', 'epsilon', String(epsilon), 'e.g. 1e-8');
  });
});

describe('AdamW', () => {
  it('shrinks a weight by 1 - learningRate · weightDecay beside the step of Adam', () => {
    const [decayed, plain] = [parameter([4], [0.3]), parameter([4], [0.3])];
    new AdamW({ learningRate: 0.5, weightDecay: 0.25 }).step([decayed]);
    new Adam({ learningRate: 0.5 }).step([plain]);
    expect(decayed.value.data[0]).to.be.closeTo(plain.value.data[0] - 4 * 0.125, 1e-15);
  });

  it('shrinks large weights by more than small ones, where L2 with Adam does not', () => {
    const p = parameter([1, 100], [0, 0]);
    new AdamW({ learningRate: 0.5, weightDecay: 0.25 }).step([p]);
    expect(numbers(p.value)).to.deep.equal([0.875, 87.5]);
  });

  it('leaves biases alone: parameters with decay: false', () => {
    const p = parameter([4], [0], undefined, false);
    new AdamW({ learningRate: 0.5, weightDecay: 0.25 }).step([p]);
    expect(numbers(p.value)).to.deep.equal([4]);
  });

  it('takes the gradient of a penalty before the decay, as PyTorch does', () => {
    const options = { learningRate: 0.5, epsilon: 1 }; // with this ε the size of the gradient shows in the step
    const p = parameter([4], [0], l2(0.25)); // 2λw = 2 before the decay, 1.75 after
    new AdamW({ ...options, weightDecay: 0.25 }).step([p]);
    const q = parameter([0], [2]);
    new Adam(options).step([q]);
    expect(p.value.data[0]).to.be.closeTo(4 * 0.875 + q.value.data[0], 1e-15);
  });

  it('decays by 0.01 unless told otherwise, has the other defaults of Adam, and is Adam at 0', () => {
    const { learningRate, weightDecay, epsilon, name } = new AdamW();
    expect([learningRate, weightDecay, epsilon, name]).to.deep.equal([0.001, 0.01, 1e-8, 'AdamW']);
    const [a, b] = [parameter([4], [0.3]), parameter([4], [0.3])];
    new AdamW({ weightDecay: 0 }).step([a]);
    new Adam().step([b]);
    expect(numbers(a.value)).to.deep.equal(numbers(b.value));
  });

  it('tells of a negative decay', async () => {
    for (const weightDecay of [-0.1, NaN])
      await expectLesson(
        () => new AdamW({ weightDecay }),
        'OptionError',
        'AdamW',
        'weightDecay',
        String(weightDecay),
        '0.01',
      );
  });
});
