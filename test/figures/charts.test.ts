// numbers of one's own → lines, bars, shades

import { expect } from 'chai';
import { barChart } from '../../src/figures/bar-chart';
import { heatMap } from '../../src/figures/heat-map';
import { lineChart } from '../../src/figures/line-chart';
import { expectLesson } from '../support/errors';

const axes = { title: 'A finding', x: 'epoch', y: 'loss (nats)' };
const altOf = ({ layout }: { layout: Record<string, unknown> }) => (layout.meta as { alt: string }).alt;

describe('lineChart', () => {
  it('draws a list over 0, 1, 2, … and pairs where they are', () => {
    const { data } = lineChart({ a: [3, 1], b: { x: Float64Array.of(10, 20), y: [5, 6] } }, axes);
    expect(data.map(({ name, x, y }) => ({ name, x, y }))).to.deep.equal([
      { name: 'a', x: [0, 1], y: [3, 1] },
      { name: 'b', x: [10, 20], y: [5, 6] },
    ]);
  });

  it('names its axes, and makes them logarithmic when asked', () => {
    const { layout } = lineChart({ a: [1, 2] }, { ...axes, logY: true });
    expect(layout.xaxis).to.deep.equal({ title: { text: 'epoch' } });
    expect(layout.yaxis).to.deep.include({ title: { text: 'loss (nats)' }, type: 'log' });
  });

  it('labels a logarithmic axis at powers of ten, over a short stretch at 2 and 5 too, over a long one as Plotly does', () => {
    const dtickOf = (...y: number[]) =>
      (lineChart({ a: y }, { ...axes, logY: true }).layout.yaxis as { dtick?: unknown }).dtick;
    expect([dtickOf(1, 50), dtickOf(0, 1, 50), dtickOf(1e-3, 1), dtickOf(1e-9, 1), dtickOf(0)]).to.deep.equal([
      ...['D2', 'D2', 1],
      ...[undefined, undefined],
    ]);
  });

  it('writes the labels at 2 and 5 out, as 0.02 and 0.05', () => {
    const { xaxis, yaxis } = lineChart({ a: { x: [0.01, 0.1], y: [1, 1000] } }, { ...axes, logX: true, logY: true }).layout; // prettier-ignore
    expect(xaxis).to.include({ tickformat: '~r' });
    expect(yaxis).not.to.have.property('tickformat');
  });

  it('puts dots on few numbers only', () => {
    const modes = (n: number, dots?: boolean) => lineChart({ a: new Float64Array(n) }, { ...axes, dots }).data[0].mode;
    expect([modes(20), modes(21), modes(21, true), modes(2, false)]).to.deep.equal([
      'lines+markers',
      'lines',
      'lines+markers',
      'lines',
    ]);
  });

  it('has a legend for several lines only', () => {
    expect(lineChart({ a: [1] }, axes).data[0].showlegend).to.equal(false);
    expect(lineChart({ a: [1], b: [2] }, axes).data[0].showlegend).to.equal(true);
  });

  it('tells ends and extremes in words, without NaN', () => {
    expect(altOf(lineChart({ a: [3, NaN, 0.00012345, 4] }, axes))).to.equal(
      'Line chart of loss (nats) against epoch. a: from 3 at 0 to 4 at 3; lowest 0.000123 at 2, highest 4 at 3.',
    );
    expect(altOf(lineChart({ a: [NaN] }, axes))).to.contain('no finite number');
    expect(altOf(lineChart({ a: [1] }, { ...axes, alt: 'My words.' }))).to.equal('My words.');
  });

  it('refuses nothing, and places without numbers', async () => {
    await expectLesson(() => lineChart({}, axes), 'OptionError', 'received 0');
    await expectLesson(() => lineChart({ a: [] }, axes), 'OptionError', 'received 0; leave out a');
    await expectLesson(() => lineChart({ a: { x: [1, 2], y: [1] } }, axes), 'OptionError', '2 and 1 for a');
  });
});

describe('barChart', () => {
  it('draws one group for each label', () => {
    const { data, layout } = barChart({ before: [1, 2], after: [0, 4] }, { ...axes, labels: [10, 20] });
    expect(data.map(({ x, y }) => [x, y])).to.deep.equal([[['10', '20'], [1, 2]], [['10', '20'], [0, 4]]]); // prettier-ignore
    expect(layout.xaxis).to.include({ type: 'category' });
    expect(altOf({ layout })).to.equal(
      'Bar chart of loss (nats) for each epoch. before: 10 1, 20 2. after: 10 0, 20 4.',
    );
  });

  it('refuses a series that does not fit the labels, and none', async () => {
    await expectLesson(
      () => barChart({ a: [1, 2, 3] }, { ...axes, labels: ['x'] }),
      'OptionError',
      '3 for 1 labels in a',
    );
    await expectLesson(() => barChart({}, { ...axes, labels: ['x'] }), 'OptionError', 'received 0');
  });
});

describe('heatMap', () => {
  const options = { ...axes, rows: ['low', 'high'], columns: [0, 0.5] };

  it('writes the numbers into the cells, the first row on top', () => {
    const { data, layout } = heatMap(
      [
        [0.81234, 0.5],
        [1, 0],
      ],
      { ...options, format: (value) => value.toFixed(1) },
    );
    expect(data[0]).to.deep.include({ z: [[0.81234, 0.5], [1, 0]], text: [['0.8', '0.5'], ['1.0', '0.0']], x: ['0', '0.5'], y: ['low', 'high'] }); // prettier-ignore
    expect(layout.yaxis).to.include({ autorange: 'reversed', type: 'category' });
    expect(altOf({ layout })).to.contain('low: 0.8 at 0, 0.5 at 0.5. high: 1.0 at 0, 0.0 at 0.5.');
  });

  it('refuses numbers that do not fit the labels', () =>
    expectLesson(() => heatMap([[1, 2]], options), 'OptionError', '2 labels'));
});
