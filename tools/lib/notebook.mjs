// notebook file ↔ object, always in the same form: what is not content is the same in every notebook and every run.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { notebooks } from './paths.mjs';
import { SetupError } from './step.mjs';

export const plotlyType = 'application/vnd.plotly.v1+json';
export const liveType = 'application/vnd.holdout.figure+json';

const kernelspec = { display_name: 'TypeScript', language: 'typescript', name: 'tslab' };

/** What the kernel says of itself (tools/jupyter-kernel/server.cjs), as Jupyter copies it into the file. */
const languageInfo = {
  codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
  file_extension: '.ts',
  mimetype: 'text/typescript',
  name: 'typescript',
  version: '5.0.4',
};

/** The paths of the notebooks whose names begin like one of `names`; all without names. */
export function notebookFiles(names = []) {
  const all = readdirSync(notebooks)
    .filter((name) => name.endsWith('.ipynb'))
    .sort();
  const unknown = names.find((name) => !all.some((file) => file.startsWith(name)));
  if (unknown)
    throw new SetupError(
      `There is no notebook ${unknown}. There are:\n  ${all.map((name) => basename(name, '.ipynb')).join('\n  ')}`,
    );
  return all
    .filter((file) => names.length === 0 || names.some((name) => file.startsWith(name)))
    .map((file) => join(notebooks, file));
}

/** Reads a notebook; the lines of sources and outputs are joined. */
export function readNotebook(file) {
  const notebook = JSON.parse(readFileSync(file, 'utf8'));
  for (const cell of notebook.cells) {
    cell.source = joined(cell.source);
    for (const output of cell.outputs ?? []) {
      if (output.text !== undefined) output.text = joined(output.text);
      for (const type of Object.keys(output.data ?? {}))
        if (isText(type)) output.data[type] = joined(output.data[type]);
    }
  }
  return notebook;
}

/**
 * A notebook as the text of its file, to the byte as Jupyter writes it: to open and save it there changes nothing.
 *
 * @public for the tests, which import it by a name that is computed
 */
export function formatNotebook({ cells, metadata }) {
  const content = {
    cells: cells.map((cell, i) => ({
      ...cell,
      metadata: withSlide(cell, cells[i - 1]),
      source: lines(cell.source),
      ...(cell.outputs && { outputs: cell.outputs.map(withLines) }),
    })),
    metadata: { ...(metadata?.holdout && { holdout: metadata.holdout }), kernelspec, language_info: languageInfo },
    nbformat: 4,
    nbformat_minor: 5,
  };
  const text = JSON.stringify(sorted(content), null, 1);
  const number = /^( *(?:"(?:[^"\\]|\\.)*": )?)(-?\d[^\s,]*)(,?)$/gm; // alone in its line; no text holds a line break of its own
  return `${text.replace(number, (_, before, digits, comma) => before + asInPython(digits) + comma)}\n`;
}

/**
 * The metadata of a cell, with its place in a slide show: a heading starts a slide, and each further cell starts a part of
 * it, except code that follows prose.
 */
function withSlide({ cell_type, metadata, source }, before) {
  const { slideshow, ...others } = metadata;
  if (/^#+ /.test(source) && cell_type === 'markdown') return { ...others, slideshow: { slide_type: 'slide' } };
  if (cell_type === 'code' && before?.cell_type !== 'code') return others;
  return { ...others, slideshow: { slide_type: 'subslide' } };
}

/** A number of JSON as Python writes it: `1e-7` is `1e-07` there, and 0.00005 is `5e-05`. */
function asInPython(digits) {
  const value = Number(digits);
  if (Number.isInteger(value) || Math.abs(value) >= 1e-4) return digits;
  return value.toExponential().replace(/-(\d)$/, '-0$1');
}

export function writeNotebook(file, notebook) {
  writeFileSync(file, formatNotebook(notebook));
}

/**
 * What a cell printed and showed, in the one form in which files keep it: neighbouring pieces of the same stream are
 * joined, however they arrived.
 */
export function tidyOutputs(outputs) {
  const tidy = [];
  for (const output of outputs) {
    const { output_type, name, text, data, metadata } = output;
    const last = tidy.at(-1);
    if (output_type === 'error') tidy.push(output);
    else if (output_type !== 'stream') tidy.push({ data, metadata: metadata ?? {}, output_type });
    else if (last?.output_type === 'stream' && last.name === name) last.text += text;
    else tidy.push({ name, output_type, text });
  }
  return tidy;
}

/** The outputs of a notebook that hold a figure. */
export function figuresOf({ cells }) {
  return cells.flatMap(({ outputs = [] }) => outputs).filter(({ data }) => data?.[plotlyType]);
}

/** The outputs of a notebook beside which a picture stands: figures and live figures. */
export function picturedOf({ cells }) {
  return cells.flatMap(({ outputs = [] }) => outputs).filter(({ data }) => data && subjectOf(data));
}

/** What the picture in an output shows, as data. */
export function subjectOf(data) {
  return data[plotlyType] ?? data[liveType];
}

/** The alternative text of the picture in an output. */
export function altOf(data) {
  return data[plotlyType]?.layout.meta?.alt ?? data[liveType]?.alt ?? data['text/plain'];
}

/** Takes the pictures beside the figures away: what remains is what a run makes. */
export function withoutPictures(notebook) {
  for (const { data, metadata } of picturedOf(notebook)) {
    delete data['image/png'];
    delete metadata['image/png'];
    delete metadata.holdout?.picture;
  }
  return notebook;
}

function withLines(output) {
  if (output.output_type === 'stream') return { ...output, text: lines(output.text) };
  if (output.output_type === 'error') return output;
  const data = Object.fromEntries(
    Object.entries(output.data).map(([type, value]) => [type, isText(type) ? lines(value) : value]),
  );
  return { ...output, data };
}

const isText = (type) => type.startsWith('text/') || type === 'image/svg+xml';
const joined = (text) => (Array.isArray(text) ? text.join('') : text);

/** The lines of a text with their ends, which are those of Python. */
const lines = (text) =>
  text
    .match(/[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/g)
    .filter((line) => line !== '');

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
