// the messages of src/: each says the rule, what was received, and the remedy

import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { received, requireOption } from '../src/errors';
import { expectLesson } from './support/errors';

const root = join(__dirname, '..', 'src');

/** The text of a literal or a template, with `…` for what is filled in; of a constant or a function of the same file, its text. */
function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  const name = ts.isCallExpression(node) ? node.expression.getText() : node.getText();
  return declared(node.getSourceFile(), name) ?? `(${node.getText()})`;
}

/** The text that a constant has, or that a function returns. */
function declared(source: ts.SourceFile, name: string): string | undefined {
  let found: string | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer)
      found = textOf(node.initializer);
    if (ts.isFunctionDeclaration(node) && node.name?.text === name) {
      const last = node.body?.statements[node.body.statements.length - 1];
      if (last && ts.isReturnStatement(last) && last.expression) found = textOf(last.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

interface Lesson {
  where: string;
  message: string;
}

/** Every error that a file of src/ throws at a mistake. */
function lessonsOf(file: string): Lesson[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const lessons: Lesson[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isNewExpression(node) && /^(Option|Shape)Error$/.test(node.expression.getText())) {
      lessons.push({ where, message: textOf(node.arguments![0]) });
    } else if (ts.isCallExpression(node) && node.expression.getText() === 'requireOption') {
      const [, rule, , remedy] = node.arguments;
      lessons.push({ where, message: `${textOf(rule)}, received …; ${textOf(remedy)}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lessons;
}

describe('errors', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const lessons = files.filter((file) => file !== 'errors.ts').flatMap(lessonsOf);

  it('that src throws at a mistake all say: rule, received …; remedy', () => {
    expect(lessons.length).to.be.above(80); // the search finds them
    const wrong = lessons.filter(({ message }) => !/^\S[^]*(: | must )[^]+, received [^]+; [^]+/.test(message));
    // Some hand on the message of another error, one of them behind the names of the two layers that do not fit together.
    expect(wrong.filter(({ message }) => !/: …$|\berror\.message\b/.test(message))).to.deep.equal([]);
  });

  it('end without a full stop, and the remedy begins like the rest of a sentence', () => {
    expect(lessons.filter(({ message }) => message.endsWith('.'))).to.deep.equal([]);
    expect(lessons.filter(({ message }) => /; [A-Z]/.test(message))).to.deep.equal([]);
  });
});

describe('requireOption', () => {
  it('throws rule, what came and remedy when a rule is not kept, and nothing when it is', async () => {
    requireOption(true, 'a: must be 1', 2, 'pass 1');
    await expectLesson(
      () => requireOption(false, 'a: must be 1', 2, 'pass 1'),
      'OptionError',
      'a: must be 1, received 2; pass 1',
    );
  });

  it('shows what came so that a wrong type can be seen', () => {
    expect([1.5, NaN, '2', undefined, null, new Float64Array(3), {}, true].map(received)).to.deep.equal([
      '1.5',
      'NaN',
      '"2"',
      'undefined',
      'null',
      'Float64Array',
      'Object',
      'true',
    ]);
  });
});
