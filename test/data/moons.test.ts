import { expect } from 'chai';
import * as fc from 'fast-check';
import { makeMoons } from '../../src/data/moons';
import { OptionError } from '../../src/errors';
import { createRng } from '../../src/tensor/random';

const z = 3.29; // 99.9 %

describe('makeMoons', () => {
  it('class 0 is the upper half circle about (0, 0), class 1 the lower about (1, ½)', () => {
    const { x, y, classes } = makeMoons({ samples: 101, noise: 0, rng: createRng(1) });
    expect(classes).to.equal(2);
    y.forEach((label, i) => {
      const [px, py] = x.data.subarray(2 * i, 2 * i + 2);
      expect(Math.hypot(px - label, py - label / 2)).to.be.closeTo(1, 1e-12);
      expect(label === 0 ? py >= 0 : py <= 0.5).to.equal(true);
    });
  });

  it('gives half to each class, the odd one to class 1, or as asked', () => {
    const counts = (samples: number | [number, number]) => {
      const { x, y } = makeMoons({ samples, rng: createRng(1) });
      const ones = y.reduce((sum, label) => sum + label, 0);
      expect(x.shape).to.deep.equal([y.length, 2]);
      return [y.length - ones, ones];
    };
    expect(counts(10)).to.deep.equal([5, 5]);
    expect(counts(11)).to.deep.equal([5, 6]);
    expect(counts([3, 1])).to.deep.equal([3, 1]);
  });

  it('noise is normal, independent in x and y, and added to points that stay the same', () => {
    const [samples, noise] = [4000, 0.3];
    const clean = makeMoons({ samples, noise: 0, rng: createRng(7) });
    const noisy = makeMoons({ samples, noise, rng: createRng(7) });
    expect(noisy.y).to.deep.equal(clean.y);
    const residuals = noisy.x.data.map((value, i) => value - clean.x.data[i]);
    const n = residuals.length;
    const mean = residuals.reduce((sum, value) => sum + value, 0) / n;
    const variance = residuals.reduce((sum, value) => sum + value * value, 0) / n;
    const product =
      residuals.reduce((sum, value, i) => sum + (i % 2 === 0 ? value * residuals[i + 1] : 0), 0) / samples;
    expect(mean).to.be.closeTo(0, (z * noise) / Math.sqrt(n));
    expect(variance / (noise * noise)).to.be.closeTo(1, z * Math.sqrt(2 / n));
    expect(product / (noise * noise)).to.be.closeTo(0, z / Math.sqrt(samples));
  });

  it('is shuffled: the first half holds both classes about equally', () => {
    const { y } = makeMoons({ samples: 2000, rng: createRng(1) });
    const ones = y.subarray(0, 1000).reduce((sum, label) => sum + label, 0);
    expect(ones).to.be.closeTo(500, z * Math.sqrt(1000 * 0.25 * 0.5)); // drawn without replacement from half and half
  });

  it('depends on the seed of rng, not on what was drawn before', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), (seed, samples) => {
        const rng = createRng(seed);
        const first = makeMoons({ samples, noise: 0.2, rng });
        rng.uniform();
        expect(makeMoons({ samples, noise: 0.2, rng })).to.deep.equal(first);
        expect(makeMoons({ samples, noise: 0.2, rng: rng.split('another') })).not.to.deep.equal(first);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('refuses counts and noise that are none', () => {
    const rng = createRng(1);
    expect(() => makeMoons({ samples: 1, rng })).to.throw(
      OptionError,
      'makeMoons: samples must be a whole number of at least 2, received 1; pass the number of points, e.g. 2000',
    );
    expect(() => makeMoons({ samples: 10.5, rng })).to.throw('received 10.5');
    expect(() => makeMoons({ samples: [3, 0], rng })).to.throw('received [3, 0]');
    expect(() => makeMoons({ samples: [10] as never, rng })).to.throw('or two of at least 1, received [10]; pass');
    // @ts-expect-error samples is missing
    expect(() => makeMoons({ rng })).to.throw('makeMoons: samples');
    expect(() => makeMoons({ samples: 10, noise: -0.1, rng })).to.throw(
      'makeMoons: noise must be a standard deviation of at least 0, received -0.1; pass e.g. 0.3',
    );
    expect(() => makeMoons({ samples: 10, noise: NaN, rng })).to.throw('received NaN');
    // @ts-expect-error rng is missing
    expect(() => makeMoons({ samples: 10 })).to.throw('makeMoons: rng is needed');
  });
});
