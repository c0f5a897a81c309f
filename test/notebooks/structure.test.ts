// notebooks/*.ipynb: what must hold of every notebook as it is committed, without running it

import { expect } from 'chai';
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { hashOf } from '../../src/notebook/show';
import { allNotebooks, figuresOf, type Cell, type NotebookOutput } from '../support/notebooks';

const pictureBytes = 120_000;
const fileBytes = 1_500_000;
const lineCharacters = 100;
const root = resolve(__dirname, '..', '..');

/** Width and height in pixels, from the head of a PNG file. */
function sizeOfPng(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString('latin1'), 'signature').to.equal('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

const slideType = (metadata: Record<string, unknown>) =>
  (metadata.slideshow as { slide_type: string } | undefined)?.slide_type;

const codeOf = (cells: Cell[]) => cells.filter(({ cell_type }) => cell_type === 'code');

describe('notebooks', () => {
  for (const { file, notebook } of allNotebooks()) {
    describe(basename(file), () => {
      const { cells } = notebook;
      const code = codeOf(cells);
      const outputs = code.flatMap((cell) => cell.outputs);
      const figures = figuresOf(notebook);

      it('is named by number and slug, and opens with its one title', () => {
        expect(basename(file)).to.match(/^\d\d(-[a-z0-9]+)+\.ipynb$/);
        expect(cells[0].cell_type).to.equal('markdown');
        expect(cells[0].source).to.match(/^# \S/);
        const prose = cells
          .filter(({ cell_type }) => cell_type === 'markdown')
          .map(({ source }) => source.replace(/^```[^]*?^```/gm, ''));
        expect(prose.join('\n').match(/^# .*$/gm)).to.have.length(1);
      });

      it('stands in the form in which `npm run notebooks` writes it', async () => {
        const { formatNotebook } = await import('../../tools/lib/notebook.mjs' as string);
        expect(readFileSync(file, 'utf8') === formatNotebook(notebook), 'run `npm run notebooks`').to.equal(true);
      });

      it('is a show of slides, one for each heading', () => {
        const slides = cells.filter(({ metadata }) => slideType(metadata) === 'slide');
        expect(slides.map(({ id }) => id)).to.deep.equal(
          cells.filter(({ source, cell_type }) => cell_type === 'markdown' && /^#/.test(source)).map(({ id }) => id),
        );
        expect(cells.some(({ metadata }) => slideType(metadata) === 'subslide')).to.equal(true);
      });

      it('keeps nbval, which reads no updated output, from comparing the outputs of cells that show progress', () => {
        const ends = /^(\d+ (epochs?|runs?)\b|interrupted|ended after|failed)/; // what remains in the place of the progress
        const progress = ({ data }: NotebookOutput) =>
          !!data?.['text/markdown'] && ends.test(String(data['text/plain']));
        for (const { id, outputs: shown, metadata } of code)
          if (shown.some(progress)) expect(metadata.tags, id).to.include('nbval-ignore-output');
      });

      it('names its cells, each once', () => {
        const ids = cells.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        for (const id of ids) expect(id).to.match(/^[a-z0-9-]{1,64}$/);
      });

      it('was run from top to bottom, once', () => {
        expect(code.map(({ execution_count }) => execution_count)).to.deep.equal(code.map((_, i) => i + 1));
        expect(
          cells.filter(({ metadata }) => 'execution' in metadata),
          'cells with times',
        ).to.have.length(0);
      });

      it('has outputs without errors, HTML and places of this machine', () => {
        for (const { output_type, name, data = {} } of outputs) {
          expect(output_type).to.be.oneOf(['stream', 'display_data']);
          expect(name ?? 'stdout').to.equal('stdout');
          expect(data).not.to.have.property('text/html');
        }
        const text = JSON.stringify(
          outputs.map(({ text, data }) => [text, data?.['text/plain'], data?.['text/markdown']]),
        );
        expect(text).not.to.contain(root);
        expect(text).not.to.match(/\/home\/|\/Users\/|node_modules/);
      });

      it('says of every figure what it shows: title, axes, alternative text', () => {
        for (const { data } of figures) {
          const { layout, data: traces } = data.plotly;
          expect(layout.title?.text, 'title').to.match(/\S/);
          expect(layout.meta?.alt, `alternative text of “${layout.title?.text}”`).to.have.length.above(20);
          if (traces.some(({ type }) => type === 'surface' || type === 'pie')) continue; // no plane axes
          for (const letter of ['x', 'y']) {
            const axes = Object.entries(layout).filter(([key]) => new RegExp(`^${letter}axis\\d*$`).test(key));
            const named = axes.some(([, axis]) => {
              const { title, visible } = axis as { title?: { text?: string }; visible?: boolean };
              return title?.text || visible === false; // an axis that is not drawn needs no name
            });
            expect(named, `a name on the ${letter} axis of “${layout.title?.text}”`).to.equal(true);
          }
        }
      });

      it('has beside every figure the picture that was drawn from it', () => {
        for (const { data, metadata } of figures) {
          const hash = hashOf(data.plotly);
          expect(metadata.holdout, data.plotly.layout.title?.text).to.deep.equal({ figure: hash, picture: hash });
          const png = Buffer.from(data.png ?? '', 'base64');
          expect(png.length).to.be.above(1000).and.below(pictureBytes);
          const { width, height } = sizeOfPng(png);
          const shown = metadata['image/png'] as { alt: string; width: number; height: number };
          expect([width, height]).to.deep.equal([1.5 * shown.width, 1.5 * shown.height]);
          expect(shown.alt).to.equal(data.plotly.layout.meta?.alt);
          expect(shown.height).to.equal(data.plotly.layout.height);
        }
      });

      it('takes no power of which Node 24 has other bits than Node 20: squares and powers of two, else power(x, n)', () => {
        const powers = code.flatMap(({ source }) => source.match(/[\w.)\]]+ \*\* \S+/g) ?? []);
        expect(powers.filter((text) => !/^2 \*\* | \*\* 2\b/.test(text))).to.deep.equal([]);
        expect(code.filter(({ source }) => source.includes('Math.pow'))).to.deep.equal([]);
      });

      it(`has lines of code that can be read: ${lineCharacters} characters at most`, () => {
        const lines = code.flatMap(({ source }) => source.split('\n'));
        expect(lines.filter((line) => [...line].length > lineCharacters)).to.deep.equal([]);
      });

      it('is small', () => expect(statSync(file).size).to.be.below(fileBytes));
    });
  }
});
