// a, λ, η → the two paths of soft-threshold

import { expect } from 'chai';
import { descend, minimum, steps, threshold, zeros } from '../../../live/soft-threshold/descent';

const descent = { target: 0.05, lambda: 0.1, eta: 0.1, start: 0.06 };

describe('the descent of the live figure soft-threshold', () => {
  it('with the subgradient zigzags around zero and never rests on it', () => {
    const path = descend('subgradient', descent);
    expect(path).to.have.length(steps + 1);
    let w = descent.start;
    for (const found of path) {
      expect(found).to.be.closeTo(w, 1e-12);
      w -= descent.eta * (w - descent.target + descent.lambda * Math.sign(w));
    }
    expect(zeros(path)).to.deep.equal({ count: 0, first: 0 });
    expect(path.slice(-10).some((weight) => weight < 0) && path.slice(-10).some((weight) => weight > 0)).to.equal(true);
  });

  it('with the proximal step lands on zero exactly, and stays', () => {
    const path = descend('proximal', descent);
    const { count, first } = zeros(path);
    expect(first).to.be.above(1);
    expect(count).to.equal(steps + 1 - first);
    expect(path[first - 1]).to.be.above(0);
  });

  it('has its minimum at zero as long as the target is within λ, beyond it λ nearer to zero', () => {
    expect(minimum(descent)).to.equal(0);
    expect(minimum({ ...descent, target: -0.4 })).to.be.closeTo(-0.3, 1e-12);
    expect(descend('proximal', { ...descent, target: 0.4, eta: 1 })[steps]).to.be.closeTo(0.3, 1e-9);
  });

  it('the threshold takes ηλ off a weight, and stops at zero', () => {
    expect(threshold(1, 0.5, 0.3)).to.be.closeTo(0.85, 1e-12);
    expect(threshold(-0.1, 0.5, 0.3)).to.equal(0);
  });
});
