// models → maps of their decisions

import { expect } from 'chai';
import { boundaryLength } from '../../src/figures/boundary';
import { decisionBoundaries } from '../../src/figures/decision-boundaries';
import { decisionMap } from '../../src/figures/decision-map';
import { Dense } from '../../src/layers/dense';
import { Sequential } from '../../src/layers/sequential';
import { accuracy } from '../../src/metrics/accuracy';
import { createRng } from '../../src/tensor/random';
import { tensor } from '../../src/tensor/tensor';
import { predict } from '../../src/training/evaluate';
import { trainAll } from '../../src/experiments/train-all';
import { expectLesson } from '../support/errors';
import { moons, smallModel } from '../support/examples';

const data = moons();
const models = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, smallModel(data.train, name)]));
const ofType = (type: string, figure: ReturnType<typeof decisionBoundaries>) =>
  figure.data.filter((trace) => trace.type === type);

describe('decisionBoundaries', () => {
  const five = decisionBoundaries(models, data.validation);

  it('draws five models in 2 × 3 panels, the last with all boundaries', () => {
    expect(five.layout.grid).to.include({ rows: 2, columns: 3 });
    expect(ofType('heatmap', five).map(({ xaxis }) => xaxis)).to.deep.equal(['x', 'x2', 'x3', 'x4', 'x5']);
    expect(
      five.data.filter(({ mode, xaxis }) => mode === 'lines' && xaxis === 'x6').map(({ name }) => name),
    ).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
  });

  it('draws one model alone in one panel', () => {
    expect(decisionBoundaries({ a: models.a }, data.validation).layout.grid).to.include({ rows: 1, columns: 1 });
  });

  it('writes accuracy on the data and length of the boundary above each panel', () => {
    const [{ text }] = five.layout.annotations as { text: string }[];
    const right = accuracy(predict(models.a, data.validation.x), data.validation.y);
    const length = boundaryLength(decisionMap(models.a, data.validation));
    expect(text).to.equal(`a<br>${(100 * right).toFixed(1)} %<br>length ${length.toFixed(1)}`);
  });

  it('keeps the shade in whole percent and every fourth point of the mesh', () => {
    const map = decisionMap(models.a, data.validation);
    const [{ z, dx, x0 }] = ofType('heatmap', five) as unknown as { z: number[][]; dx: number; x0: number }[];
    expect(dx).to.be.closeTo(0.08, 1e-9);
    expect(x0).to.be.closeTo(map.x[0], 1e-3);
    expect(z[3][5]).to.equal(Math.round(100 * map.probability[12 * map.x.length + 20]));
    expect(z.flat().every((value) => Number.isInteger(value) && value >= 0 && value <= 100)).to.equal(true);
  });

  it('keeps boundary, shade and length of data that span thousandths', () => {
    const small = {
      ...data.validation,
      x: tensor(
        data.validation.x.shape,
        data.validation.x.data.map((v) => v / 2000),
      ),
    };
    const model = new Sequential([new Dense(2)], { inputShape: [2], rng: createRng(1) });
    model.setWeights([tensor([2, 2], [0, 1, 0, 1]), tensor([2], [0, 0])]); // a boundary at x + y = 0
    const { data: traces, layout } = decisionBoundaries({ model }, small);
    const [shade] = traces.filter(({ type }) => type === 'heatmap') as unknown as { dx: number; z: number[][] }[];
    const map = decisionMap(model, small);
    expect(shade.dx).to.be.closeTo(4 * (map.x[1] - map.x[0]), 1e-7);
    const line = traces.find(({ mode }) => mode === 'lines') as unknown as { x: number[]; y: number[] };
    expect(new Set(line.x).size).to.be.above(100);
    line.x.forEach((x, i) => x !== null && expect(x + line.y[i]).to.be.closeTo(0, 2e-5));
    const [{ text }] = layout.annotations as { text: string }[];
    expect(Number(text.split('length ')[1])).to.be.closeTo(boundaryLength(map), 1e-3);
    expect(boundaryLength(map)).to.be.above(1e-3);
  });

  it('writes its colours in a way that every Plotly reads: #RRGGBB or rgba()', () => {
    const colors = JSON.stringify(five).match(/#[0-9A-Fa-f]+|rgba\([^)]*\)/g) ?? [];
    expect(
      colors.filter((text) => !/^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|rgba\(\d+,\d+,\d+,[\d.]+\))$/.test(text)),
    ).to.deep.equal([]);
    const [{ colorscale }] = ofType('heatmap', five);
    expect(colorscale).to.deep.equal([
      [0, 'rgba(86,180,233,0.5)'],
      [0.5, 'rgba(86,180,233,0)'],
      [0.5, 'rgba(230,159,0,0)'],
      [1, 'rgba(230,159,0,0.5)'],
    ]);
  });

  it('keeps a notebook small: five models take less than 300 kB', () =>
    expect(JSON.stringify(five).length).to.be.below(300_000));

  it('draws at most so many points', () => {
    const { data: traces } = decisionBoundaries({ a: models.a }, data.train, { points: 10 });
    const drawn = traces
      .filter(({ mode }) => mode === 'markers')
      .reduce((sum, { x }) => sum + (x as number[]).length, 0);
    expect(drawn).to.equal(10);
  });

  it('shows the first seed of each recipe', async () => {
    const runs = await trainAll([{ name: 'A', hidden: [3], epochs: 1 }], data, { seeds: [1, 2] });
    expect(decisionBoundaries(runs, data.validation).data).to.deep.equal(
      decisionBoundaries(runs.slice(0, 1), data.validation).data,
    );
  });

  it('refuses to draw nothing', () => expectLesson(() => decisionBoundaries({}, data.validation), 'OptionError'));
});
