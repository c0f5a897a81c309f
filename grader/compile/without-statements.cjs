'use strict';
// TypeScript text → the same text in which some statements of its top level are blanks: lines and columns stay

const ts = require('typescript');

/**
 * @param {string} text
 * @param {{ at: { line: number, column: number }[], calls?: boolean }} leaveOut as `LeaveOut` in compiled.ts
 * @returns the text, and where the statements began that were left out; one that waits outside of a function always is, as
 *   an exercise becomes a CommonJS module, which cannot wait
 */
function withoutStatements(text, { at, calls = false }) {
  if (at.length === 0 && !calls && !/\bawait\b/.test(text)) return { text, leftOut: [], awaits: [] };
  const file = ts.createSourceFile('exercise.ts', text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TS);
  const lineStarts = file.getLineStarts();
  const positions = at.map(({ line, column }) => lineStarts[line - 1] + column - 1);
  const awaits = file.statements.filter(isAwaiting);
  const left = file.statements.filter(
    (one) =>
      awaits.includes(one) || (calls && !defines(one)) || positions.some((position) => runsAt(one, position, file)),
  );
  const place = (statement) => {
    const { line, character } = file.getLineAndCharacterOfPosition(statement.getStart(file));
    return { line: line + 1, column: character + 1 };
  };
  return {
    text: left.reduce((rest, one) => blank(rest, one.getStart(file), one.end), text),
    leftOut: left.map(place),
    awaits: awaits.map(place),
  };
}

const blank = (text, from, to) =>
  text.slice(0, from) + text.slice(from, to).replace(/[^\r\n\u2028\u2029]/g, ' ') + text.slice(to);

/** Whether a statement is there for what it defines. An assignment defines too: `module.exports = { l2 }`. */
function defines(statement) {
  if (ts.isExpressionStatement(statement))
    return ts.isBinaryExpression(statement.expression) || ts.isStringLiteral(statement.expression);
  const isOtherStatement =
    statement.kind > ts.SyntaxKind.VariableStatement && statement.kind <= ts.SyntaxKind.LastStatement;
  return !isOtherStatement && !ts.isBlock(statement);
}

/** Whether a place in a statement runs with the statement itself: not in the body of a function, which runs when it is called. */
function runsAt(statement, position, file) {
  if (position < statement.getStart(file) || position >= statement.end) return false;
  for (let node = statement; node;) {
    if (ts.isFunctionLike(node)) return false;
    node = ts.forEachChild(node, (child) => (child.pos <= position && position < child.end ? child : undefined));
  }
  return true;
}

function isAwaiting(node) {
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, isAwaiting) === true;
}

module.exports = { withoutStatements };
