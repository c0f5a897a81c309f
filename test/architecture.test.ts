// src/ → the rules that ARCHITECTURE.md states: imports point one way, pure folders stay pure, files stay short

import { expect } from 'chai';
import { join } from 'node:path';
import ts from 'typescript';
import { circles, importsOf, sourceFiles, target, type SourceFile } from './support/imports';

const root = join(__dirname, '..', 'src');

/** Folders (and files of src/ itself) in the order of the data path. What stands together may not import each other. */
const path = [
  ['errors'],
  ['tensor'],
  ['data', 'regularizers', 'losses', 'metrics'],
  ['layers'],
  ['optimizers'],
  ['training'],
  ['experiments'],
  ['figures'],
  ['course'],
  ['node', 'notebook'],
];
/** The contents pages import everything that they name. */
const entries = ['index', 'node.ts', 'workers'];
/** The only places that know Node. */
const impure = ['node', 'notebook', 'node.ts'];

const files = sourceFiles(root);

/** `tensor` of `tensor/random.ts`, `errors` of `errors.ts`, but `node.ts` of the entry, which has the name of a folder. */
function part(file: string): string {
  if (file === 'node.ts' || file === 'node') return 'node.ts';
  return file.split('/')[0].replace(/\.ts$/, '');
}

const stage = (name: string) => path.findIndex((together) => together.includes(name));

/** What a file uses without having declared it: globals, as `Date` or `Math.random`. */
function globalsOf(text: string): Set<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    const { name } = node as ts.NamedDeclaration;
    if (name && ts.isIdentifier(name)) {
      if (ts.isPropertyAccessExpression(node)) used.add(`${node.expression.getText()}.${name.text}`);
      else if (declares(node)) declared.add(name.text);
    }
    if (ts.isIdentifier(node) && (node.parent as ts.NamedDeclaration).name !== node) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true));
  for (const name of declared) used.delete(name);
  return used;
}

const known = new Map<string, Set<string>>();

/** Those of the names that a file takes from outside of itself. */
function uses({ name: file, text }: SourceFile, names: readonly string[]): string[] {
  const globals = known.get(text) ?? globalsOf(text);
  known.set(text, globals);
  return names.filter((name) => globals.has(name)).map((name) => `${file}: ${name}`);
}

/** Whether a node gives its name to the file, not to a property of something. */
function declares(node: ts.Node): boolean {
  return (
    !ts.isPropertyAssignment(node) &&
    !ts.isPropertySignature(node) &&
    !ts.isPropertyDeclaration(node) &&
    !ts.isMethodDeclaration(node) &&
    !ts.isMethodSignature(node)
  );
}

describe('architecture of src', () => {
  it('has its folders on the data path, and no others', () => {
    const parts = [...new Set(files.map(({ name }) => part(name)))].filter((name) => !entries.includes(name));
    expect(parts.filter((name) => stage(name) < 0)).to.deep.equal([]);
  });

  it('imports point one way along the data path', () => {
    const wrong: string[] = [];
    for (const { name, imports } of files) {
      if (entries.includes(part(name))) continue;
      for (const one of imports) {
        const to = target(name, one);
        if (to === undefined || part(to) === part(name)) continue;
        if (entries.includes(part(to)) || stage(part(to)) >= stage(part(name))) wrong.push(`${name} → ${to}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('no file imports itself through others, types counted', () => {
    expect(circles(files)).to.deep.equal([]);
  });

  it('every import of its own files leads to one', () => {
    const names = new Set(files.map(({ name }) => name.replace(/\.ts$/, '')));
    const lost = files.flatMap(({ name, imports }) =>
      imports
        .flatMap((one) => target(name, one) ?? [])
        .filter((to) => !names.has(to))
        .map((to) => `${name} → ${to}`),
    );
    expect(lost).to.deep.equal([]);
  });

  describe('apart from node/ and notebook/', () => {
    const pure = files.filter(({ name }) => !impure.includes(part(name)));

    it('imports nothing of Node, and of packages only mathematics and seedrandom', () => {
      const outside = pure.flatMap(({ name, imports }) =>
        imports.filter((from) => !from.startsWith('.')).map((from) => `${name} → ${from}`),
      );
      expect(outside.filter((line) => !/→ (seedrandom|@stdlib\/[\w-]+)$/.test(line))).to.deep.equal([]);
    });

    it('touches no disk, no process and no page', () => {
      const forbidden = [
        'process',
        'Buffer',
        'require',
        '__dirname',
        '__filename',
        'global',
        'window',
        'document',
        'navigator',
        'localStorage',
        'fetch',
        'console',
        'Worker',
      ];
      expect(pure.flatMap((file) => uses(file, forbidden))).to.deep.equal([]);
    });

    it('has no chance and no clock in its numbers: they come from an rng; pauses alone look at the time', () => {
      expect(pure.flatMap((file) => uses(file, ['Math.random', 'Date', 'crypto']))).to.deep.equal([]);
      const timed = pure.flatMap((file) => uses(file, ['performance', 'setTimeout', 'setInterval', 'setImmediate']));
      expect(timed.filter((line) => !line.startsWith('training/pause.ts'))).to.deep.equal([]);
    });
  });

  it('takes elementary functions from tensor/math.ts, whose bits are the same everywhere', () => {
    const functions = [
      'exp',
      'log',
      'pow',
      'sin',
      'cos',
      'tan',
      'tanh',
      'log2',
      'log10',
      'log1p',
      'expm1',
      'sinh',
      'cosh',
      'asin',
      'acos',
      'atan',
      'atan2',
      'cbrt',
      'hypot',
    ];
    const numeric = files.filter(({ name }) => !impure.includes(part(name)));
    expect(
      numeric.flatMap((file) =>
        uses(
          file,
          functions.map((name) => `Math.${name}`),
        ),
      ),
    ).to.deep.equal([]);
  });

  it('every file opens with a comment that places it', () => {
    expect(files.filter(({ text }) => !/^\/\/ \S.{10,}/.test(text)).map(({ name }) => name)).to.deep.equal([]);
  });

  it('no file is longer than 160 lines', () => {
    const written = files.filter(({ text }) => !text.startsWith('// Made by ')); // the others are data
    expect(written.filter(({ text }) => text.split('\n').length > 161).map(({ name }) => name)).to.deep.equal([]);
  });

  it('the check itself sees an import, a type import, a word, and a word that is only mentioned', () => {
    expect(
      importsOf(
        "import { a, type B } from './a'; import type { C } from './c'; import { type D } from './d'; export * from './e'; const f = import('./f');",
      ),
    ).to.deep.equal(['./a', './c', './d', './e', './f']);
    const file = (text: string): SourceFile => ({ name: 'x.ts', text, imports: [], loads: [] });
    expect(uses(file('const t = Math.random() + Date.now();'), ['Math.random', 'Date'])).to.have.length(2);
    expect(
      uses(file("// Math.random\nconst t = 'Date'; /* process */ x.document = 1; const process = 2;"), [
        'Math.random',
        'Date',
        'process',
        'document',
      ]),
    ).to.deep.equal([]);
  });
});
