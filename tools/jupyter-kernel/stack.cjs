// frames of V8 → the stack of an error: with the lines of cells and files as they were written, without the kernel's own
'use strict';
const { SourceMap } = require('node:module');
const { dirname, isAbsolute, relative, sep } = require('node:path');
const { fileURLToPath } = require('node:url');

/** Frames that are shown; as many are looked through as it takes to reach the cell from deep inside the library. */
const shown = 10;
const captured = 60;

const scripts = new Map(); // name of a script → what it was compiled from
const hidden = [__dirname, ...['tslab', '@tslab/typescript-for-tslab'].map(folderOf)].map((folder) => folder + sep);

/**
 * Makes known what a script was compiled from.
 *
 * @param name file name of the script
 * @param maps source maps of its compilation as plain data, the last step first
 * @param options.added lines that were put before the code that each step was given, and before the last one's result
 * @param options.end the line behind the code, in which the script calls it
 */
function addScript(name, maps, { added = 0, end = Infinity } = {}) {
  scripts.set(name, { maps: maps.map((map) => new SourceMap(map)), added, end });
}

/** The line, from 1, that was written for a place in the script; undefined where nothing was. */
function writtenLine(name, line, column) {
  const script = scripts.get(name);
  if (!script) return line;
  if (line >= script.end) return undefined;
  let at = { originalLine: line - 1, originalColumn: column - 1 };
  for (const map of script.maps) at = map.findEntry(at.originalLine - script.added, at.originalColumn);
  return at.originalLine + 1 - script.added;
}

function describeFrame(frame) {
  const name = frame.getFileName() ?? frame.getScriptNameOrSourceURL?.();
  if (!name || name.startsWith('node:')) return undefined;
  const path = name.startsWith('file:') ? fileURLToPath(name) : name;
  if (hidden.some((folder) => path.startsWith(folder))) return undefined;
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
  const written = writtenLine(path, line, column);
  if (written === undefined) return undefined;
  const place = isAbsolute(path) ? `${relative(process.cwd(), path)}:${written}` : `${path}, line ${written}`;
  const text = String(frame).replace(`${name}:${line}:${column}`, place);
  return `    at ${text.replace(/^(async )?Object\./, '$1')}`; // names of earlier cells are properties of a table
}

function prepareStackTrace(error, frames) {
  const lines = frames.map(describeFrame).filter((line) => line !== undefined);
  const last = lines.findIndex((line) => line.includes('cell ['));
  const kept = last < shown ? lines.slice(0, shown) : [...lines.slice(0, shown - 2), '    …', lines[last]];
  return [headOf(error), ...kept].join('\n');
}

function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

function folderOf(name) {
  return dirname(require.resolve(`${name}/package.json`));
}

/** From now on every stack in this process is written like that, also one that a cell prints itself. */
function useReadableStacks() {
  Error.stackTraceLimit = captured;
  Error.prepareStackTrace = prepareStackTrace;
}

/** The line of a cell that a script of that name could not be compiled for. */
function lineOfSyntaxError(name, { stack }) {
  const [, line, , before] = /:(\d+)\n(.*)\n( *)\^/.exec(stack) ?? [];
  return line && writtenLine(name, Number(line), before.length + 1);
}

module.exports = { addScript, lineOfSyntaxError, useReadableStacks };
