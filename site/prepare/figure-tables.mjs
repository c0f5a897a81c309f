// A Plotly figure → tables of its numbers, for those who see no picture and those who have no mouse to point with.
import { escapeHtml } from './html.mjs';
import { shortNumber, spread } from './numbers.mjs';

/** Rows of a table at most; longer series are thinned evenly. */
const rowLimit = 12;

/** Points of a cloud above which a table tells nothing. */
const cloudLimit = 40;

/** One table for each pair of axes that holds numbers worth reading, as `{caption, head, rows, total}`. */
export function figureTables({ data, layout }) {
  const panels = new Map();
  for (const trace of data) {
    const axis = trace.xaxis ?? 'x';
    if (!panels.has(axis)) panels.set(axis, []);
    panels.get(axis).push(trace);
  }
  return [...panels].map(([axis, traces]) => panelTable(traces, panelNames(layout, axis))).filter(Boolean);
}

/** What a panel and its axes are called. */
function panelNames(layout, axis) {
  const plain = (text) => text?.replace(/<br>/g, ' ').replace(/<[^>]*>/g, '');
  const number = axis.slice(1);
  const title = layout.annotations?.find(({ xref }) => xref === `${axis} domain`)?.text;
  const name = (of) => plain(layout[of + number]?.title?.text);
  return { caption: plain(title), x: name('xaxis') ?? 'x', y: name('yaxis') ?? 'y' };
}

function panelTable(traces, names) {
  const map = traces.find(({ type }) => type === 'heatmap');
  if (map) return mapTable(map, names);
  const series = traces.map(readSeries).filter(Boolean);
  if (!series.length) return undefined;
  const shared = series.filter(({ x }) => sameList(x, series[0].x));
  return shared.length > 1 && shared.length === series.length ? wideTable(series, names) : longTable(series, names);
}

/** A small table of shades is a table already; a fine one is a picture. */
function mapTable({ x, y, z, text }, names) {
  if (!x || !y || z.length * z[0].length > 100) return undefined;
  const rows = z.map((row, i) => [String(y[i]), ...row.map((value, j) => text?.[i]?.[j] ?? shortNumber(value))]);
  return { caption: names.caption, head: [`${names.y} \\ ${names.x}`, ...x.map(String)], rows, total: rows.length };
}

/** The points of a trace; undefined for clouds, helping lines and outlines. */
function readSeries({ name, mode = '', x, y, x0 = 0, dx = 1, text, hoverinfo, marker }) {
  if (!y || hoverinfo === 'skip') return undefined;
  if (mode === 'markers' && (y.length > cloudLimit || Array.isArray(marker?.size))) return undefined;
  const xs = x ?? y.map((_, i) => x0 + dx * i);
  return { name: name ?? '', x: xs, y, text: mode.includes('text') && Array.isArray(text) ? text : undefined };
}

function sameList(a, b) {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function wideTable(series, { caption, x, y }) {
  const all = series[0].x;
  const rows = spread(all.length, rowLimit).map((i) => [
    shortNumber(all[i]),
    ...series.map((s) => shortNumber(s.y[i])),
  ]);
  return { caption: caption ?? y, head: [x, ...series.map(({ name }) => name || y)], rows, total: all.length };
}

/** Series with points of their own stand below each other. */
function longTable(series, { caption, x, y }) {
  const named = series.some(({ name }) => name);
  const limit = series.length > 1 ? Math.max(3, Math.floor(rowLimit / series.length)) : rowLimit;
  const rows = series.flatMap(({ name, x: xs, y: ys, text }) =>
    spread(ys.length, limit).map((i) => [
      ...(named ? [name] : []),
      ...(text ? [shortNumber(ys[i]), plainText(text[i])] : [shortNumber(xs[i]), shortNumber(ys[i])]),
    ]),
  );
  const labelled = series.every(({ text }) => text);
  const head = [...(named ? ['series'] : []), ...(labelled ? [y, x] : [x, y])];
  return { caption, head, rows, total: series.reduce((sum, s) => sum + s.y.length, 0) };
}

function plainText(text) {
  return String(text)
    .replace(/<[^>]*>/g, ' ')
    .trim();
}

/** A table in HTML, on one line. */
export function tableHtml({ caption, head, rows, total }) {
  const shown = rows.length < total ? `${rows.length} of ${total} points` : '';
  const title = [caption, shown].filter(Boolean).join(', ');
  const line = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return [
    '<div class="table-scroll" tabindex="0" role="group" aria-label="Numbers of the figure"><table>',
    title && `<caption>${escapeHtml(title)}</caption>`,
    `<thead>${line(head, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table></div>`,
  ].join('');
}
