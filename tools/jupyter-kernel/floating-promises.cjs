// statements of a cell that start something for which nothing waits → a hint: `await` is missing
'use strict';
const { ts } = require('./typescript.cjs');

/**
 * Finds statements at the top level whose value is a promise, such as `check('03');`: what they print comes below a cell that
 * has ended, and nobody sees that they fail. `void f();` says that this is meant.
 */
function findFloatingPromises(program, cell) {
  const checker = program.getTypeChecker();
  return cell.statements.filter(ts.isExpressionStatement).filter(isForgotten).map(hint);

  function isForgotten({ expression }) {
    if (!ts.isCallExpression(expression)) return false;
    const { name } = expression.expression;
    if (name && ['then', 'catch', 'finally'].includes(name.text)) return false;
    return checker.getTypeAtLocation(expression).getSymbol()?.name === 'Promise';
  }

  function hint(statement) {
    const call = statement.expression.getText(cell).split('\n')[0];
    const line = cell.getLineAndCharacterOfPosition(statement.getStart(cell)).line; // tslab puts a line above
    return `line ${line}: the cell does not wait for what this starts. Write \`await ${call}\`, or \`void ${call}\` if that is meant.`;
  }
}

module.exports = { findFloatingPromises };
