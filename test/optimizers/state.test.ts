// what optimizers remember: for each Parameter object its own, for all of them one step count

import { expect } from 'chai';
import type { Parameter } from '../../src/layers/layer';
import { Adam } from '../../src/optimizers/adam';
import { AdamW } from '../../src/optimizers/adamw';
import type { Optimizer } from '../../src/optimizers/optimizer';
import { ProximalSGD } from '../../src/optimizers/proximal-sgd';
import { SGD } from '../../src/optimizers/sgd';
import { l1 } from '../../src/regularizers/l1';
import { expectLesson } from '../support/errors';
import { parameter } from '../support/parameters';
import { numbers } from '../support/tensors';

const makers: Record<string, () => Optimizer> = {
  SGD: () => new SGD(),
  'SGD with momentum': () => new SGD({ momentum: 0.9 }),
  'SGD with Nesterov': () => new SGD({ momentum: 0.9, nesterov: true }),
  Adam: () => new Adam({ learningRate: 0.1 }),
  AdamW: () => new AdamW({ learningRate: 0.1, weightDecay: 0.1 }),
  ProximalSGD: () => new ProximalSGD(),
};

/** Gradients of two different functions, at every step. */
function pull(p: Parameter, step: number, which: number): void {
  p.grad.data.forEach((_, i) => (p.grad.data[i] = which === 0 ? 3 * p.value.data[i] + step : -p.value.data[i] / 2 - i));
}

const two = () => [parameter([1, -2], [0, 0], l1(0.01)), parameter([0.5, 4], [0, 0], l1(0.01))];

function run(optimizer: Optimizer, parameters: Parameter[], which: number[], steps = 5): number[][] {
  for (let step = 0; step < steps; step++) {
    which.forEach((w) => pull(parameters[w], step, w));
    optimizer.step(which.map((w) => parameters[w]));
  }
  return parameters.map(({ value }) => numbers(value));
}

for (const [name, make] of Object.entries(makers)) {
  describe(`the memory of ${name}`, () => {
    it('is not shared between two parameters: each moves as it would alone', () => {
      const together = run(make(), two(), [0, 1]);
      expect(together[0]).to.deep.equal(run(make(), two(), [0])[0]);
      expect(together[1]).to.deep.equal(run(make(), two(), [1])[1]);
    });

    it('does not depend on the order of the parameters', () => {
      expect(run(make(), two(), [1, 0])).to.deep.equal(run(make(), two(), [0, 1]));
    });

    it('is not shared between two optimizers', () => {
      const first = two();
      const [a, b] = [make(), make()];
      run(a, two(), [0, 1]);
      expect(run(b, first, [0, 1])).to.deep.equal(run(make(), two(), [0, 1]));
    });

    it('survives when the array of a value is replaced: it belongs to the Parameter', () => {
      const [moved, kept] = [two(), two()];
      const [a, b] = [make(), make()];
      run(a, moved, [0, 1], 2);
      run(b, kept, [0, 1], 2);
      for (const { value } of moved) value.data = value.data.slice();
      expect(run(a, moved, [0, 1], 2)).to.deep.equal(run(b, kept, [0, 1], 2));
    });

    it('is handed out for the parameters in order, zeros before the first step, and is what steps then use', () => {
      const parameters = two();
      const optimizer = make();
      const state = optimizer.state(parameters);
      for (const { data, shape } of state) {
        expect(numbers({ data })).to.deep.equal([0, 0]);
        expect(shape).to.deep.equal([2]);
      }
      run(optimizer, parameters, [0, 1]);
      optimizer.state(parameters).forEach((tensor, i) => expect(tensor).to.equal(state[i]));
      for (const { data } of state) expect(numbers({ data })).to.not.deep.equal([0, 0]);
      for (const tensor of state) tensor.data = tensor.data.slice(); // as fit does when it moves them
      const twin = two();
      const other = make();
      run(other, twin, [0, 1]);
      expect(run(optimizer, parameters, [0, 1])).to.deep.equal(run(other, twin, [0, 1]));
    });
  });
}

describe('the step count of Adam', () => {
  it('is one for all parameters: with two of them the second is not corrected as if it were a step later', () => {
    const [p, q] = [parameter([1], [0.5]), parameter([1], [0.5])];
    new Adam({ learningRate: 0.1 }).step([p, q]);
    expect(numbers(q.value)).to.deep.equal(numbers(p.value));
  });

  it('counts a step once, so that the corrections of the paper hold', () => {
    const [p, q] = [parameter([0], [1]), parameter([0], [1])];
    const adam = new Adam({ learningRate: 1, epsilon: 1e-300 });
    for (let step = 1; step <= 4; step++) {
      adam.step([p, q]);
      expect(p.value.data[0]).to.be.closeTo(-step, 1e-12); // a constant gradient is corrected to exactly 1
    }
  });

  it('is that of one model: parameters of a second one are refused, and nothing moves', async () => {
    for (const Kind of [Adam, AdamW]) {
      const [p, q] = [parameter([1], [1]), parameter([1], [1])];
      const optimizer = new Kind();
      optimizer.step([p]);
      const before = numbers(p.value);
      for (const use of [() => optimizer.step([p, q]), () => optimizer.state([q])])
        await expectLesson(use, 'OptionError', `${Kind.name}: an optimizer must train one model`, 'make a new one');
      expect([numbers(p.value), numbers(q.value)]).to.deep.equal([before, [1]]);
      optimizer.step([p]); // goes on with its own
    }
  });

  it('is that of one model before the first step too: state may be asked for twice, not for another model', async () => {
    for (const Kind of [Adam, AdamW]) {
      const [mine, other] = [two(), two()];
      const optimizer = new Kind();
      const state = optimizer.state(mine);
      optimizer.state(mine).forEach((tensor, i) => expect(tensor).to.equal(state[i]));
      for (const use of [() => optimizer.state(other), () => optimizer.step(other)])
        await expectLesson(use, 'OptionError', `${Kind.name}: an optimizer must train one model`, 'make a new one');
      optimizer.step(mine);
    }
  });
});

describe('SGD without momentum and ProximalSGD', () => {
  it('remember nothing', () => {
    expect(new SGD().state(two())).to.deep.equal([]);
    expect(new ProximalSGD().state()).to.deep.equal([]);
  });
});
