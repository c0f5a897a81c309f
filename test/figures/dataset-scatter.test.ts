// dataset → points

import { expect } from 'chai';
import { datasetScatter } from '../../src/figures/dataset-scatter';
import { tensor } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';

const data = { x: tensor([3, 3], [1, 2, 3, 4, 5, 6, 7.126, 8, 9]), y: Int32Array.of(1, 0, 1), classes: 2 };

describe('datasetScatter', () => {
  it('draws the first two features, a trace for each class', () => {
    const [zero, one] = datasetScatter(data).data;
    expect(zero).to.deep.include({ name: 'class 0', x: [4], y: [5] });
    expect(one).to.deep.include({ name: 'class 1', x: [1, 7.13], y: [2, 8] });
  });

  it('keeps points apart whose features span thousandths', () => {
    const tiny = { ...data, x: tensor([3, 2], [0.0012, 1, 0.0034, 2, 0.0056, 3]) };
    const [zero, one] = datasetScatter(tiny).data;
    expect(zero).to.deep.include({ x: [0.0034], y: [2] });
    expect(one).to.deep.include({ x: [0.0012, 0.0056], y: [1, 3] });
  });

  it('gives classes different shapes, not only colours', () => {
    const [zero, one] = datasetScatter(data).data.map(({ marker }) => (marker as { symbol: string }).symbol);
    expect(zero).not.to.equal(one);
  });

  it('draws other features under names of your own', () => {
    const { data: traces, layout } = datasetScatter(data, {
      features: [2, 0],
      axes: ['width (cm)', 'height (cm)'],
      title: 'Leaves',
    });
    expect(traces[0]).to.deep.include({ x: [6], y: [4] });
    expect(layout).to.deep.include({ xaxis: { title: { text: 'width (cm)' } } });
    expect(layout.title).to.include({ text: 'Leaves' });
  });

  it('says in words how many points each class has', () => {
    expect(datasetScatter(data).layout.meta).to.deep.equal({
      alt: 'Scatter plot of feature 2 against feature 1: 1 points of class 0 and 2 points of class 1.',
    });
  });

  it('refuses a feature that is not there', () =>
    expectLesson(() => datasetScatter(data, { features: [0, 3] }), 'OptionError', '[0, 3)'));

  it('refuses images', () =>
    expectLesson(() => datasetScatter({ ...data, x: tensor([3, 1, 1, 1], [1, 2, 3]) }), 'ShapeError', '(3, 1, 1, 1)'));
});
