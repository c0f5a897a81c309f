// model → probability on a mesh → boundary: against curves that geometry knows

import { expect } from 'chai';
import { boundaryLength, boundaryLines } from '../../src/figures/boundary';
import { decisionMap, type DecisionMap } from '../../src/figures/decision-map';
import { Dense } from '../../src/layers/dense';
import type { Layer } from '../../src/layers/layer';
import { Sequential } from '../../src/layers/sequential';
import { Softmax } from '../../src/layers/softmax';
import { createRng } from '../../src/tensor/random';
import { tensor } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';

/** A map of a function that is above ½ where `inside` is positive. */
function mapOf(inside: (x: number, y: number) => number, steps = 201): DecisionMap {
  const x = Float64Array.from({ length: steps }, (_, i) => -2 + (4 * i) / (steps - 1));
  const probability = Float64Array.from(
    { length: steps * steps },
    (_, k) => 0.5 + inside(x[k % steps], x[Math.floor(k / steps)]) / 20,
  );
  return { x, y: x, probability };
}

describe('boundaryLength', () => {
  it('is 2π for the unit circle', () =>
    expect(boundaryLength(mapOf((x, y) => 1 - x * x - y * y))).to.be.closeTo(2 * Math.PI, 1e-3));

  it('is exact for straight lines', () => {
    expect(boundaryLength(mapOf((x) => x - 0.123))).to.be.closeTo(4, 1e-12);
    expect(boundaryLength(mapOf((x, y) => x - y + 0.001))).to.be.closeTo((4 - 0.001) * Math.SQRT2, 1e-3);
  });

  it('is 0 where a model never changes its mind', () => expect(boundaryLength(mapOf(() => 1))).to.equal(0));
});

describe('boundaryLines', () => {
  it('gives a closed curve once around, with its end at its beginning', () => {
    const [circle, ...more] = boundaryLines(mapOf((x, y) => 1 - x * x - y * y));
    expect(more).to.have.length(0);
    expect(circle[circle.length - 1]).to.deep.equal(circle[0]);
    for (const [x, y] of circle) expect(Math.hypot(x, y)).to.be.closeTo(1, 1e-3);
  });

  it('gives each line that leaves the mesh from end to end', () => {
    const lines = boundaryLines(mapOf((x) => x * x - 1.01));
    expect(lines).to.have.length(2);
    for (const line of lines)
      expect([line[0][1], line[line.length - 1][1]].sort((a, b) => a - b)).to.deep.equal([-2, 2]);
  });

  it('parts the corners of a saddle as the middle says', () => {
    const saddle = (corners: number[]): DecisionMap => ({
      x: Float64Array.of(0, 1),
      y: Float64Array.of(0, 1),
      probability: Float64Array.from(corners),
    });
    const sides = (map: DecisionMap) =>
      boundaryLines(map).map((line) => new Set(line.map(([x, y]) => Math.sign(x - y))).size);
    // The corners (0, 0) and (1, 1) are high. A high middle joins them: each line cuts a low corner off, on one side of the diagonal.
    expect(sides(saddle([0.9, 0.3, 0.3, 0.9]))).to.deep.equal([1, 1]);
    expect(sides(saddle([0.7, 0.1, 0.1, 0.7]))).to.deep.equal([2, 2]);
  });
});

describe('decisionMap', () => {
  const data = { x: tensor([2, 3], [0, -1, 5, 1, 1, 7]), y: Int32Array.of(0, 1), classes: 2 };
  const model = new Sequential([new Dense(2)], { inputShape: [3], rng: createRng(1) });
  // Logits 0 and 2x + 3y - z + 1; z is held at its mean, 6.
  model.setWeights([tensor([3, 2], [0, 2, 0, 3, 0, -1]), tensor([2], [0, 1])]);

  it('is the probability of class 1, with the other features at their mean', () => {
    const { x, y, probability } = decisionMap(model, data, { mesh: 0.5 });
    for (const [i, j] of [
      [0, 0],
      [3, 1],
      [5, 4],
    ]) {
      const logit = 2 * x[j] + 3 * y[i] - 6 + 1;
      expect(probability[i * x.length + j]).to.be.closeTo(1 / (1 + Math.exp(-logit)), 1e-12);
    }
  });

  it('reaches 1 beyond the data on every side, in steps of 0.02', () => {
    const { x, y } = decisionMap(model, data);
    expect([x[0], y[0]]).to.deep.equal([-1, -2]);
    expect(x[1] - x[0]).to.be.closeTo(0.02, 1e-12);
    expect([x.length, y.length]).to.deep.equal([151, 201]);
  });

  it('takes other features, margin and mesh', () => {
    const { x, y } = decisionMap(model, data, { features: [2, 0], margin: 0, mesh: 1 });
    expect([Array.from(x), Array.from(y)]).to.deep.equal([[5, 6, 7], [0, 1]]); // prettier-ignore
  });

  const inUnits = (width: number, height: number) => ({ ...data, x: tensor([2, 3], [0, 5, 1, width, 5 + height, 1]) });

  for (const [width, height] of [
    [170, 1e6],
    [0.01, 1e-9],
    [1e-300, 1e300],
    [3, 25],
    [21, 0],
    [0, 0.99],
  ]) {
    it(`takes features that span ${width} and ${height} in at most four million points, a fifth more than the data on each side`, () => {
      const { x, y } = decisionMap(model, inUnits(width, height));
      for (const [positions, span] of [
        [x, width],
        [y, height],
      ] as const) {
        expect(positions.length).to.be.within(50, 2000);
        const usual = span >= 1 && span <= 20;
        const reach = (positions[positions.length - 1] - positions[0]) / (span || 1);
        if (!usual && span > 0) expect(reach).to.be.within(1.4, 1.41);
      }
    });
  }

  it('draws the same picture for data in other units', () => {
    const usual = decisionMap(model, inUnits(170, 170));
    const larger = decisionMap(model, inUnits(1700, 1700));
    expect(larger.x.length).to.equal(usual.x.length);
    larger.x.forEach((position, i) => expect(position).to.be.closeTo(10 * usual.x[i], 1e-9));
  });

  it('keeps mesh and margin of standardized data for all that span 1 to 20 units', () => {
    for (const span of [1, 3.5, 20]) {
      const { x } = decisionMap(model, inUnits(span, span));
      expect([x[0], x[1], x.length]).to.deep.equal([-1, -1 + 0.02, Math.ceil((span + 2) / 0.02) + 1]);
    }
  });

  it('refuses a mesh that makes too many points, and what is no distance', async () => {
    const raw = inUnits(170, 170);
    await expectLesson(() => decisionMap(model, raw, { mesh: 0.02 }), 'OptionError', '4000000 points', 'mesh of 0.02');
    for (const mesh of [-1, NaN, Infinity]) await expectLesson(() => decisionMap(model, raw, { mesh }), 'OptionError');
    for (const margin of [-1, NaN, Infinity])
      await expectLesson(() => decisionMap(model, raw, { margin }), 'OptionError');
    await expectLesson(
      () => decisionMap(model, inUnits(0, 3), { margin: 0 }),
      'OptionError',
      'received "0 for feature 0"',
    );
    await expectLesson(() => decisionMap(model, inUnits(NaN, 3)), 'OptionError', 'finite');
    await expectLesson(() => decisionMap(model, inUnits(-1.7e308, 1.7e308)), 'OptionError');
    expect(decisionMap(model, raw, { margin: 1000 }).x.length).to.be.below(2001);
  });

  it('refuses three classes and a mesh of 0', async () => {
    await expectLesson(() => decisionMap(model, { ...data, classes: 3 }), 'OptionError', '3');
    await expectLesson(() => decisionMap(model, data, { mesh: 0 }), 'OptionError', 'mesh');
  });

  it('refuses features that are not there', async () => {
    for (const feature of [3, -1, 0.5]) {
      const features = [0, feature] as [number, number];
      await expectLesson(() => decisionMap(model, data, { features }), 'OptionError', 'decisionMap', '[0, 3)');
    }
    const narrow = { ...data, x: tensor([2, 1], [0, 1]) };
    await expectLesson(() => decisionMap(model, narrow), 'OptionError', '[0, 1), received 1');
  });

  it('refuses a model that gives anything but two logits', async () => {
    const ending = (...layers: Layer[]) => new Sequential(layers, { inputShape: [3], rng: createRng(1) });
    await expectLesson(() => decisionMap(ending(new Dense(3)), data), 'ShapeError', 'received (3)', 'new Dense(2)');
    await expectLesson(() => decisionMap(ending(new Dense(1)), data), 'ShapeError', 'received (1)');
    await expectLesson(() => decisionMap(ending(new Dense(2), new Softmax()), data), 'OptionError', 'ends in Softmax');
  });
});
