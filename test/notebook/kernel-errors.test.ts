// a cell that fails → what the kernel says of it, to people and to the tools of Jupyter

import { expect } from 'chai';
import { resolve } from 'node:path';
import { Kernel } from '../support/kernel';

const notebooks = resolve(__dirname, '..', '..', 'notebooks');

describe('errors of cells', function () {
  this.timeout(60_000);
  let kernel: Kernel;
  before(() => (kernel = new Kernel(notebooks)));
  after(() => kernel.close());

  /** What a failing cell shows; it shows it once. */
  async function failing(code: string): Promise<string> {
    const { status, errors, printed } = await kernel.run(code, { stop_on_error: false });
    expect([status, errors.length, printed], code).to.deep.equal(['error', 1, '']);
    return errors[0].replace(/cell \[\d+\]/g, 'cell [·]');
  }

  it('open with the message, name lines of the cell, and show no frame of the kernel', async () => {
    const code =
      'interface A {\n  b: number;\n}\n\nfunction f(a: A) {\n  throw new RangeError(`b is ${a.b}`);\n}\nf({ b: 3 });';
    expect(await failing(code)).to.equal('RangeError: b is 3\n    at f (cell [·], line 6)\n    at cell [·], line 8');
    const later = 'type T = 1;\n\nawait Promise.resolve();\nconst rng = 1;\nvoid { rng };\nf({ b: 4 });';
    expect(await failing(later)).to.equal('RangeError: b is 4\n    at f (cell [·], line 6)\n    at cell [·], line 6');
  });

  it('are in the reply as name, message and traceback', async () => {
    const { reply, errors } = await kernel.run(`const failure = new TypeError('no');\nthrow failure;`);
    expect(reply).to.include({ status: 'error', ename: 'TypeError', evalue: 'no' });
    expect(reply.traceback).to.deep.equal(errors[0].split('\n'));
  });

  it('of the compiler name line and column as they were written, also where the cell is rewritten before', async () => {
    const cases: [string, RegExp][] = [
      [
        'const wrong: string = 5;',
        /^1:7 - Type 'number' is not assignable to type 'string'\.\n\n {2}const wrong: string = 5;\n {8}\^$/,
      ],
      ['const o1 = { a: 1 };\n({ o1, b: missing });', /^2:11 - Cannot find name 'missing'/],
      ['export const p1: string = 5;', /^1:14 - Type 'number'/],
      ['export function g1() { return gone; }', /^1:31 - Cannot find name 'gone'/],
      ['let s1 = 1;\ns1 = (2 + ;', /^2:11 - Expression expected/],
      ['function open1() {\n  return 1;', /^2:12 - '}' expected/],
      ['total = 1 + 1;', /^1:1 - Cannot find name 'total'\.\nDeclare it: let total = 1 \+ 1;/],
      ['1;\nconst o2 = {\n  m() { await 1; },\n};', /^3:1 - await is only valid in async functions/],
      [
        'const h1 = Promise.resolve([1]);\nh1.length;',
        /^2:4 - Property 'length' does not exist .*\nIs `await` missing/,
      ],
      [
        'const h2: number[] = Promise.resolve([1]);',
        /^1:7 - Type 'Promise<number\[\]>' is missing .*\nIs `await` missing/,
      ],
      ['return 3;', /leave `return` out/],
      [`export * from 'fs';`, /^1:1 - .*write import \* as name from 'fs'/],
      ['const a1 = 1;\nexport { a1 as b1 };', /^2:10 - .*write const b1 = a1/],
    ];
    for (const [code, message] of cases) expect(await failing(code), code).to.match(message);
  });

  it('may be anything that is thrown, with its causes', async () => {
    expect(await failing(`throw 'a text'`)).to.equal(`Thrown: 'a text'`);
    expect(await failing('throw undefined')).to.equal('Thrown: undefined');
    const hostile = 'throw new (class extends Error { get message(): string { throw new Error(`no`); } })();';
    expect(await failing(hostile)).to.equal('Error: what was thrown cannot be shown: Error: no');
    const outer = await failing(`throw new Error('outer', { cause: new Error('inner') })`);
    expect(outer).to.match(/^Error: outer\n {4}at cell \[·\], line 1 \{\n {2}\[cause\]: Error: inner\n/);
  });

  it('drop the cells that were sent with the failed one, unless the request says otherwise', async () => {
    const statuses = async (request = {}) => {
      const cells = ['1', `throw new Error('here')`, '2', '3'].map((code) => kernel.run(code, request));
      const ran = await Promise.all(cells);
      return ran.map(({ status, printed }) => `${status} ${printed.trim()}`.trim());
    };
    expect(await statuses()).to.deep.equal(['ok 1', 'error', 'aborted', 'aborted']);
    expect(await statuses({ stop_on_error: false })).to.deep.equal(['ok 1', 'error', 'ok 2', 'ok 3']);
    expect((await kernel.run('4')).printed).to.equal('4\n'); // sent after the answer
  });

  it('fail a cell also where a callback throws or a promise is forgotten while it runs', async () => {
    const wait = 'await new Promise((go) => setTimeout(go, 60));';
    expect(await failing(`setTimeout(() => { throw new Error('timer'); }, 5);\n${wait}`)).to.match(
      /^Error: timer\n.*line 1/,
    );
    expect(await failing(`void Promise.reject(new Error('forgotten'));\n${wait}`)).to.match(
      /^Error: forgotten\n.*line 1/,
    );
    const handled = `const h = Promise.reject(new Error('handled'));\n${wait}\nawait h.catch(() => 5);`;
    expect(await kernel.run(handled)).to.include({ status: 'ok', printed: '5\n' });
  });

  it('that come after the end of a cell are shown by this cell, and so is what it prints late', async () => {
    const early = await kernel.run(
      `void (async () => {\n  await new Promise((go) => setTimeout(go, 80));\n  console.log('late');\n  throw new Error('lost?');\n})();`,
    );
    const next = await kernel.run(`await new Promise((go) => setTimeout(go, 300)); console.log('next');`);
    expect([early.status, early.printed, next.status, next.printed]).to.deep.equal(['ok', 'late\n', 'ok', 'next\n']);
    expect(early.errors.join()).to.match(/^Error: lost\?\n.*line 4\)?\n\n.*Write `await`/);
    expect(next.errors).to.deep.equal([]);
  });

  it('can be expected where a promise is not waited for: the cell says so', async () => {
    const { status, warned } = await kernel.run(
      `async function slow(n: number) { return n; }\nslow(1);\nvoid slow(2);\nawait slow(3);`,
    );
    expect(status).to.equal('ok');
    expect(warned).to.equal(
      'line 2: the cell does not wait for what this starts. Write `await slow(1)`, or `void slow(1)` if that is meant.\n',
    );
    expect((await kernel.run('slow(1)')).printed).to.match(/^line 1: .*\nPromise \{ 1 \}\n$|^Promise \{ 1 \}\nline 1/);
  });
});
