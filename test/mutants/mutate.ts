// source of a solution → its mutants, each with one operator, number or condition changed

import ts from 'typescript';

export interface Mutant {
  /** The line as it is now, for the list of survivors. */
  line: string;
  /** What was changed, e.g. `* → /`. */
  change: string;
  text: string;
}

const swaps: Partial<Record<ts.SyntaxKind, string[]>> = {
  [ts.SyntaxKind.PlusToken]: ['-'],
  [ts.SyntaxKind.MinusToken]: ['+'],
  [ts.SyntaxKind.AsteriskToken]: ['/'],
  [ts.SyntaxKind.SlashToken]: ['*'],
  [ts.SyntaxKind.AsteriskAsteriskToken]: ['*'],
  [ts.SyntaxKind.PlusEqualsToken]: ['-=', '='],
  [ts.SyntaxKind.MinusEqualsToken]: ['+='],
  [ts.SyntaxKind.AsteriskEqualsToken]: ['/='],
  [ts.SyntaxKind.SlashEqualsToken]: ['*='],
  [ts.SyntaxKind.LessThanToken]: ['<=', '>'],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<'],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [ts.SyntaxKind.BarBarToken]: ['&&'],
};
const calls: Record<string, string> = {
  'Math.abs': '',
  'Math.sign': '',
  'Math.sqrt': '',
  'Math.max': 'Math.min',
  'Math.min': 'Math.max',
};

/** All mutants of a source, in the order of its lines. */
export function mutate(source: string): Mutant[] {
  const file = ts.createSourceFile('solution.ts', source, ts.ScriptTarget.ES2022, true);
  const mutants: Mutant[] = [];
  const replace = (node: ts.Node, replacement: string) => {
    const start = node.getStart();
    const text = source.slice(0, start) + replacement + source.slice(node.end);
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const line = text.slice(lineStart, text.indexOf('\n', start)).trim();
    mutants.push({ line, change: `${node.getText()} → ${replacement || 'nothing'}`, text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isThrowStatement(node)) return;
    if (ts.isBinaryExpression(node))
      for (const other of swaps[node.operatorToken.kind] ?? []) replace(node.operatorToken, other);
    if (ts.isNumericLiteral(node)) replace(node, String(Number(node.text) + 1));
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
      replace(node, node.operand.getText());
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      replace(node, node.operand.getText());
    if (ts.isCallExpression(node) && Object.hasOwn(calls, node.expression.getText()))
      replace(node.expression, calls[node.expression.getText()]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}
