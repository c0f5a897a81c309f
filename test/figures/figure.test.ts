// the style that all figures share

import { expect } from 'chai';
import { describe as inWords, figure } from '../../src/figures/figure';
import { classPalette, ink, palette, titleLines } from '../../src/figures/style';

/** Contrast ratio of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const channels = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16) / 255);
    const [r, g, bl] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('figure', () => {
  const made = figure([{ type: 'scatter', y: [1, 2] }], { title: 'Two numbers', alt: 'They rise.' });

  it('is plain Plotly with the alternative text in layout.meta', () => {
    expect(Object.keys(made)).to.deep.equal(['data', 'layout']);
    expect(made.layout.meta).to.deep.equal({ alt: 'They rise.' });
    expect(made.layout.title).to.include({ text: 'Two numbers' });
  });

  it('says in words what it shows, without the breaks of its title', () => {
    const long = figure([], { title: 'A sentence that is longer than one line of a small telephone', alt: 'Nothing.' });
    expect(inWords(long)).to.equal('A sentence that is longer than one line of a small telephone\nNothing.');
    expect(inWords({ data: [], layout: {} })).to.equal('');
  });

  it('lets its layout be completed and overruled', () => {
    const { layout } = figure([], {
      title: 't',
      alt: 'a',
      height: 500,
      layout: { xaxis: { type: 'log' }, showlegend: false },
    });
    expect(layout).to.deep.include({ height: 500, xaxis: { type: 'log' }, showlegend: false });
  });

  it('makes room for every line of its title', () => {
    const top = (title: string) => (figure([], { title, alt: '' }).layout.margin as { t: number }).t;
    expect(top('word '.repeat(20).trim())).to.equal(top('word') + 18);
  });
});

describe('titleLines', () => {
  it('breaks at spaces into lines of at most 50 letters', () => {
    const title = 'Where each model changes its mind, how sure it is, and how many examples it gets right';
    expect(titleLines(title).join(' ')).to.equal(title);
    for (const line of titleLines(title)) expect(line.length).to.be.at.most(50);
  });

  it('leaves a word alone that is longer than a line', () => {
    expect(titleLines(`${'a'.repeat(60)} b`)).to.deep.equal(['a'.repeat(60), 'b']);
  });
});

describe('the colours', () => {
  it('of lines stand out from white and from black paper', () => {
    for (const color of palette.slice(0, 5)) {
      expect(contrast(color, '#FFFFFF'), color).to.be.above(2.9);
      expect(contrast(color, '#000000'), color).to.be.above(2.9);
    }
  });

  it('of the ink can be read on white and on black paper', () => {
    for (const paper of ['#FFFFFF', '#000000']) expect(contrast(ink, paper), paper).to.be.above(4.2);
  });

  it('of the first two classes are not those of the first five models', () => {
    for (const color of classPalette.slice(0, 2)) expect(palette.slice(0, 5)).not.to.include(color);
  });
});
