// The grader's own guards, with ordinary code: a door that is absent, a limit that holds, code that is not made from text

import { expect } from 'chai';
import { compile } from '../../../grader/compile/compile';
import { compileInThread } from '../../../grader/compile/compile-pool';
import { Program } from '../../../grader/run/program';
import { levelFault, levels } from '../../../grader/sandbox/level';
import { Sandbox } from '../../../grader/sandbox/sandbox';

const text = `
  declare const require: any, module: any, exports: any;
  const names = ['process', 'global', 'Buffer', 'fetch', 'WebSocket', 'Worker', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'navigator'];
  export const doors = () => names.filter((name) => name in globalThis);
  const isOwn = (value: any) => value instanceof Object;
  export const strangers = (argument: number[]) => Object.entries({ argument, require, module, exports, console, log: console.log, setTimeout, setImmediate, clearTimeout, performance, now: performance.now, thrown: thrown(), timer: setTimeout(() => {}, 0) })
    .filter(([, value]: [string, any]) => typeof value !== 'number' && !(isOwn(value) && isOwn(value.constructor)))
    .map(([name]) => name);
  function thrown(): unknown {
    try { require('fs'); } catch (error) { return error; }
    return undefined;
  }
  const outcome = (run: () => unknown) => {
    try { return run(); } catch (error: any) { return error.name; }
  };
  export const fromText = () => [outcome(() => (0, eval)('5')), outcome(() => Function('return 5')())];
  export const modules = () => ['fs', 'node:fs', 'child_process', 'net', '../solutions/03', 'chai'].map((name) => outcome(() => require(name)));
`;

describe('the doors of the sandbox', function () {
  this.timeout(20000);
  for (const level of levels) {
    it(`${level}: no door of Node is there, everything that is there is the submission's own, no code is made from text, and no module is loaded`, async function () {
      if (levelFault(level) !== undefined) return this.skip();
      const sandbox = new Sandbox(level);
      try {
        const compiled = await compile(text, '02-l2.ts');
        if ('failure' in compiled) throw new Error(compiled.failure);
        const reply = await sandbox.load(compiled, [], 1, true);
        expect(reply.error).to.equal(undefined);
        const program = new Program(sandbox, 1000);
        expect(await program.call('doors')).to.deep.equal([]);
        expect(await program.call('strangers', [1, 2])).to.deep.equal([]);
        expect(await program.call('fromText')).to.deep.equal(['EvalError', 'EvalError']);
        expect(await program.call('modules')).to.deep.equal(Array(6).fill('Error'));
      } finally {
        sandbox.close();
      }
    });
  }

  it('a text that takes the compiler longer than it may is a failure of that text, and the next one is compiled', async () => {
    const lines = Array.from({ length: 8000 }, (_, i) => `export const a${i} = ${i};`);
    const input = (source: string) => ({ text: source, fileName: 'a.ts', leaveOut: { at: [] } });
    expect(await compileInThread(input('export const a = 1;'))).to.have.property('code'); // the compiler is loaded
    const slow = await compileInThread(input(lines.join('\n')), 1);
    expect(slow).to.have.property('failure').that.contains('longer than 0.001 s');
    expect(await compileInThread(input('export const a = 1;'))).to.have.property('code');
  });
});
