// a cell with `export function f` → the same without `export`. What stands in a file for others to import is pasted into
// cells; a cell has no importers, and later cells know all its names anyway.
'use strict';
const ts = require('@tslab/typescript-for-tslab');

/** Takes text away without moving what stands behind it. */
const blank = (at, end, text) => ({ at, remove: end - at, insert: text.slice(at, end).replace(/[^\n]/g, ' ') });

/** The edits for every `export` of a cell, and the faults of those that mean nothing here. */
function exportEdits(file, text) {
  const edits = [];
  const faults = [];
  for (const statement of file.statements) {
    const start = statement.getStart(file);
    if (start >= text.length) break; // the line that parseCell adds
    if (ts.isExportDeclaration(statement)) editList(statement, start);
    else if (ts.isExportAssignment(statement)) editExpression(start, statement.expression);
    else editDeclaration(statement);
  }
  return { edits, faults };

  /** `export { f }` names what is known; `export { f } from './file'` is an import. */
  function editList(statement, start) {
    const { exportClause: clause, moduleSpecifier } = statement;
    if (!clause) {
      const message = `\`export *\` names nothing that a cell could use: write import * as name from ${moduleSpecifier.getText(file)}`;
      faults.push({ index: start, message });
    } else if (moduleSpecifier) edits.push({ at: start, remove: 'export'.length, insert: 'import' });
    else {
      const renamed = ts.isNamedExports(clause) && clause.elements.find(({ propertyName }) => propertyName);
      const [name, old] = renamed ? [renamed.name.text, renamed.propertyName.text] : [];
      if (renamed)
        faults.push({
          index: renamed.getStart(file),
          message: `a cell has no exports to rename: write const ${name} = ${old}`,
        });
      else edits.push(blank(start, Math.min(statement.end, text.length), text));
    }
  }

  /** `export default 1 + 1` and `export = …` are their expression. */
  function editExpression(start, expression) {
    edits.push(blank(start, expression.getStart(file), text));
  }

  function editDeclaration(statement) {
    const modifiers = (statement.modifiers ?? []).filter(
      ({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword,
    );
    for (const modifier of modifiers) edits.push(blank(modifier.getStart(file), modifier.end, text));
    if (
      modifiers.length === 0 ||
      statement.name ||
      !(ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    )
      return;
    edits.push({ at: modifiers.at(-1).end, insert: '(' }, { at: statement.end, insert: ')' }); // without a name: a value
  }
}

module.exports = { exportEdits };
