// what tslab remembers of the cells, declarations as text → the same after a cell that ended half-way
'use strict';
const { ts } = require('./typescript.cjs');

/**
 * @param now declarations after the cell, had it reached its end
 * @param before those before the cell
 * @param missing names that it did not reach: they are what they were before
 */
function keepDeclarations(now, before, missing) {
  if (missing.length === 0) return now;
  const isMissing = (name) => missing.includes(name);
  return only(now, (name) => !isMissing(name)) + only(before, isMissing);
}

/** tslab drops namespaces and `import a = …` after a cell; here they last until a cell declares the name again. */
function keepForgotten(now, before) {
  const statements = (text) => [...ts.createSourceFile('names.d.ts', text, ts.ScriptTarget.ES2022, true).statements];
  const again = new Set(statements(now).flatMap(namesOf));
  const forgotten = statements(before).filter(
    (statement) =>
      (ts.isModuleDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) && !again.has(statement.name.text),
  );
  return now + forgotten.map((statement) => `${statement.getText()}\n`).join('');
}

function namesOf(statement) {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.text);
  return statement.name ? [statement.name.text] : [];
}

/** The declarations of the names that `keep` says. */
function only(text, keep) {
  const file = ts.createSourceFile('names.d.ts', text, ts.ScriptTarget.ES2022, true);
  const kept = file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      const { declarations } = statement.declarationList;
      const list = declarations.filter(({ name }) => keep(name.text)).map((one) => one.getText(file));
      const word = /\b(const|let|var)\b/.exec(statement.getText(file))[1];
      return list.length > 0 ? [`declare ${word} ${list.join(', ')};`] : [];
    }
    if (ts.isImportDeclaration(statement)) return importsOf(statement, file, keep);
    return statement.name && keep(statement.name.text) ? [statement.getText(file)] : [];
  });
  return kept.map((statement) => `${statement}\n`).join('');
}

/** A statement of its own for each imported name. */
function importsOf({ importClause: clause, moduleSpecifier }, file, keep) {
  const { name, namedBindings } = clause ?? {};
  const from = `from ${moduleSpecifier.getText(file)};`;
  const found = [];
  if (name && keep(name.text)) found.push(`import ${name.text} ${from}`);
  if (namedBindings && ts.isNamespaceImport(namedBindings)) {
    if (keep(namedBindings.name.text)) found.push(`import ${namedBindings.getText(file)} ${from}`);
  } else
    for (const element of namedBindings?.elements ?? [])
      if (keep(element.name.text)) found.push(`import { ${element.getText(file)} } ${from}`);
  return found;
}

module.exports = { keepDeclarations, keepForgotten };
