// models → histograms of their first kernels

import { expect } from 'chai';
import { weightHistograms } from '../../src/figures/weight-histograms';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Dense } from '../../src/layers/dense';
import type { Layer } from '../../src/layers/layer';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { createRng } from '../../src/tensor/random';
import { expectLesson } from '../support/errors';
import { moons, smallModel } from '../support/examples';
import { runOf } from '../support/runs';

describe('weightHistograms', () => {
  it('counts the weights of the first kernel in equal bins about 0, in percent', () => {
    // 0.5, -0.25, 0.001 and 0 in four bins from -0.5 to 0.5; the highest weight belongs to the last bin.
    const [{ y, x0, dx }] = weightHistograms([runOf('A', 1, {})], { bins: 4 }).data;
    expect({ y, x0, dx }).to.deep.equal({ y: [0, 25, 50, 25], x0: -0.375, dx: 0.25 });
  });

  it('has 50 bins that hold all weights', () => {
    const data = moons();
    const [{ y }] = weightHistograms({ model: smallModel(data.train) }).data as unknown as { y: number[] }[];
    expect(y).to.have.length(50);
    expect(y.reduce((sum, value) => sum + value, 0)).to.be.closeTo(100, 0.01);
  });

  it('gives all models the same bins', () => {
    const wide = { ...runOf('B', 1, {}), weights: [{ shape: [1, 2], data: Float64Array.of(-2, 1) }] };
    const [a, b] = weightHistograms([runOf('A', 1, {}), wide], { bins: 4 }).data;
    expect([a.x0, a.dx]).to.deep.equal([b.x0, b.dx]);
    expect(b).to.deep.include({ x0: -1.5, dx: 1, y: [50, 0, 0, 50] });
  });

  it('takes the runs of a recipe together', () => {
    const other = { ...runOf('A', 2, {}), weights: [{ shape: [1, 4], data: Float64Array.of(-0.5, -0.5, -0.5, -0.5) }] };
    expect(weightHistograms([runOf('A', 1, {}), other], { bins: 4 }).data[0].y).to.deep.equal([50, 12.5, 25, 12.5]);
  });

  it('refuses weights that are not finite, which would be bars of no height, and a nearness that is no distance', async () => {
    for (const bad of [NaN, Infinity]) {
      const diverged = { ...runOf('B', 1, {}), weights: [{ shape: [1, 2], data: Float64Array.of(1, bad) }] };
      await expectLesson(() => weightHistograms([runOf('A', 1, {}), diverged]), 'OptionError', 'finite', 'in B');
    }
    for (const nearZero of [-1, NaN])
      await expectLesson(() => weightHistograms([runOf('A', 1, {})], { nearZero }), 'OptionError', 'nearZero');
  });

  it('says how many weights are near zero', () => {
    const { layout } = weightHistograms([runOf('A', 1, {})], { nearZero: 0.3 });
    expect((layout.annotations as { text: string }[])[0].text).to.equal('A<br>75.0 %');
    expect(layout.meta).to.have.property('alt').that.contains('75.0 % within ±0.3');
  });

  it('draws weights that are all 0', () => {
    const zeros = { ...runOf('A', 1, {}), weights: [{ shape: [1, 2], data: Float64Array.of(0, 0) }] };
    expect(weightHistograms([zeros], { bins: 2 }).data[0].y).to.deep.equal([0, 100]);
  });

  it('finds the first kernel behind layers with other weights, and refuses a model without one', async () => {
    const built = (...layers: Layer[]) => new Sequential(layers, { inputShape: [2], rng: createRng(1) });
    const [model, alone] = [built(new BatchNorm(), new Dense(3)), built(new Dense(3))];
    alone.setWeights(model.getWeights().slice(-2)); // its kernel and its bias
    const { data } = weightHistograms({ A: alone });
    expect(weightHistograms({ A: model }).data).to.deep.equal(data);
    expect(weightHistograms([{ ...runOf('A', 1, {}), weights: model.getWeights() }]).data).to.deep.equal(data);
    await expectLesson(() => weightHistograms({ A: built(new BatchNorm()) }), 'OptionError', 'A without one');
    await expectLesson(() => weightHistograms({ A: built(new ReLU()) }), 'OptionError', 'kernel');
  });

  it('refuses 0 bins', () =>
    expectLesson(() => weightHistograms([runOf('A', 1, {})], { bins: 0 }), 'OptionError', 'bins'));
});
