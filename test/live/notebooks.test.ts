// notebooks/*.ipynb → the live figures in them: data, words and picture belong together, and are those of the library

import { expect } from 'chai';
import { basename } from 'node:path';
import { liveFigure, type LiveFigure } from '../../src/course/live-figure';
import { liveFigures } from '../../src/course/live-figures';
import { hashOf, liveType } from '../../src/notebook/show';
import { allNotebooks } from '../support/notebooks';

const shown = allNotebooks().flatMap(({ file, notebook }) =>
  notebook.cells
    .flatMap(({ outputs = [] }) => outputs)
    .filter(({ data }) => data?.[liveType])
    .map(({ data = {}, metadata = {} }) => ({
      notebook: basename(file),
      live: data[liveType] as LiveFigure,
      data,
      metadata,
    })),
);

describe('the live figures of the notebooks', () => {
  it('is each of them in one notebook', () => {
    expect(shown.map(({ live }) => live.figure).sort()).to.deep.equal(Object.keys(liveFigures).sort());
  });

  for (const { notebook, live, data, metadata } of shown) {
    it(`${notebook}: ${live.figure} is what the library makes of its options`, () => {
      expect(live).to.deep.equal(liveFigure(live.figure, live.options));
      expect(data['text/plain']).to.equal(live.alt);
      expect(Object.keys(data).sort()).to.deep.equal([liveType, 'image/png', 'text/plain']);
    });

    it(`${notebook}: the picture of ${live.figure} was drawn from it`, () => {
      const hash = hashOf(live);
      expect(metadata.holdout).to.deep.equal({ figure: hash, picture: hash });
      const png = Buffer.from(data['image/png'] as string, 'base64');
      expect(png.length).to.be.above(10_000).and.below(120_000);
      const { alt, width, height } = metadata['image/png'] as { alt: string; width: number; height: number };
      expect(alt).to.equal(live.alt);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).to.deep.equal([1.5 * width, 1.5 * height]);
    });
  }
});
