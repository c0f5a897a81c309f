// An output that holds a figure → its place in a page, and the files that go with it.
import { plotlyType } from '../../tools/lib/notebook.mjs';
import { SetupError } from '../../tools/lib/step.mjs';
import { figureTables, tableHtml } from './figure-tables.mjs';
import { escapeHtml } from './html.mjs';

/** What the part of Plotly that the site serves can draw. */
const drawable = ['bar', 'box', 'contour', 'heatmap', 'histogram', 'image', 'scatter', 'violin'];

/** The site's files of a figure by name: the picture, and the figure for Plotly. They are named by the figure's hash. */
export function figureFiles({ data, metadata }) {
  const name = metadata.holdout.figure;
  return {
    [`${name}.png`]: Buffer.from(data['image/png'], 'base64'),
    [`${name}.json`]: JSON.stringify(data[plotlyType]),
  };
}

/** The HTML of a figure, on one line: the picture in its box, then the same in words and numbers. */
export function figureHtml({ data, metadata }) {
  const figure = data[plotlyType];
  const unknown = figure.data.find(({ type }) => !drawable.includes(type));
  if (unknown) throw new SetupError(`The site's part of Plotly cannot draw a trace of type ${unknown.type}`);
  const { width, height } = metadata['image/png'];
  const path = `/figures/${metadata.holdout.figure}`;
  const [title] = data['text/plain'].split('\n');
  return [
    `<figure class="figure" data-figure="${path}.json" style="--width:${width};--height:${height}">`,
    `<img src="${path}.png" width="${width}" height="${height}" loading="lazy" decoding="async" alt="${escapeHtml(title)}">`,
    `</figure>${inNumbers(figure, `${path}.json`)}`,
  ].join('');
}

/** The words and numbers of a figure, to be opened by those who want them. */
function inNumbers(figure, address) {
  const words = figure.layout.meta?.alt;
  const tables = figureTables(figure).map(tableHtml).join('');
  return [
    '<details class="in-numbers"><summary>This figure in words and numbers</summary>',
    words ? `<p>${escapeHtml(words)}</p>` : '',
    `${tables}<p><a href="${address}" download>All numbers of the figure</a> (JSON, for Plotly)</p></details>`,
  ].join('');
}
