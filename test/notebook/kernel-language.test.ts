// TypeScript as people write it in files and consoles → cells that run

import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kernel } from '../support/kernel';

describe('cells', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'holdout-kernel-'));
  const notebooks = join(folder, 'notebooks');
  let kernel: Kernel;
  before(() => {
    mkdirSync(notebooks);
    kernel = new Kernel(notebooks);
  });
  after(() => {
    kernel.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs cells one after the other; what the last one shows. */
  async function last(...cells: string[]): Promise<string> {
    let shown = '';
    for (const code of cells) {
      const { printed, errors } = await kernel.run(code, { stop_on_error: false });
      shown = [printed.trimEnd(), ...errors].filter(Boolean).join('\n');
    }
    return shown;
  }

  const table: [string, string[], string][] = [
    ['await in the middle of an expression', [`await (await import('os')).type().length > 0`], 'true'],
    ['await in brackets', [`const w1 = async () => ({ v: [3] });`, '(await (await w1()).v)[0]'], '3'],
    ['for await', ['let sum1 = 0;\nfor await (const v of [1, Promise.resolve(2)]) sum1 += v;\nsum1'], '3'],
    [
      'await in blocks, lists and texts',
      ['if (true) { const v = [await 1, `${await 2}`]; console.log(v); }'],
      `[ 1, '2' ]`,
    ],
    ['await inside functions only', ['const w2 = async () => await 5;', 'typeof w2().then'], `function`],
    ['exported functions', ['export function f1(a: number): number {\n  return a + 1;\n}', 'f1(1)'], '2'],
    ['an exported function again', ['export async function f1() { return 7; }', 'await f1()'], '7'],
    ['exported constants', ['export const [c1, { c2 }] = [1, { c2: 2 }];', 'c1 + c2'], '3'],
    ['exported classes', ['export default class C1 { v = 4 }\nexport abstract class C2 {}', 'new C1().v'], '4'],
    ['a default export without a name', ['export default function () { return 6; }'], '[Function (anonymous)]'],
    ['a default export of a value', ['export default 2 + 3;'], '5'],
    [
      'exported types',
      [
        'export interface T1 { a: number }\nexport type T2 = T1[];\nexport enum E1 { A, B }',
        'const t1: T2 = [{ a: E1.B }]; t1',
      ],
      '[ { a: 1 } ]',
    ],
    ['a list of exports', ['const l1 = 8;\nexport { l1 };\nexport type { };', 'l1'], '8'],
    ['exports from elsewhere', [`export { sep as slash } from 'path';`, 'slash.length'], '1'],
    [
      'an assignment that functions of earlier cells see',
      ['let n1 = 0;\nconst bump = () => ++n1;', 'n1 = 10;', '[bump(), n1]'],
      '[ 11, 11 ]',
    ],
    [
      'all ways to assign',
      [
        'let n2 = 1;\nconst see = () => n2;',
        'n2 += 1; n2++; [n2] = [n2 * 10]; ({ n2 } = { n2: n2 + 1 });',
        '[see(), n2]',
      ],
      '[ 31, 31 ]',
    ],
    ['a name declared again', ['const d1 = 1;', `const d1 = 'one';`, 'd1.toUpperCase()'], 'ONE'],
    [
      'a function declared again, for functions of other cells',
      ['function g1() { return 1; }', 'function g2() { return g1(); }', 'function g1() { return 2; }', 'g2()'],
      '2',
    ],
    [
      'names before an error',
      [`const r1 = 5;\nlet r2 = 6;\nthrow new Error('stop');\nconst r3 = 7;`, '[r1, r2]'],
      '[ 5, 6 ]',
    ],
    [
      'names that the error left as they were',
      ['const k1 = 1; const k2: number = 1;', `const k1 = 'new';\nthrow 1;\nconst k2 = 'new';`, 'k1.length + k2'],
      '4',
    ],
    [
      'imports and functions before an error',
      [`import { sep } from 'path';\nfunction q1() { return sep; }\nthrow 1;\nclass Q2 {}`, 'q1() === sep'],
      'true',
    ],
    ['namespaces, in later cells', ['namespace N1 { export const a = 1; }', '0', 'N1.a'], '1'],
    [
      'enums and overloads, in later cells',
      [
        'enum E2 { A = 3 }\nfunction o1(a: string): string;\nfunction o1(a: number): number;\nfunction o1(a: any) { return a; }',
        'o1(E2.A)',
      ],
      '3',
    ],
    ['a hot loop at the top level', ['let h1 = 0;\nfor (let i = 0; i < 2e7; i++) h1 += i;\nh1'], '199999990000000'],
  ];
  for (const [title, cells, shown] of table) it(title, async () => expect(await last(...cells)).to.equal(shown));

  it('print a promise without marks of the kernel', async () =>
    expect(await last('const p1 = new Promise(() => {}); console.log([p1])')).to.equal('[ Promise { <pending> } ]'));

  describe('that import a file above their folder', () => {
    let time = Date.now() / 1000;
    /** Saves a file, as an editor does it: at a later time than before. */
    function save(name: string, text: string): void {
      mkdirSync(join(folder, 'exercises'), { recursive: true });
      writeFileSync(join(folder, 'exercises', name), text);
      utimesSync(join(folder, 'exercises', name), ++time, time);
    }
    const cell = `import { own } from '../exercises/own';\nown(3)`;

    it('see what was saved last, types and all, also behind another file', async () => {
      save('factor.ts', 'export const factor = 2;');
      save('own.ts', `import { factor } from './factor';\nexport function own(x: number) { return factor * x; }`);
      expect(await last(cell)).to.equal('6');
      save('factor.ts', 'export const factor = 5;');
      expect(await last('own(3)')).to.equal('6'); // imported before
      expect(await last(cell)).to.equal('15');
      save('own.ts', `export const own = (x: number) => 'x'.repeat(x);`);
      expect(await last(cell, 'own(2).toUpperCase()')).to.equal('XX');
      expect(await last(`(await import('../exercises/own')).own(1) + require('../exercises/own').own(1)`)).to.equal(
        'xx',
      );
    });

    it('say file and line of what is wrong in it, and go on when it is right', async () => {
      save('own.ts', 'export const a = 1;\nexport function own(x: number) {\n  return (x + ;\n}\n');
      expect(await last(cell)).to.equal('../exercises/own.ts:3:15 - Expression expected.');
      save('own.ts', 'export function own(x: number) {\n  interface A {}\n  throw new Error(`not yet`);\n}\n');
      expect(await last(cell)).to.match(
        /^Error: not yet\n {4}at own \(\.\.\/exercises\/own\.ts:3\)\n {4}at cell \[\d+\], line 2$/,
      );
      save('own.ts', 'export const own = (x: number): number => x;');
      expect(await last(cell)).to.equal('3');
    });

    it('say that it cannot await at its top level', async () => {
      save('own.ts', 'export const own = (x: number) => x;\nawait null;');
      expect(await last(cell)).to.match(
        /^SyntaxError: \.\.\/exercises\/own\.ts: a file .* cannot await at its top level/,
      );
    });

    it('run it in spite of wrong types, and say so', async () => {
      save('own.ts', `const wrong: number = 'text';\nexport const own = (x: number) => x + 1;`);
      expect((await last(cell)).split('\n').sort()).to.deep.equal([
        `../exercises/own.ts:1:7 - Type 'string' is not assignable to type 'number'.`,
        '4',
      ]);
    });

    it('find a file that was not there before', async () => {
      const late = `import { late } from '../exercises/late';\nlate`;
      expect(await last(late)).to.match(/^1:22 - Cannot find module '\.\.\/exercises\/late'/);
      save('late.ts', 'export const late = 1;');
      expect(await last(late)).to.equal('1');
    });
  });

  describe('in an editor', () => {
    it('are completed and explained at places counted in characters, an emoji as one', async () => {
      expect(await kernel.ask('complete', { code: '"😀".toUpp', cursor: 9 })).to.deep.include({
        matches: ['toUpperCase'],
        cursor_start: 4,
        cursor_end: 9,
      });
      for (const cursor of [-1, 0, 3, 99, undefined])
        expect(await kernel.ask('inspect', { code: '😀', cursor })).to.deep.include({ found: false });
      const { data } = (await kernel.ask('inspect', { code: '"😀".length', cursor: 6 })) as {
        data: Record<string, string>;
      };
      expect(data['text/plain']).to.contain('String.length: number');
    });

    it('are complete, incomplete or invalid', async () => {
      const states = {
        '1': 'complete',
        'for (': 'incomplete',
        'const x = ;': 'invalid',
        'export const z = 1': 'complete',
      };
      for (const [code, status] of Object.entries(states))
        expect(await kernel.ask('isComplete', { code }), code).to.include({ status });
    });
  });

  it('of no count: silent ones, and those that are not for the history', async () => {
    const counts: number[] = [];
    for (const request of [{}, { silent: true }, { store_history: false }, {}])
      counts.push((await kernel.run('1', request)).reply.execution_count as number);
    expect(counts.map((count) => count - counts[0])).to.deep.equal([0, 0, 0, 1]);
    const { reply } = await kernel.run('const u1 = 20;', { user_expressions: { a: 'u1 + 1', b: 'u9' } });
    expect(reply.user_expressions).to.have.nested.property('a.data.text/plain', '21');
    expect(reply.user_expressions).to.have.nested.property('b.status', 'error');
  });

  it('end at the stop button, and the cells behind them are dropped', async () => {
    const endless = kernel.run('await new Promise(() => {});');
    const behind = kernel.run('1');
    await new Promise((go) => setTimeout(go, 300));
    await kernel.ask('interrupt', {});
    expect((await endless).errors).to.deep.equal(['Interrupted: the cell was stopped']);
    expect((await behind).status).to.equal('aborted');
    expect((await kernel.run('2')).printed).to.equal('2\n');
  });
});
