// a cell as a person writes it → as the compiler takes it, and the way back for places in it. Lines stay where they are.
'use strict';
const ts = require('@tslab/typescript-for-tslab');
const { exportEdits } = require('./exports.cjs');
const { shorthandEdits } = require('./shorthand.cjs');

/** The syntax tree of a cell: a module, so that `await` at its top level is one. Its last line is not the cell's. */
function parseCell(code) {
  return ts.createSourceFile('cell.ts', `${code}\nexport {};`, ts.ScriptTarget.ES2022, true);
}

/**
 * @returns `code`; `toWritten`, the index in what was written for an index in `code`; `faults`, what cannot be done and
 *   what to do instead, as `{index, message}`
 */
function rewrite(written) {
  const file = parseCell(written);
  const { edits: exported, faults } = exportEdits(file, written);
  const edits = [...exported, ...shorthandEdits(file)].sort((a, b) => a.at - b.at);
  let code = '';
  let end = 0; // of what was copied
  for (const { at, remove = 0, insert } of edits) {
    code += written.slice(end, at) + insert;
    end = at + remove;
  }
  code += written.slice(end);
  return { code, toWritten: (index) => toWritten(index, edits), faults };
}

function toWritten(index, edits) {
  let shift = 0; // how far the rewritten text is ahead
  for (const { at, remove = 0, insert } of edits) {
    if (at + shift > index) break;
    const grown = insert.length - remove;
    if (at + shift + insert.length > index) return at + Math.min(index - at - shift, remove);
    shift += grown;
  }
  return index - shift;
}

/** Whether a cell awaits outside its functions. */
function hasTopLevelAwait(code) {
  let found = false;
  const visit = (node) => {
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) found = true;
    if (found || ts.isFunctionLike(node)) return;
    if (ts.isClassLike(node)) node.heritageClauses?.forEach(visit);
    else ts.forEachChild(node, visit);
  };
  visit(parseCell(code));
  return found;
}

/** Whether a cell has no syntax errors. */
function isValid(code) {
  return parseCell(rewrite(code).code).parseDiagnostics.length === 0;
}

module.exports = { hasTopLevelAwait, isValid, rewrite };
