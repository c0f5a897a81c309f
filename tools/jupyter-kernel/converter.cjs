// the text of a cell → a script with the names it makes known to later cells, or faults at the places where they are
'use strict';
const { relative, resolve } = require('node:path');
const { latest, ts } = require('./typescript.cjs');
const { createConverter: createOriginal } = require('tslab/dist/converter');
const { findFloatingPromises } = require('./floating-promises.cjs');
const { keepForgotten } = require('./declarations.cjs');
const { hintFor } = require('./hints.cjs');
const { hasTopLevelAwait, rewrite } = require('./rewrite.cjs');
const { lookForChanges } = require('./watched-files.cjs');

const missingModule = 2307;

/** @param canFind whether a module can be loaded, by its name in a cell */
function createConverter(canFind) {
  const make = () => createOriginal({ isJS: false, isBrowser: false });
  let converter = make();

  /**
   * @param known declarations of the cells before
   * @returns `faults`, or else a script: `code`, `isAsync`, `lastExpression` (its name in the table), `maps`,
   *   `declarations`; and `advice`, sentences on what may be meant otherwise
   */
  function convert(known, written) {
    const { code, toWritten, faults } = rewrite(written);
    const placed = ({ index, message }) => ({ ...placeIn(written, index), message });
    if (faults.length > 0) return { faults: faults.map(placed) };
    lookForChanges();
    let made = converter.convert(known, code);
    if (made.diagnostics.some(isThereNow)) {
      converter.close(); // it remembers in vain where it looked in vain
      converter = make();
      made = converter.convert(known, code);
    }
    const { program, cell } = programOfCell();
    const imported = importedFiles(program, cell);
    const broken = imported.flatMap((file) => program.getSyntacticDiagnostics(file)).map(inFile);
    if (broken.length > 0) return { faults: broken };
    if (made.diagnostics.length > 0) {
      return { faults: merged(made.diagnostics, code).map((one) => placed({ ...one, index: toWritten(one.index) })) };
    }
    const advice = imported
      .flatMap((file) => program.getSemanticDiagnostics(file))
      .map(inFile)
      .map(asSentence);
    return {
      code: made.output ?? '',
      isAsync: hasTopLevelAwait(code),
      lastExpression: made.lastExpressionVar,
      maps: latest.maps,
      declarations: keepForgotten(made.declOutput ?? '', known),
      advice: [...advice, ...findFloatingPromises(program, cell)],
    };
  }

  function isThereNow({ code, messageText }) {
    const [, name] = code === missingModule ? (/'(.*?)'/.exec(messageText) ?? []) : [];
    return name !== undefined && canFind(name);
  }

  return {
    convert,
    addModule: (name, code) =>
      converter
        .addModule(name, code, {})
        .map(({ start, messageText }) => ({ ...placeIn(code, start.offset), message: messageText })),
    complete: (known, code, index) => converter.complete(known, code, index),
    inspect: (known, code, index) => converter.inspect(known, code, index),
    close: () => converter.close(),
  };
}

function programOfCell() {
  const program = latest.builder.getProgram();
  const name = resolve('__tslab__.ts').replaceAll('\\', '/');
  return { program, cell: program.getSourceFile(name) };
}

/** Files of this project that a cell imports, and those that these import. */
function importedFiles(program, cell) {
  return latest.builder
    .getAllDependencies(cell)
    .filter((name) => name !== cell.fileName && /\.[cm]?[jt]sx?$/.test(name) && !/\.d\.[cm]?ts$/.test(name))
    .filter((name) => !name.includes('/node_modules/'))
    .map((name) => program.getSourceFile(name));
}

/** A message of several sentences comes in several pieces, all at one place. */
function merged(diagnostics, cell) {
  const all = [];
  for (const { start, messageText, code } of diagnostics) {
    const last = all.at(-1);
    const lines = [messageText, hintFor(code, cell.slice(start.offset), messageText)].filter(Boolean);
    if (last?.index === start.offset) last.message = [last.message, ...lines].join('\n');
    else all.push({ index: start.offset, message: lines.join('\n') });
  }
  return all;
}

function placeIn(text, index) {
  const before = text.slice(0, Math.max(0, index)).split('\n'); // beyond the end: where the cell ends
  return { line: before.length, character: before.at(-1).length + 1 };
}

function inFile({ file, start, messageText }) {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  return { file: relative(process.cwd(), file.fileName), line: line + 1, character: character + 1, message };
}

function asSentence({ file, line, character, message }) {
  return `${file}:${line}:${character} - ${message}`;
}

module.exports = { createConverter };
