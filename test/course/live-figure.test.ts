// name, options → LiveFigure

import { expect } from 'chai';
import { OptionError } from '../../src/errors';
import { isLiveFigure, liveFigure } from '../../src/course/live-figure';
import { liveFigures, type LiveFigureName, type LiveOption } from '../../src/course/live-figures';
import { figure } from '../../src/figures/figure';

const names = Object.keys(liveFigures) as LiveFigureName[];

describe('liveFigure', () => {
  it('keeps what is given and fills in the defaults of the rest', () => {
    const { figure, options } = liveFigure('penalty-pull', { weight: -3, lambda: 0.2 });
    expect(figure).to.equal('penalty-pull');
    expect(options).to.deep.equal({ weight: -3, lambda: 0.2, eta: 0.01, gradient: 0.5 });
  });

  it('says in words what it is and where its sliders stand', () => {
    const { alt } = liveFigure('penalty-pull', { lambda: 0.25 });
    expect(alt).to.contain(liveFigures['penalty-pull'].title);
    expect(alt).to.contain('lambda 0.25');
  });

  it('is plain data', () => {
    const made = liveFigure('dropout-mask', { rate: 0.2 });
    expect(JSON.parse(JSON.stringify(made))).to.deep.equal(made);
  });

  it('is told from a Plotly figure', () => {
    expect(isLiveFigure(liveFigure('dropout-mask'))).to.equal(true);
    expect(isLiveFigure(figure([], { title: 'A title', alt: 'In words.' }))).to.equal(false);
  });

  it('refuses a name that there is not, and lists those that there are', () => {
    expect(() => liveFigure('penalty-push' as LiveFigureName)).to.throw(
      OptionError,
      /one of penalty-pull, .*received "penalty-push"/,
    );
    expect(() => liveFigure('toString' as LiveFigureName)).to.throw(OptionError, /toString/);
  });

  it('refuses an option that the figure has not', () => {
    expect(() => liveFigure('penalty-pull', { rate: 0.5 } as object)).to.throw(
      OptionError,
      /penalty-pull: options must be among weight, lambda, eta, gradient, received "rate"/,
    );
  });

  it('refuses a number outside the range of its slider, and what is no number', () => {
    for (const rate of [0.95, -0.1, NaN, Infinity, '0.5' as unknown as number])
      expect(() => liveFigure('dropout-mask', { rate }), String(rate)).to.throw(OptionError, /rate .* in \[0, 0\.9\]/);
  });

  for (const name of names) {
    it(`${name}: each default lies on a place of its slider`, () => {
      for (const [key, { min, max, step, value }] of Object.entries<LiveOption>(liveFigures[name].options)) {
        expect(value, key).to.be.within(min, max);
        const places = (value - min) / step;
        expect(places, key).to.be.closeTo(Math.round(places), 1e-9);
      }
    });
  }
});
