// l1, l2, elasticNet, groupLasso: price, pull, and the step that lands on zero

import { expect } from 'chai';
import fc from 'fast-check';
import { elasticNet } from '../../src/regularizers/elastic-net';
import { groupLasso } from '../../src/regularizers/group-lasso';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import type { Regularizer } from '../../src/regularizers/regularizer';
import { tensor, type Tensor } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';
import { numbers, randomTensor, vector } from '../support/tensors';

const penalties: Regularizer[] = [l1(0.3), l2(0.3), elasticNet({ l1: 0.2, l2: 0.15 }), groupLasso(0.3)];

describe('regularizers', () => {
  it('l1(0.1) of [2, -3, 4] is 0.9: the sum of the sizes', () => {
    expect(l1(0.1).penalty(vector(2, -3, 4))).to.be.closeTo(0.9, 1e-15);
  });

  it('l2(0.1) of [2, -3, 4] is 2.9: the sum of the squares, without a half', () => {
    expect(l2(0.1).penalty(vector(2, -3, 4))).to.be.closeTo(2.9, 1e-15);
  });

  it('the gradient of l2(0.1) is 2λw: at 4 it is 0.8', () => {
    expect(l2(0.1).gradient(vector(2, -3, 4)).data[2]).to.be.closeTo(0.8, 1e-15);
  });

  it('the gradient of l1 is ±λ for any size of the weight, and 0 at a weight of exactly 0', () => {
    expect(numbers(l1(0.25).gradient(vector(1e-9, 1e9, -1e-9, 0, -0)))).to.deep.equal([0.25, 0.25, -0.25, 0, -0]);
  });

  it('elasticNet is l1 plus l2, in price and in gradient', () => {
    const w = randomTensor([3, 5], 'elastic');
    const both = elasticNet({ l1: 0.2, l2: 0.15 });
    expect(both.penalty(w)).to.be.closeTo(l1(0.2).penalty(w) + l2(0.15).penalty(w), 1e-14);
    const sum = l1(0.2)
      .gradient(w)
      .data.map((pull, i) => pull + l2(0.15).gradient(w).data[i]);
    both.gradient(w).data.forEach((pull, i) => expect(pull).to.be.closeTo(sum[i], 1e-15));
  });

  it('groupLasso adds up the lengths of the rows: (3, 4) and (0, 0) and (5, 12) cost 18 λ', () => {
    expect(groupLasso(0.5).penalty(tensor([3, 2], [3, 4, 0, 0, 5, 12]))).to.be.closeTo(9, 1e-15);
  });

  it('a strength of 0 costs nothing, pulls nowhere and moves nothing', () => {
    const w = randomTensor([3, 2], 'off');
    for (const off of [l1(0), l2(0), elasticNet({}), groupLasso(0)]) {
      expect(off.penalty(w), off.name).to.equal(0);
      expect(Math.max(...off.gradient(w).data.map(Math.abs)), off.name).to.equal(0);
      expect(numbers(off.proximal(w, 0.7)), off.name).to.deep.equal(numbers(w));
    }
  });

  for (const penalty of penalties) {
    describe(penalty.name, () => {
      const w = randomTensor([5, 3], penalty.name, 0.05);

      it('has the gradient of its price', () => {
        const gradient = penalty.gradient(w);
        expect(gradient.shape).to.deep.equal(w.shape);
        w.data.forEach((weight, i) => {
          const moved = (by: number) =>
            penalty.penalty({ ...w, data: w.data.map((v, j) => (j === i ? weight + by : v)) });
          expect(gradient.data[i]).to.be.closeTo((moved(1e-6) - moved(-1e-6)) / 2e-6, 1e-8);
        });
      });

      it('changes neither the weights it looks at nor those it steps from', () => {
        const before = numbers(w);
        penalty.penalty(w);
        penalty.gradient(w);
        penalty.proximal(w, 0.3);
        expect(numbers(w)).to.deep.equal(before);
      });

      it('has a proximal step that no other point beats: it minimises ½‖v - w‖² + step · penalty(v)', () => {
        const step = 0.7;
        const cost = (v: Tensor) =>
          v.data.reduce((sum, x, i) => sum + 0.5 * (x - w.data[i]) ** 2, 0) + step * penalty.penalty(v);
        const best = penalty.proximal(w, step);
        const arrows = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
          minLength: w.data.length,
          maxLength: w.data.length,
        });
        fc.assert(
          fc.property(arrows, fc.constantFrom(1e-4, 1e-2, 1), (arrow, length) => {
            const other = { ...best, data: best.data.map((v, i) => v + length * arrow[i]) };
            return cost(other) >= cost(best) - 1e-12;
          }),
          { seed: 1, numRuns: 200 },
        );
      });

      it('steps as far at rate 0.2 as twice the strength does at 0.1: strength and step count as their product', () => {
        const doubled = remake(penalty, 2);
        penalty
          .proximal(w, 0.2)
          .data.forEach((v, i) => expect(v).to.be.closeTo(doubled.proximal(w, 0.1).data[i], 1e-15));
      });
    });
  }

  it('the proximal step of l1 sets weights within the threshold to 0 exactly and moves the others by it', () => {
    expect(numbers(l1(0.5).proximal(vector(3, -3, 1, -1, 0.99, 0), 2))).to.deep.equal([2, -2, 0, 0, 0, 0]);
  });

  it('the proximal step of l2 shrinks by 1 / (1 + 2·step·λ) and never reaches 0', () => {
    const [v] = numbers(l2(0.5).proximal(vector(1e-300), 2));
    expect(v).to.be.closeTo(1e-300 / 3, 1e-310);
  });

  it('the proximal step of groupLasso removes an input as a whole, and shortens the others without turning them', () => {
    const v = groupLasso(0.5).proximal(tensor([2, 2], [0.6, 0.8, 3, 4]), 2.4); // threshold 1.2
    expect(numbers(v).slice(0, 2)).to.deep.equal([0, 0]);
    expect(v.data[2]).to.be.closeTo(3 * (1 - 1.2 / 5), 1e-15);
    expect(v.data[3] / v.data[2]).to.be.closeTo(4 / 3, 1e-15);
  });

  it('groupLasso has gradient 0 at a row of zeros', () => {
    expect(numbers(groupLasso(0.5).gradient(tensor([2, 2], [0, 0, 3, 4])))).to.deep.equal([0, 0, 0.3, 0.4]);
  });

  it('a negative strength, or one that is no number, says what to pass', async () => {
    for (const wrong of [-0.1, NaN, Infinity, undefined as unknown as number]) {
      await expectLesson(() => l1(wrong), 'OptionError', 'l1', 'λ', String(wrong));
      await expectLesson(() => l2(wrong), 'OptionError', 'l2', String(wrong));
      await expectLesson(() => groupLasso(wrong), 'OptionError', 'groupLasso', String(wrong));
    }
    await expectLesson(() => elasticNet({ l1: -1 }), 'OptionError', 'l1', '-1');
    await expectLesson(() => elasticNet({ l2: -1 }), 'OptionError', 'l2', '-1');
  });

  it('groupLasso of anything but a matrix says that it needs rows', async () => {
    for (const call of ['penalty', 'gradient'] as const)
      await expectLesson(() => groupLasso(1)[call](vector(1, 2)), 'ShapeError', 'groupLasso', '(2)');
    await expectLesson(() => groupLasso(1).proximal(vector(1, 2), 1), 'ShapeError', 'groupLasso');
  });
});

/** The same penalty, so many times as strong. */
function remake({ config }: Regularizer, times: number): Regularizer {
  if (config.groupLasso) return groupLasso(config.groupLasso * times);
  return elasticNet({ l1: (config.l1 ?? 0) * times, l2: (config.l2 ?? 0) * times });
}
