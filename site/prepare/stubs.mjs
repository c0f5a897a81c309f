// exercises/NN-slug.ts, what a learner edits → what each of its declarations says and asks

import ts from 'typescript';

/**
 * @param {string} text of the file
 * @returns {{ about: string, declarations: { name?: string, doc: Doc, code: string }[] }} the line that opens the file, and its
 *   declarations in their order; the code of one that has a docstring comes without it
 */
export function readStub(text) {
  const file = ts.createSourceFile('exercise.ts', text, ts.ScriptTarget.ES2022, true);
  const declarations = file.statements.map((statement) => ({
    name: statement.name?.text,
    doc: docOf(statement),
    code: statement.getText(file),
  }));
  return { about: text.split('\n', 1)[0].replace(/^\/\/ /, ''), declarations };
}

/** The parts of a docstring, as Markdown. */
function docOf(statement) {
  const [doc] = statement.jsDoc ?? [];
  const tags = (doc?.tags ?? []).map((tag) => ({ kind: tag.tagName.text, name: tag.name?.text, text: textOf(tag) }));
  return {
    text: textOf(doc),
    params: tags.filter(({ kind }) => kind === 'param'),
    returns: tags.find(({ kind }) => kind === 'returns')?.text,
  };
}

const textOf = (node) => ts.getTextOfJSDocComment(node?.comment) ?? '';
