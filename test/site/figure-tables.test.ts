// Plotly figures → the tables beside them

import { expect } from 'chai';
import { inflateSync } from 'node:zlib';

const prepare = (name: string) => import(`../../site/prepare/${name}.mjs`);
const line = (name: string, y: number[], more: object = {}) => ({ type: 'scatter', mode: 'lines', name, y, ...more });

describe('The table of a figure', () => {
  it('has a column for each series that shares its points', async () => {
    const { figureTables } = await prepare('figure-tables');
    const layout = { xaxis: { title: { text: 'epoch' } } };
    const [table] = figureTables({ data: [line('a', [1, 2], { x0: 5 }), line('b', [3, 4], { x0: 5 })], layout });
    expect(table.head).to.deep.equal(['epoch', 'a', 'b']);
    expect(table.rows).to.deep.equal([
      ['5', '1', '3'],
      ['6', '2', '4'],
    ]);
  });

  it('thins long series evenly, keeps both ends, and says so', async () => {
    const { figureTables, tableHtml } = await prepare('figure-tables');
    const [table] = figureTables({
      data: [
        line(
          '',
          Array.from({ length: 100 }, (_, i) => i),
        ),
      ],
      layout: {},
    });
    expect(table.rows).to.have.length(12);
    expect(table.rows[0]).to.deep.equal(['0', '0']);
    expect(table.rows[11]).to.deep.equal(['99', '99']);
    expect(tableHtml(table)).to.include('<caption>12 of 100 points</caption>');
  });

  it('is one a panel, with the title of the panel', async () => {
    const { figureTables } = await prepare('figure-tables');
    const annotations = [
      { xref: 'x domain', text: 'left<br>side' },
      { xref: 'x2 domain', text: 'right' },
    ];
    const tables = figureTables({ data: [line('', [1]), line('', [2], { xaxis: 'x2' })], layout: { annotations } });
    expect(tables.map(({ caption }: { caption: string }) => caption)).to.deep.equal(['left side', 'right']);
  });

  it('repeats a small map of shades, and leaves clouds and pictures out', async () => {
    const { figureTables } = await prepare('figure-tables');
    const map = { type: 'heatmap', x: ['u', 'v'], y: ['r'], z: [[1, 2]] };
    expect(figureTables({ data: [map], layout: {} })[0].rows).to.deep.equal([['r', '1', '2']]);
    const cloud = { type: 'scatter', mode: 'markers', x: Array(200).fill(1), y: Array(200).fill(1) };
    const picture = { type: 'heatmap', z: Array.from({ length: 20 }, () => Array(20).fill(0)) };
    expect(figureTables({ data: [cloud, picture], layout: {} })).to.deep.equal([]);
  });

  it('rounds to four digits and leaves whole numbers as they are', async () => {
    const { shortNumber } = await prepare('numbers');
    expect([0.123456, 1280, 0.00000123, 'L1', null].map(shortNumber)).to.deep.equal([
      '0.1235',
      '1280',
      '1.23e-6',
      'L1',
      '',
    ]);
  });
});

describe('The mind map of a notebook', () => {
  it('becomes nested lists with the same words', async () => {
    const { mindMap } = await import('../../site/plugins/mind-map.mjs' as string);
    const html = mindMap('mindmap\n  root((Against<br/>it))\n    One\n      First: a\n    Two\n');
    expect(html).to.equal(
      '<figure class="mind-map"><figcaption>Against it</figcaption><ul><li>One<ul><li>First: a</li></ul></li><li>Two</li></ul></figure>',
    );
  });
});

describe('encodePng', () => {
  it('writes rows of pixels that inflate to what was given', async () => {
    const { encodePng } = await prepare('png');
    const file: Buffer = encodePng(2, 1, Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(file.subarray(1, 4).toString()).to.equal('PNG');
    const start = file.indexOf('IDAT') + 4;
    const data = file.subarray(start, start + file.readUInt32BE(start - 8));
    expect([...inflateSync(data)]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
