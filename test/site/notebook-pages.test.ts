// cells of a notebook → Markdown and HTML of a page

import { expect } from 'chai';
import { allNotebooks } from '../support/notebooks';

const prepare = (name: string) => import(`../../site/prepare/${name}.mjs`);
const code = (...outputs: object[]) => ({ cell_type: 'code', source: 'show(x);', outputs });
const plotly = 'application/vnd.plotly.v1+json';

/** An output with a figure, as notebooks hold it. */
const chart = (trace: object, layout: object = {}) => ({
  output_type: 'display_data',
  data: {
    [plotly]: {
      data: [{ type: 'scatter', mode: 'lines', ...trace }],
      layout: { meta: { alt: 'It <falls>.' }, ...layout },
    },
    'image/png': 'AAAA',
    'text/plain': 'A "title"\nIt falls.',
  },
  metadata: { holdout: { figure: 'abc123' }, 'image/png': { width: 720, height: 380 } },
});

describe('The Markdown of a cell', () => {
  it('is its source as a block of TypeScript, with what it printed below on one line of HTML', async () => {
    const { cellMarkdown } = await prepare('cell');
    const printed = { output_type: 'stream', name: 'stdout', text: 'a < b\n\n\u001b[32mgreen\u001b[0m\n' };
    expect(cellMarkdown(code(printed), 'here')).to.equal(
      '```ts\nshow(x);\n```\n\n<pre class="output" tabindex="0" role="group" aria-label="Output">a &lt; b&#10;&#10;green</pre>',
    );
  });

  it('keeps a table as Markdown', async () => {
    const { cellMarkdown } = await prepare('cell');
    const table = { output_type: 'display_data', data: { 'text/markdown': '| a |\n| --- |\n| 1 |' }, metadata: {} };
    expect(cellMarkdown(code(table), 'here')).to.include('\n\n| a |\n| --- |\n| 1 |\n\n</div>');
  });

  it('gives a figure a fixed box, its title as alternative text, and its words and numbers beside it', async () => {
    const { cellMarkdown } = await prepare('cell');
    const html: string = cellMarkdown(code(chart({ x: [1, 2], y: [0.123456, 3] })), 'here');
    expect(html).to.include('data-figure="/figures/abc123.json"');
    expect(html).to.include('width="720" height="380" loading="lazy"').and.to.include('alt="A &quot;title&quot;"');
    expect(html).to.include('<p>It &lt;falls&gt;.</p>').and.to.include('<tr><td>1</td><td>0.1235</td></tr>');
    expect(html.split('\n')).to.have.length(5); // code, an empty line, and one line of HTML
  });

  it('turns a live figure into its element, with its options and the picture inside', async () => {
    const { cellMarkdown } = await prepare('cell');
    const data = { figure: 'early-stopping', options: { minDelta: 0.01 }, alt: 'Loss' };
    const { metadata } = chart({});
    const live = { output_type: 'display_data', data: { 'application/vnd.holdout.figure+json': data }, metadata };
    expect(cellMarkdown(code(live), 'here')).to.match(
      /<holdout-early-stopping data-script="\/live\/early-stopping.js" mindelta="0.01"><img [^>]*alt="Loss"><\/holdout-early-stopping>/,
    );
  });
});

describe('A link of a notebook', () => {
  it('leads to the page of the file', async () => {
    const { rewriteLinks } = await prepare('links');
    expect(rewriteLinks('[a](03-l1-and-l2-by-hand.ipynb#is-it), [b](../exercises/06-dropout.ts)', 'here')).to.equal(
      '[a](/notebooks/03-l1-and-l2-by-hand/#is-it), [b](/exercises/06-dropout/)',
    );
  });

  it('stays as it is when it leads to another host or into the page itself', async () => {
    const { rewriteLinks } = await prepare('links');
    for (const link of ['[a](https://example.org/x)', '[a](#here)']) expect(rewriteLinks(link, 'here')).to.equal(link);
  });

  it('that leads to no page is an error that names notebook and link', async () => {
    const { rewriteLinks } = await prepare('links');
    expect(() => rewriteLinks('[a](../package.json)', 'notebooks/01.ipynb')).to.throw(
      /notebooks\/01\.ipynb.*package\.json/,
    );
  });
});

describe('The page of a notebook', () => {
  it('has title, question, minutes and what a reader will be able to do, for every notebook', async () => {
    const { readHeading, notebookPage } = await prepare('notebook-page');
    for (const { file, notebook } of allNotebooks()) {
      const slug = /[\w-]+(?=\.ipynb$)/.exec(file)![0];
      const heading = readHeading(slug, notebook.cells[0]);
      const { frontMatter, markdown } = notebookPage(slug, notebook);
      expect(heading.number).to.equal(slug.slice(0, 2));
      expect(frontMatter.title).to.equal(`${heading.title}: ${heading.question}`);
      expect(markdown, slug)
        .to.not.match(/^# /m)
        .and.to.not.match(/\.ipynb\)/);
    }
  });

  it('says what the first cell has to say when it does not', async () => {
    const { readHeading } = await prepare('notebook-page');
    expect(() => readHeading('11-new', { source: '# 11 · New' })).to.throw(
      /11-new: the first cell needs "# NN · Title/,
    );
  });
});

describe('The home page', () => {
  it('counts each seed once among the wins, and takes its numbers from notebook 08', async () => {
    const { homeNumbers } = await prepare('home');
    const { notebook } = allNotebooks().find(({ file }) => file.includes('08-five-models'))!;
    const { wins, seeds, best, boundaries } = homeNumbers(notebook.cells);
    expect(seeds).to.equal(10);
    expect(wins.map(({ model }: { model: string }) => model)).to.deep.equal(
      boundaries.panels.map(({ name }: { name: string }) => name),
    );
    const text = JSON.stringify(notebook.cells);
    expect(text).to.include(`| ${best.model} | ${best.to} |`).and.to.include(best.from);
  });

  it('fails with a remedy when notebook 08 no longer shows what it tells of', async () => {
    const { homeNumbers } = await prepare('home');
    expect(() => homeNumbers([])).to.throw(/shows no table.*home page needs it/);
  });
});
