// w, λ, η, g → steps and resting places of the live figure: against the numbers of the text and the conditions of a minimum

import { expect } from 'chai';
import { bowl, contour, dataLoss, pulls, restingPlace, steps } from '../../../live/penalty-pull/penalty-step';
import { l1 } from '../../../src/regularizers/l1';
import { l2 } from '../../../src/regularizers/l2';

describe('steps', () => {
  it('takes (2, -3, 4) with λ = 0.1, η = 0.01 and a gradient of 0.5 where the text takes them', () => {
    const after = [2, -3, 4].map((weight) =>
      steps(weight, 0.1, 0.01, 0.5).map((step) => Number(step.after.toFixed(6))),
    );
    expect(after).to.deep.equal([
      [1.995, 1.994, 1.991],
      [-3.005, -3.004, -2.999],
      [3.995, 3.994, 3.987],
    ]);
  });

  it('is the sum of what the data and the penalty do', () => {
    for (const weight of [-1.3, 0, 0.4, 3.7]) {
      for (const { data, penalty, after } of steps(weight, 0.2, 0.3, -0.45)) {
        expect(after).to.be.closeTo(weight + data + penalty, 1e-12);
      }
    }
  });

  it('without strength is the step of the data, three times', () => {
    const [plain, lasso, ridge] = steps(1.7, 0, 0.1, 0.6);
    expect([lasso.after, ridge.after]).to.deep.equal([plain.after, plain.after]);
  });
});

describe('pulls', () => {
  it('cross at one half: L1 is the stronger one below, L2 above', () => {
    for (const lambda of [0.01, 0.13, 0.5]) {
      const [lasso, ridge] = pulls(0.5, lambda);
      expect(lasso).to.be.closeTo(ridge, 1e-12);
      expect(pulls(0.49, lambda)[0]).to.be.above(pulls(0.49, lambda)[1]);
      expect(pulls(0.51, lambda)[0]).to.be.below(pulls(0.51, lambda)[1]);
    }
  });

  it('has no L1 at zero, as there is no slope', () => expect(pulls(0, 0.3)).to.deep.equal([0, 0]));
});

describe('restingPlace', () => {
  /** The gradient of the data loss by differences, which know nothing of its formula's derivative. */
  const slopes = ([a, b]: readonly [number, number], h = 1e-5) => [
    (dataLoss([a + h, b]) - dataLoss([a - h, b])) / (2 * h),
    (dataLoss([a, b + h]) - dataLoss([a, b - h])) / (2 * h),
  ];

  it('under L2 is where the slope of the data is -2λw', () => {
    for (const lambda of [0.05, 0.21, 0.5]) {
      const place = restingPlace(l2(lambda));
      slopes(place).forEach((slope, i) => expect(slope).to.be.closeTo(-2 * lambda * place[i], 1e-6));
    }
  });

  it('under L1 is where the slope of the data is -λ sign(w), or at most λ at a weight of 0', () => {
    const zeros = [0.05, 0.15, 0.3, 0.5].map((lambda) => {
      const place = restingPlace(l1(lambda));
      slopes(place).forEach((slope, i) => {
        if (place[i] === 0) expect(Math.abs(slope)).to.be.at.most(lambda + 1e-6);
        else expect(slope).to.be.closeTo(-lambda * Math.sign(place[i]), 1e-6);
      });
      return place.filter((weight) => weight === 0).length;
    });
    expect(zeros).to.deep.equal([0, 0, 1, 1]); // an exact zero, from some λ on
  });

  it('without strength is the best for the data', () => {
    restingPlace(l2(0)).forEach((weight, i) => expect(weight).to.be.closeTo(bowl.best[i], 1e-12));
  });
});

describe('contour', () => {
  it('has the same data loss all along, the one that was asked for', () => {
    for (const loss of [0.02, 0.3])
      for (const point of contour(loss)) expect(dataLoss(point)).to.be.closeTo(loss, 1e-12);
  });
});
