// histories → curves

import { expect } from 'chai';
import { learningCurves } from '../../src/figures/learning-curves';
import { expectLesson } from '../support/errors';
import { epochsOf, runOf } from '../support/runs';

const history = { epochs: epochsOf([0.9, 0.4, 0.6]) };

describe('learningCurves', () => {
  it('draws training and validation, loss and accuracy', () => {
    const { data, layout } = learningCurves({ plain: history });
    const lines = data.filter(({ mode }) => mode === 'lines');
    expect(lines.map(({ y }) => y)).to.deep.equal([[1, 1 / 2, 1 / 3], [0.9, 0.4, 0.6], [0.9, 0.9, 0.9], [0.8, 0.8, 0.8]]); // prettier-ignore
    expect(lines.map(({ xaxis, yaxis }) => [xaxis, yaxis])).to.deep.equal([['x', 'y'], ['x2', 'y2'], ['x3', 'y3'], ['x4', 'y4']]); // prettier-ignore
    expect(
      lines.every(({ x0, dx }) => x0 === 1 && dx === 1),
      'epochs count from 1',
    ).to.equal(true);
    expect(layout.grid).to.include({ rows: 2, columns: 2 });
  });

  it('puts a ring at the lowest validation loss, and never at NaN', () => {
    const rings = (epochs: typeof history.epochs) =>
      learningCurves({ plain: { epochs } }).data.filter(({ mode }) => mode === 'markers');
    expect(rings(history.epochs).map(({ x, y }) => [x, y])).to.deep.equal([[[2], [0.4]]]);
    expect(rings(epochsOf([NaN, 0.8, 0.9])).map(({ x }) => x)).to.deep.equal([[2]]);
    expect(rings(epochsOf([NaN]))).to.have.length(0);
  });

  it('says which epoch that was when there is one run, and how to read the ring when there are more', () => {
    expect(learningCurves({ plain: history }).layout.title).to.include({
      text: 'plain: validation loss is lowest after 2 of 3<br>epochs',
    });
    expect(learningCurves({ a: history, b: history }).layout.title).to.deep.include({
      text: 'Learning curves; a ring marks the lowest<br>validation loss',
    });
    expect(learningCurves({ a: history }, { title: 'My finding' }).layout.title).to.include({ text: 'My finding' });
  });

  const [first, second] = [epochsOf([0.9, 0.6, 0.7]), epochsOf([0.5, 0.4, 0.8, 0.6])];
  const runs: [what: string, epochs: typeof first, places: number[] | undefined, ring: number, last: number][] = [
    ['two fits one behind the other', [...first, ...second], undefined, 5, 7],
    ['three fits', [...first, ...first, ...second], undefined, 8, 10],
    ['the end of a run', second.slice(1), [2, 3, 4], 2, 4],
    ['every second epoch', [second[0], second[2]], [1, 3], 1, 3],
    ['a fit behind the end of another', [...first.slice(1), ...second], [2, 3, 4, 5, 6, 7], 5, 7],
  ];
  for (const [what, epochs, places, ring, last] of runs) {
    it(`puts the ring of ${what} on its line, at the epoch that the title names`, () => {
      const { data, layout } = learningCurves({ a: { epochs } });
      const [, line] = data.filter(({ mode }) => mode === 'lines');
      if (places) expect(line.x).to.deep.equal(places);
      else expect([line.x0, line.dx, (line.y as number[]).length]).to.deep.equal([1, 1, last]);
      const [mark] = data.filter(({ mode }) => mode === 'markers') as unknown as { x: number[]; y: number[] }[];
      expect([mark.x, mark.y]).to.deep.equal([[ring], [Math.min(...epochs.map(({ valLoss }) => valLoss!))]]);
      expect((layout.title as { text: string }).text.replace('<br>', ' ')).to.contain(
        `after ${ring} of ${last} epochs`,
      );
      expect((layout.meta as { alt: string }).alt).to.contain(`lowest at epoch ${ring} with`);
    });
  }

  it('refuses epochs in another order, without a number, and what is no history', async () => {
    for (const epochs of [[...second].reverse(), [second[2], second[1]], [{ ...first[0], epoch: 0 }], [{ loss: 1 }]])
      await expectLesson(
        () => learningCurves({ a: { epochs } } as never),
        'OptionError',
        'learningCurves',
        'has epoch',
      );
    const holed = [{ ...first[0], valLoss: null }];
    await expectLesson(() => learningCurves({ a: { epochs: holed } } as never), 'OptionError', 'null for the valLoss');
    for (const wrong of [first, null, undefined, 'history'])
      await expectLesson(() => learningCurves({ a: wrong } as never), 'OptionError', 'must be as fit gives it');
  });

  it('leaves out what was not measured', () => {
    const training = history.epochs.map(({ epoch, loss, accuracy }) => ({ epoch, loss, penalty: 0, accuracy }));
    expect(learningCurves({ a: { epochs: training } }).layout.grid).to.include({ rows: 2, columns: 1 });
    const regression = history.epochs.map(({ epoch, loss, valLoss }) => ({ epoch, loss, penalty: 0, valLoss }));
    const { layout } = learningCurves({ a: { epochs: regression } });
    expect(layout.grid).to.include({ rows: 1, columns: 2 });
    expect(layout.yaxis).to.deep.include({ title: { text: 'loss' } });
  });

  it('gives the runs of a recipe one colour and one entry in the legend', () => {
    const { data } = learningCurves([runOf('A', 1, {}), runOf('B', 1, {}), runOf('A', 2, {})]);
    const lines = data.filter(({ mode, xaxis }) => mode === 'lines' && xaxis === 'x');
    const colors = lines.map(({ name, line }) => [name, (line as { color: string }).color]);
    expect(colors[0]).to.deep.equal(colors[1]);
    expect(colors[2][1]).not.to.equal(colors[0][1]);
    expect(data.filter(({ showlegend }) => showlegend).map(({ name }) => name)).to.deep.equal(['A', 'B']);
  });

  it('tells the numbers in words', () => {
    const { alt } = learningCurves({ plain: history }).layout.meta as { alt: string };
    expect(alt).to.contain(
      'plain: training loss 1.000 to 0.333 in 3 epochs; validation loss lowest at epoch 2 with 0.400, at the end 0.600',
    );
    expect(alt).to.contain('validation accuracy at the end 80.0 %');
  });

  it('draws a run that was interrupted before its first epoch beside one that was not', () => {
    expect(learningCurves({ none: { epochs: [] }, plain: history }).layout.meta)
      .to.have.property('alt')
      .that.contains('none: no complete epoch.');
  });

  it('refuses to draw nothing', async () => {
    await expectLesson(() => learningCurves({ a: { epochs: [] } }), 'OptionError', 'epoch');
    await expectLesson(() => learningCurves([]), 'OptionError', 'run');
  });
});
