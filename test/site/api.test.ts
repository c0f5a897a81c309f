// src/index.ts → the API reference: every public name has its place, and every link leads to one

import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

interface Page {
  file: string;
  text: string;
}

const root = join(__dirname, '..', '..');
const typedoc = join(root, 'site', 'node_modules', 'typedoc');

/** The names that TypeScript sees in an entry of the library. */
function exportedNames(file: string): string[] {
  const program = ts.createProgram([join(root, 'src', file)], { noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(root, 'src', file))!;
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source)!).map(({ name }) => name);
}

describe('The API reference', function () {
  this.timeout(60_000);
  let pages: Page[];
  let names: string[];

  before(async function () {
    if (!existsSync(typedoc)) this.skip(); // installed by `npm run site`
    const model = await import('../../site/prepare/api-model.mjs' as string);
    const api = await import('../../site/prepare/api.mjs' as string);
    names = exportedNames('node.ts');
    pages = api.apiPages(await model.readApi());
  });

  const anchors = ({ file, text }: Page) =>
    [...text.matchAll(/^##+ .*\{#(.*)\}$/gm)].map(([, id]) => `/api/${file.replace('.md', '/')}#${id}`);

  it('has a heading with an anchor for every public name', () => {
    const ids = pages.flatMap(anchors).map((address) => address.split('#')[1]);
    expect(ids).to.include.members(names);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('names every public name in its list, in the order in which data pass through the folders', () => {
    const [index] = pages;
    for (const name of names) expect(index.text).to.include(`[\`${name}\`](/api/`);
    const order = [
      'makeMoons',
      'l1',
      'Dense',
      'softmaxCrossEntropy',
      'Adam',
      'accuracy',
      'fit',
      'learningCurves',
      'show',
    ];
    const places = order.map((name) => index.text.indexOf(`[\`${name}\`]`));
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  it('links to anchors that are there, and leaves no link unresolved', () => {
    const known = new Set([...pages.flatMap(anchors), ...pages.map(({ file }) => `/api/${file.replace('.md', '/')}`)]);
    for (const { file, text } of pages) {
      const links = [...text.matchAll(/(?:\]\(|href=")(\/api\/[^)"]*)/g)].map(([, link]) => link);
      for (const link of links) expect(known.has(link), `${file}: ${link}`).to.equal(true);
      expect(text, file).to.not.include('{@link');
    }
  });

  it('gives shapes, defaults and errors as the docstrings say them', () => {
    const page = (name: string) => pages.find(({ file }) => file === `${name}.md`)!.text;
    expect(page('tensor')).to.include('matmul(a: Tensor, b: Tensor, options?: MatmulOptions): Matrix');
    expect(page('tensor')).to.include('`(m, k)`, or `(k, m)` with `transposeA`');
    expect(page('layers')).to.include('the fraction dropped, in [0, 1) (default 0.5)');
    expect(page('layers')).to.include('**throws** OptionError when the rate is outside [0, 1)');
    expect(page('layers')).to.include('new Dense(units: number, options?: DenseOptions)');
  });

  it('tells what each public name is for', () => {
    for (const { file, text } of pages.slice(1))
      for (const section of text.split(/^(?=## )/m).slice(1)) {
        const [heading] = section.split('\n');
        const words = section.split('\n\n')[2] ?? '';
        expect(words, `${file}: ${heading}`)
          .to.match(/^[A-Zλ⌊`$[(]/)
          .and.not.include('```');
      }
  });
});
