// figure or Markdown → an output of the cell

import { expect } from 'chai';
import { figure } from '../../src/figures/figure';
import { figureOutput, hashOf, plotlyType, show } from '../../src/notebook/show';
import { inCell } from '../support/cell';

const made = figure([{ type: 'scatter', x: Float64Array.of(1, 2), y: [1 / 3, NaN] }], {
  title: 'A title',
  alt: 'In words.',
});

/** What is printed meanwhile. */
function printed(code: () => void): string {
  const { log } = console;
  const lines: unknown[] = [];
  console.log = (line) => lines.push(line);
  try {
    code();
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}

describe('show', () => {
  it('sends a figure for Plotly and in words, as one output', async () => {
    const [output, ...more] = await inCell(() => show(made));
    expect(more).to.have.length(0);
    expect(Object.keys(output.data)).to.deep.equal([plotlyType, 'text/plain']);
    expect(output.data['text/plain']).to.equal('A title\nIn words.');
    expect(output).to.include({ id: undefined, update: false });
  });

  it('reaches the kernel of Deno, which has a way of its own', () => {
    const sent: [string, object][] = [];
    const jupyter = { broadcast: async (type: string, content: object) => void sent.push([type, content]) };
    Object.assign(globalThis, { Deno: { jupyter } });
    try {
      show('**bold**');
    } finally {
      delete (globalThis as { Deno?: unknown }).Deno;
    }
    const data = { 'text/markdown': '**bold**', 'text/plain': '**bold**' };
    expect(sent).to.deep.equal([['display_data', { data, metadata: {}, transient: {} }]]);
  });

  it('sends Markdown as Markdown, with the text for other viewers', async () => {
    const [{ data, metadata }] = await inCell(() => show('| a |\n| - |'));
    expect(data).to.deep.equal({ 'text/markdown': '| a |\n| - |', 'text/plain': '| a |\n| - |' });
    expect(metadata).to.deep.equal({});
  });

  it('prints the words outside a notebook', () => {
    expect(printed(() => show(made))).to.equal('A title\nIn words.');
    expect(printed(() => show('| a |'))).to.equal('| a |');
  });
});

describe('figureOutput', () => {
  it('makes plain lists of typed arrays, null of what JSON has no word for, and six digits of numbers', () => {
    const { data } = figureOutput(made).data[plotlyType] as { data: { x: number[]; y: number[] }[] };
    expect(data[0]).to.deep.include({ x: [1, 2], y: [0.333333, null] });
  });

  it('survives JSON unchanged', () => {
    const { data } = figureOutput(made);
    expect(JSON.parse(JSON.stringify(data))).to.deep.equal(data);
  });

  it('binds the figure to a hash of what Plotly gets', () => {
    const { data, metadata } = figureOutput(made);
    expect(metadata).to.deep.equal({ holdout: { figure: hashOf(data[plotlyType]) } });
    const other = figureOutput({ ...made, layout: { ...made.layout, height: 1 } });
    expect(other.metadata).not.to.deep.equal(metadata);
  });
});

describe('hashOf', () => {
  it('does not depend on the order of keys, which Jupyter sorts', () => {
    expect(hashOf({ b: [1, { d: 1, c: 2 }], a: 'x' })).to.equal(hashOf({ a: 'x', b: [1, { c: 2, d: 1 }] }));
  });

  it('depends on values, on the order of lists, and on which key has which value', () => {
    const hashes = [{ a: 1, b: 2 }, { a: 2, b: 1 }, { a: 1 }, { a: '1', b: 2 }, [1, 2], [2, 1]].map(hashOf);
    expect(new Set(hashes).size).to.equal(hashes.length);
  });
});
