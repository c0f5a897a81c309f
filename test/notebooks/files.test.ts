// what the kernel sends → the file of a notebook, and how two runs are compared

import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const lib = '../../tools/lib/';
const plotly = 'application/vnd.plotly.v1+json';
const stream = (text: string, name = 'stdout') => ({ output_type: 'stream', name, text });
const figure = { data: [{ y: [1, -2.5e-7, null] }], layout: { title: { text: 'A [1, 2]\n' } } };
const code = (outputs: unknown[]) => ({
  cell_type: 'code',
  id: 'a',
  execution_count: 1,
  metadata: {},
  outputs,
  source: 'x;\ny;',
});

/** The functions of the tools, which are ES modules. */
async function tools() {
  return { ...(await import(`${lib}notebook.mjs`)), ...(await import(`${lib}difference.mjs`)) };
}

describe('tidyOutputs', () => {
  it('joins neighbouring pieces of a stream, however they arrived', async () => {
    const { tidyOutputs } = await tools();
    const shown = { output_type: 'display_data', data: { 'text/plain': 'f' }, metadata: {} };
    expect(tidyOutputs([stream('a\n'), stream('b'), shown, stream('c'), stream('d', 'stderr')])).to.deep.equal([
      stream('a\nb'),
      shown,
      stream('c'),
      stream('d', 'stderr'),
    ]);
  });

  it('keeps an error of a cell that is meant to fail, and so does the file', async () => {
    const { tidyOutputs, formatNotebook } = await tools();
    const error = { ename: 'Error', evalue: 'boom', output_type: 'error', traceback: ['Error: boom', 'at cell 2\n'] };
    expect(tidyOutputs([stream('a'), error])).to.deep.equal([stream('a'), error]);
    expect(JSON.parse(formatNotebook({ cells: [code([error])], metadata: {} })).cells[0].outputs).to.deep.equal([
      error,
    ]);
  });
});

describe('the file of a notebook', () => {
  it('is read as it was written', async () => {
    const { readNotebook, writeNotebook, formatNotebook } = await tools();
    const notebook = {
      cells: [
        code([
          stream('a\nb\n'),
          { output_type: 'display_data', data: { [plotly]: figure, 'text/plain': 'f' }, metadata: {} },
        ]),
      ],
      metadata: {},
    };
    const folder = mkdtempSync(join(tmpdir(), 'holdout-'));
    try {
      const file = join(folder, 'x.ipynb');
      writeNotebook(file, notebook);
      expect(readNotebook(file).cells).to.deep.equal(notebook.cells);
      expect(formatNotebook(readNotebook(file))).to.equal(formatNotebook(notebook));
      expect(formatNotebook(notebook)).to.contain('"x;\\n",\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Numbers as `JSON.stringify` of JavaScript and `json.dumps` of Python 3.11 write them. */
const numbers = {
  '0': '0',
  '-0.001': '-0.001',
  '0.00012': '0.00012',
  '0.00001': '1e-05',
  '-0.0000123': '-1.23e-05',
  '0.000001': '1e-06',
  '-2.5e-7': '-2.5e-07',
  '1e-10': '1e-10',
  '5e-324': '5e-324',
  '1.5': '1.5',
  '1234567.25': '1234567.25',
  '123456789012345680000': '123456789012345680000',
  '1e+21': '1e+21',
  '1.7976931348623157e+308': '1.7976931348623157e+308',
};

/** Texts in the lines of `str.splitlines(True)` of Python 3.11. */
const texts = [
  [],
  ['a'],
  ['a\n'],
  ['a\n', '\n', 'b'],
  ['a\r\n', 'b\r', 'c'],
  ['a\x0b', 'b\x0c', 'c\x1c', 'd\x1d', 'e\x1e', 'f\x85', 'g\u2028', 'h\u2029', 'i'],
  ['{"y": 0.00001\n', '}'],
];

describe('the form of a file', () => {
  /** The text of a notebook whose one cell shows data. */
  async function formatted(source: string, data: object) {
    const { formatNotebook } = await tools();
    const cells = [{ ...code([{ output_type: 'display_data', data, metadata: {} }]), source }];
    return formatNotebook({ cells, metadata: {} }) as string;
  }

  it('has one number a line, as Python writes it', async () => {
    expect(Object.keys(numbers).map((text) => String(Number(text)))).to.deep.equal(Object.keys(numbers));
    const listed = await formatted('', { [plotly]: Object.keys(numbers).map(Number) });
    const lines = Object.values(numbers).map((text) => `       ${text}`);
    expect(listed).to.contain(`"${plotly}": [\n${lines.join(',\n')}\n      ]`);
    const named = await formatted('', { [plotly]: { y: 0.00001, 'a": 1e-7, "b': '0.00001' } });
    expect(named)
      .to.contain('"y": 1e-05')
      .and.to.contain(String.raw`"a\": 1e-7, \"b": "0.00001"`);
  });

  for (const lines of texts)
    it(`breaks ${JSON.stringify(lines.join(''))} into lines as Python does`, async () => {
      const { cells } = JSON.parse(await formatted(lines.join(''), { 'text/plain': lines.join('') }));
      expect(cells[0].source).to.deep.equal(lines);
      expect(cells[0].outputs[0].data['text/plain']).to.deep.equal(lines);
    });
});

describe('the slides of a notebook', () => {
  it('begin at headings, and their parts at each cell but for code that follows words', async () => {
    const { formatNotebook } = await tools();
    const prose = (source: string) => ({ cell_type: 'markdown', id: 'a', metadata: { holdout: 1 }, source });
    const program = { ...code([]), metadata: { slideshow: { slide_type: 'skip' } } };
    const cells = [prose('# A'), program, program, prose('#hash tag'), program, prose('## B'), prose('text'), program];
    const written = JSON.parse(formatNotebook({ cells, metadata: {} })).cells as { metadata: object }[];
    const slide = (slide_type: string) => ({ slideshow: { slide_type } });
    expect(written.map(({ metadata }) => metadata)).to.deep.equal([
      { holdout: 1, ...slide('slide') },
      {},
      slide('subslide'),
      { holdout: 1, ...slide('subslide') },
      {},
      { holdout: 1, ...slide('slide') },
      { holdout: 1, ...slide('subslide') },
      {},
    ]);
  });
});

describe('firstDifference', () => {
  it('names the cell, the output and both values', async () => {
    const { firstDifference } = await tools();
    const shown = (y: number) =>
      code([
        stream('same'),
        { output_type: 'display_data', data: { [plotly]: { data: [{ y: [1, y] }] } }, metadata: {} },
      ]);
    expect(firstDifference({ cells: [shown(2)] }, { cells: [shown(2)] })).to.equal(undefined);
    const told = firstDifference({ cells: [shown(2)] }, { cells: [shown(3)] });
    expect(told).to.match(/^cell 1 \(a\), output 2\/data\/.*\/data\/0\/y\/1\n.*the file: {2}2\n.*this run: {2}3$/);
  });

  it('sees outputs that are new, that are gone, and cells that ran in another order', async () => {
    const { firstDifference } = await tools();
    const cells = (outputs: unknown[], execution_count = 1) => ({ cells: [{ ...code(outputs), execution_count }] });
    expect(firstDifference(cells([]), cells([stream('a')]))).to.contain('the file:  nothing');
    expect(firstDifference(cells([stream('a')]), cells([]))).to.contain('this run:  nothing');
    expect(firstDifference(cells([], 2), cells([], 1))).to.contain('ran as number 1, the file says 2');
  });
});

describe('withoutPictures', () => {
  it('takes away what no run makes, and only that', async () => {
    const { withoutPictures } = await tools();
    const output = (more: object, metadata: object) => ({
      output_type: 'display_data',
      data: { [plotly]: figure, ...more },
      metadata,
    });
    const drawn = {
      cells: [
        code([output({ 'image/png': 'iVBO' }, { holdout: { figure: 'h', picture: 'h' }, 'image/png': { width: 1 } })]),
      ],
    };
    expect(withoutPictures(drawn)).to.deep.equal({ cells: [code([output({}, { holdout: { figure: 'h' } })])] });
  });
});

describe('a cell of the kernel', () => {
  it('has its shorthand properties written out and its exports taken away, and nothing else changed', async () => {
    const { rewrite } = await import('../../tools/jupyter-kernel/rewrite.cjs' as string);
    const changed = (code: string) => rewrite(code).code;
    expect(changed('f({ a: 1, rng, seed });')).to.equal('f({ a: 1, rng: rng, seed: seed });');
    expect(changed('({ a = 3 } = o);')).to.equal('({ a: a = 3 } = o);');
    expect(changed('export const a = 1;')).to.equal('       const a = 1;');
    for (const same of ['const { a, b } = o;', 'f({ a() {}, ...b, [c]: 1 });', '`${{ x: 1 }}`; // export { rng }'])
      expect(changed(same)).to.equal(same);
  });

  it('keeps the way back to every place as it was written', async () => {
    const { rewrite } = await import('../../tools/jupyter-kernel/rewrite.cjs' as string);
    const written = 'const o = { rng, x: 1 };\nexport default function () { return { rng, y }; }\nlast({ rng }, end);';
    const { code, toWritten } = rewrite(written);
    for (const word of ['const', 'x:', 'function', 'return', 'y }', 'last', 'end'])
      expect(toWritten(code.indexOf(word)), word).to.equal(written.indexOf(word));
  });
});
