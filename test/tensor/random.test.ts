// Is what createRng gives random? Fixed seeds, so the answer never changes; bounds that a true generator would leave in one
// of a thousand cases.

import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { createRng } from '../../src/tensor/random';

const z = 3.29; // 99.9 % of a normal distribution lie within ±z standard deviations

function sample(n: number, draw: () => number): Float64Array {
  return Float64Array.from({ length: n }, () => draw());
}

/** Mean of (x - center)^power. */
function moment(values: Float64Array, power: number, center = 0): number {
  let sum = 0;
  for (const value of values) {
    let product = 1;
    for (let i = 0; i < power; i++) product *= value - center;
    sum += product;
  }
  return sum / values.length;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [moment(a, 1), moment(b, 1)];
  const products = a.map((value, i) => (value - meanA) * (b[i] - meanB));
  return moment(products, 1) / Math.sqrt(moment(a, 2, meanA) * moment(b, 2, meanB));
}

function chiSquare(counts: ArrayLike<number>, expected: number): number {
  return Array.from(counts).reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0);
}

describe('createRng', () => {
  const n = 64000;
  const uniforms = sample(n, createRng(42).uniform);

  it('uniform is in [0, 1)', () => {
    expect(uniforms.every((u) => u >= 0 && u < 1)).to.equal(true);
  });

  it('uniform fills 64 bins evenly', () => {
    const counts = new Int32Array(64);
    for (const u of uniforms) counts[Math.floor(u * 64)]++;
    expect(chiSquare(counts, n / 64)).to.be.within(32.46, 106.58); // chi-square with 63 degrees of freedom
  });

  it('uniform has the mean ½ and the variance 1/12', () => {
    expect(moment(uniforms, 1)).to.be.closeTo(0.5, z * Math.sqrt(1 / 12 / n));
    expect(moment(uniforms, 2, moment(uniforms, 1))).to.be.closeTo(1 / 12, z * Math.sqrt(1 / 180 / n));
  });

  it('a uniform says nothing about the next one', () => {
    expect(correlation(uniforms.subarray(1), uniforms.subarray(0, n - 1))).to.be.closeTo(0, z / Math.sqrt(n));
  });

  it('normal has mean 0, variance 1, no skewness and no excess kurtosis', () => {
    const values = sample(50000, createRng(42).normal);
    const mean = moment(values, 1);
    const variance = moment(values, 2, mean);
    expect(mean).to.be.closeTo(0, 0.0147);
    expect(variance).to.be.closeTo(1, 0.0208);
    expect(moment(values, 3, mean) / (variance * Math.sqrt(variance))).to.be.closeTo(0, 0.036);
    expect(moment(values, 4, mean) / (variance * variance)).to.be.closeTo(3, 0.0721);
  });

  it('normal follows the normal distribution everywhere (Kolmogorov-Smirnov)', () => {
    const values = sample(50000, createRng(43).normal).sort();
    const distance = values.reduce((max, value, i) => {
      const p = normalCdf(value, 0, 1);
      return Math.max(max, (i + 1) / values.length - p, p - i / values.length);
    }, 0);
    expect(distance).to.be.below(1.95 / Math.sqrt(values.length));
  });

  it('integer(below) takes every value equally often, also when below is no power of two', () => {
    const rng = createRng(42);
    const counts = new Int32Array(64);
    for (let i = 0; i < n; i++) counts[rng.integer(64)]++;
    expect(chiSquare(counts, n / 64)).to.be.within(32.46, 106.58);
    const thirds = new Int32Array(3);
    for (let i = 0; i < n; i++) thirds[rng.integer(3)]++;
    expect(chiSquare(thirds, n / 3)).to.be.within(0.001, 15.2); // 2 degrees of freedom
  });

  it('permutation gives all 24 orders of 4 items equally often', () => {
    const rng = createRng(42);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24000; i++) {
      const order = rng.permutation(4).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).to.equal(24);
    expect(chiSquare([...counts.values()], 1000)).to.be.within(6.92, 52); // 23 degrees of freedom
  });

  it('permutation(n) holds each of 0 … n-1 once', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 300 }), (seed, length) => {
        const order = createRng(seed).permutation(length).sort();
        return order.length === length && order.every((value, i) => value === i);
      }),
      { seed: 1 },
    );
  });

  it('the same seed gives the same stream, of every kind', () => {
    const draws = (seed: number | string) => {
      const rng = createRng(seed);
      return [
        rng.uniform(),
        rng.normal(),
        rng.integer(1000),
        [...rng.permutation(9)],
        rng.split('a').uniform(),
        rng.uniform(),
      ];
    };
    expect(draws('seed')).to.deep.equal(draws('seed'));
    expect(draws('seed')).not.to.deep.equal(draws('deed'));
    expect(draws(42)).not.to.deep.equal(draws('42'));
  });

  it('streams of two seeds, and of two labels, are independent', () => {
    const rng = createRng(42);
    const others = [createRng(43), rng.split('a'), rng.split('b'), rng.split('a').split('b'), createRng(43).split('a')];
    const streams = [uniforms, ...others.map((other) => sample(n, other.uniform))];
    streams.forEach((a, i) => {
      streams.slice(i + 1).forEach((b) => expect(correlation(a, b)).to.be.closeTo(0, z / Math.sqrt(n)));
    });
  });

  it('split depends on the seed and the label, not on earlier draws, and draws nothing itself', () => {
    const [fresh, used] = [createRng(42), createRng(42)];
    used.uniform();
    expect(used.split('a').uniform()).to.equal(fresh.split('a').uniform());
    expect(used.uniform()).to.equal(uniforms[1]);
  });

  it('refuses a missing seed and an impossible range', () => {
    // @ts-expect-error the seed is missing
    expect(() => createRng()).to.throw(
      'createRng: seed must be a number or a text, received undefined; choose any, e.g. 42',
    );
    expect(() => createRng(NaN)).to.throw('createRng: seed must be a number or a text, received NaN');
    expect(() => createRng(1).integer(0)).to.throw('integer: below must be a whole number of at least 1, received 0');
    expect(() => createRng(1).integer(2.5)).to.throw('received 2.5');
    for (const n of [-1, 2.5, NaN])
      expect(() => createRng(1).permutation(n)).to.throw(
        `permutation: n must be a whole number of at least 0, received ${n}`,
      );
    expect([...createRng(1).permutation(0)]).to.deep.equal([]);
  });
});
