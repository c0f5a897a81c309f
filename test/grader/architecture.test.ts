// grader/ → the rules that its README states: rooms, imports that point one way, specs that a browser can load

import { expect } from 'chai';
import { join } from 'node:path';
import { circles, importsOf, sourceFiles, target } from '../support/imports';

const root = join(__dirname, '..', '..', 'grader');
const files = sourceFiles(root, ['.ts', '.cjs']);

/** Rooms, and files of grader/ itself: each may import those before it, and itself. */
const rooms = ['course-root', 'sandbox', 'spec', 'compile', 'course', 'hand-ins', 'run', 'reports', 'commands'];
const room = (file: string) => file.split('/')[0].replace(/\.ts$/, '');

describe('architecture of the grader', () => {
  it('has its rooms, and no others', () => {
    expect([...new Set(files.map(({ name }) => room(name)))].sort()).to.deep.equal([...rooms].sort());
  });

  it('imports point one way through the rooms, types counted', () => {
    const wrong = files.flatMap(({ name, imports }) =>
      imports
        .flatMap((one) => target(name, one) ?? [])
        .filter((to) => !to.startsWith('..') && rooms.indexOf(room(to)) > rooms.indexOf(room(name)))
        .map((to) => `${name} → ${to}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('no file imports itself through others, types counted', () => {
    expect(circles(files)).to.deep.equal([]);
  });

  it('of the library it takes random numbers, and what a diagnosis is asked with', () => {
    const taken = files.flatMap(({ name, imports }) =>
      imports.flatMap((one) => target(name, one) ?? []).filter((to) => to.startsWith('..')),
    );
    expect([...new Set(taken)].sort()).to.deep.equal(['../src/index', '../src/tensor/random']);
  });

  it('a spec loads no Node and no mocha: what exercise() brings along runs in a browser', () => {
    const byName = new Map(files.map((file) => [file.name.replace(/\.ts$/, ''), file]));
    const packages = new Set<string>();
    const seen = new Set<string>();
    const load = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      for (const one of byName.get(name)!.loads) {
        const to = target(name, one);
        if (to === undefined) packages.add(one);
        else load(to);
      }
    };
    load('spec/exercise');
    expect([...packages]).to.deep.equal(['chai']);
    expect([...seen].sort()).to.deep.equal(['sandbox/codec', 'spec/compare', 'spec/exercise', 'spec/show-value']);
  });

  it('every file opens with a comment that places it', () => {
    const opening = /^(?:'use strict';\n)?(?:\/\* .*\n)*\/\/ \S.{10,}/;
    expect(files.filter(({ text }) => !opening.test(text)).map(({ name }) => name)).to.deep.equal([]);
  });

  it('the check itself sees imports of types, and leaves them out of what is loaded', () => {
    const text =
      "import { a, type B } from './a'; import type { C } from './c'; import { type D } from './d'; export type * from './e'; import './f';";
    expect(importsOf(text)).to.deep.equal(['./a', './c', './d', './e', './f']);
    expect(importsOf(text, false)).to.deep.equal(['./a', './f']);
    const file = (name: string, ...imports: string[]) => ({ name, text: '', imports, loads: [] });
    expect(circles([file('x.ts', './y'), file('y.ts', './z/w'), file('z/w.ts', '../x')])).to.deep.equal([
      'x → y → z/w → x',
    ]);
  });
});
