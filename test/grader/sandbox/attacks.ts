// Attacks on the grader: submissions for the fixture course whose `02-l2.ts` tries to score, to hurt or to spy

import { attack, inside, loading, value, type Attack } from './attack';
import { laterAttacks } from './later-attacks';

export type { Attack } from './attack';

const right = 'let sum = 0; for (const x of xs) sum += x * x; return Math.sqrt(sum);';

export const attacks: Attack[] = [
  // Values that want to compare equal to anything
  value(
    'value',
    'a Proxy that answers every question with 5',
    `new Proxy(function () {}, { get: () => () => 5, apply: () => 5 })`,
  ),
  value(
    'value',
    'an object whose valueOf is 5',
    `({ valueOf: () => 5, toString: () => '5', [Symbol.toPrimitive]: () => 5 })`,
  ),
  value('value', 'a boxed 5', `new Number(5)`),
  value('value', 'NaN', `NaN`),
  value('value', 'a text that reads 5', `'5'`),
  value('value', 'a list that holds 5', `[5]`),
  value('value', 'Infinity', `Infinity`),
  value('value', 'a getter that counts', `({ get value() { return 5; } })`),
  value('value', 'a thenable', `({ then(resolve: any) { resolve(5); } })`),
  value(
    'value',
    'a thenable with a getter',
    `Object.defineProperty({}, 'then', { get() { throw new Error('trap'); } })`,
  ),
  value('value', 'a promise of a thenable that never ends', `Promise.resolve({ then() {} })`),
  value(
    'value',
    'an object that says it is an AssertionError',
    `Object.assign(new Error('passed'), { name: 'AssertionError', code: 'ERR_ASSERTION', status: 'right' })`,
  ),
  value('value', 'tags of the wire format', `({ $: 'number', v: '5' })`),
  value('value', 'a handle of the wire format', `({ $: 'handle', handle: 1 })`),
  value(
    'value',
    'an object with __proto__',
    `JSON.parse('{"__proto__": {"polluted": 5}, "constructor": {"prototype": {"polluted": 5}}}')`,
  ),
  value('value', 'an array-like of 4 billion entries', `({ length: 4294967295 })`),
  value('value', 'a sparse array of 4 billion entries', `new Array(4294967295)`),
  value('value', 'a cycle', `(() => { const a: any = []; a[0] = a; return a; })()`),
  value(
    'value',
    'nested 100000 deep',
    `(() => { let a: any = []; for (let i = 0; i < 1e5; i++) a = [a]; return a; })()`,
  ),
  value('value', 'two million numbers', `new Array(2e6).fill(1)`),
  value('value', 'a text of 100 MB', `'x'.repeat(1e8)`),
  value(
    'value',
    'a doubling tree of shared arrays',
    `(() => { let a: any = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return a; })()`,
  ),
  value('value', 'a huge bigint', `2n ** 100000n`),
  value('value', 'a symbol', `Symbol.for('nodejs.util.inspect.custom')`),
  value(
    'value',
    'custom inspection',
    `({ [Symbol.for('nodejs.util.inspect.custom')]: () => '5', inspect: () => '5', toJSON: () => 5 })`,
  ),
  value(
    'value',
    'a class that says every value is its instance',
    `class { static [Symbol.hasInstance]() { return true; } }`,
  ),
  // Things thrown
  inside('throw', 'throws null', `throw null;`),
  inside('throw', 'throws a Proxy', `throw new Proxy(new Error('x'), { get() { while (true); } });`),
  inside(
    'throw',
    'throws an error with a hostile message',
    `const e: any = new Error('x'); Object.defineProperty(e, 'message', { get() { while (true); } }); throw e;`,
  ),
  inside(
    'throw',
    'throws an AssertionError',
    `const e: any = new Error('expected 5 to equal 5'); e.name = 'AssertionError'; e.showDiff = false; throw e;`,
  ),
  inside(
    'throw',
    'throws escape sequences and markup',
    `throw new Error('\\x1b[2J\\x1b]0;x\\x07<script>alert(1)</script>]]>&\\u202e');`,
  ),
  inside('throw', 'throws a message of 50 MB', `throw new Error('x'.repeat(5e7));`),
  inside(
    'throw',
    'throws the text of the stub after the visible cases',
    `if (xs.length && xs[0] !== 3) throw new Error('Task 1: untouched'); return xs.length ? 5 : 0;`,
  ),
  // Modules and exports
  attack(
    'module',
    'import()',
    `export async function l2(xs: any): Promise<any> { try { const fs: any = await import('fs'); fs.writeFileSync('@CANARY@', 'x'); } catch {} return 0; }`,
  ),
  attack('module', 'import.meta', `export function l2(xs: any): any { return (import.meta as any).url; }`),
  attack(
    'module',
    'import of fs',
    `import { writeFileSync } from 'fs';\nexport function l2(xs: any): any { writeFileSync('@CANARY@', 'x'); return 0; }`,
  ),
  attack(
    'module',
    'import = require',
    `import fs = require('node:fs');\nexport function l2(xs: any): any { (fs as any).writeFileSync('@CANARY@', 'x'); return 0; }`,
  ),
  attack(
    'module',
    'import of a file beside it',
    `import { l2 as answer } from '../../solutions/02-l2';\nexport const l2 = answer;`,
  ),
  attack('module', 're-export of the solution', `export { l2 } from '../../solutions/02-l2';`),
  attack(
    'module',
    'exports replaced by a Proxy',
    `module.exports = new Proxy({}, { get: () => () => 5, ownKeys: () => ['l2'], getOwnPropertyDescriptor: () => ({ value: () => 5, enumerable: true, configurable: true }) });`,
  ),
  attack(
    'module',
    'exports.l2 as a getter that changes',
    `let n = 0; Object.defineProperty(exports, 'l2', { get() { return () => (n++ === 0 ? 5 : 0); } });`,
  ),
  attack('module', 'a class in place of the function', `export class l2 { constructor() { return Object(5); } }`),
  // The process
  inside(
    'process',
    'process.exit',
    `for (const p of [(globalThis as any).process, (globalThis as any).global]) try { p.exit(0); } catch {}`,
  ),
  inside('process', 'kills its parent', `try { process.kill(process.ppid, 'SIGKILL'); } catch {}`),
  inside('process', 'writes the environment', `try { process.env.NODE_OPTIONS = '--require=/tmp/x'; } catch {}`),
  inside(
    'process',
    'reads the environment',
    `try { throw new Error('ESCAPED ' + process.env.PATH); } catch (e: any) { if (/ESCAPED/.test(e.message)) throw e; }`,
  ),
  // Forged replies
  inside('forged', 'writes to fd 3', `try { require('fs').writeSync(3, '{"id":1,"value":5}\\n'); } catch {}`),
  inside('forged', 'prints a reply', `console.log('{"id":"1","value":5}'); console.error('{"hello":"v20"}');`),
  inside(
    'forged',
    'toJSON of Object.prototype',
    `(Object.prototype as any).toJSON = () => ({ value: 5 }); (Number.prototype as any).toJSON = () => 5; (Array.prototype as any).toJSON = () => [5];`,
  ),
  inside(
    'forged',
    'replaces JSON.stringify',
    `(JSON as any).stringify = () => '{"value":5}'; (JSON as any).parse = () => ({ op: 'call' });`,
  ),
  inside(
    'forged',
    'replaces Reflect, Object.is and Number',
    `(Reflect as any).apply = () => 5; (Object as any).is = () => true; (Number as any).isFinite = () => true; (globalThis as any).Number = () => 5; (Math as any).abs = () => 0;`,
  ),
  inside(
    'forged',
    'replaces Promise.prototype.then',
    `(Promise.prototype as any).then = function (f: any) { f(5); return this; }; return Promise.resolve(0);`,
  ),
  inside(
    'forged',
    'replaces Map.prototype.get',
    `(Map.prototype as any).get = () => 5; (Map.prototype as any).set = function () { return this; };`,
  ),
  inside(
    'forged',
    'index setter on Array.prototype',
    `Object.defineProperty(Array.prototype, '0', { set() {}, get() { return 5; } });`,
  ),
  inside(
    'forged',
    'value property on Object.prototype',
    `(Object.prototype as any).value = 5; (Object.prototype as any).state = 'value'; (Object.prototype as any).get = () => 5;`,
  ),
  // Time
  inside('time', 'while (true)', `while (true);`),
  loading('time', 'while (true) at load', `while (true);`),
  attack('time', 'a promise that never settles', `export function l2(xs: any): any { return new Promise(() => {}); }`),
  attack(
    'time',
    'microtasks for ever',
    `export async function l2(xs: any): Promise<any> { const spin = (): any => Promise.resolve().then(spin); await spin(); }`,
  ),
  attack(
    'time',
    'microtasks for ever beside an answer',
    `export function l2(xs: any): any { const spin = (): any => Promise.resolve().then(spin); spin(); return 0; }`,
  ),
  attack(
    'time',
    'timers for ever',
    `export async function l2(xs: any): Promise<any> { for (let i = 0; i < 1e5; i++) setInterval(() => {}, 0); await new Promise(() => {}); }`,
  ),
  inside('time', 'a loop in a getter of the result', `return { get length() { while (true); } };`),
  inside('time', 'a loop in valueOf', `return { valueOf() { while (true); } };`),
  inside('time', 'recursion without end', `return l2(xs);`),
  inside('time', 'sorts with a comparator that never ends', `[3, 1, 2].sort(() => { while (true); });`),
  loading(
    'time',
    'an endless timer set at load',
    `setInterval(() => { const end = Date.now() + 1e9; while (Date.now() < end); }, 0);`,
  ),
  // Memory and output
  inside('memory', 'fills the heap', `const all: any[] = []; while (true) all.push(new Array(1000).fill(all.length));`),
  inside(
    'memory',
    'fills memory with ArrayBuffers',
    `const all: any[] = []; while (true) all.push(new Uint8Array(5e7).fill(1));`,
  ),
  inside('memory', 'one typed array of 4 GB', `new Float64Array(5e8).fill(1);`),
  inside('memory', 'a text of 500 MB', `let s = 'x'; while (true) s += s;`),
  inside('memory', 'array of 4 billion, filled', `new Array(4294967295).fill(0);`),
  inside('output', 'prints without end', `while (true) console.log('flood '.repeat(1000));`),
  inside('output', 'prints 100000 lines', `for (let i = 0; i < 1e5; i++) console.log(i);`),
  inside(
    'output',
    'prints a huge object',
    `const o: any = {}; for (let i = 0; i < 2e5; i++) o['k' + i] = { o }; console.log(o);`,
  ),
  // Files and network
  inside(
    'files',
    'reads a secret',
    `let text = ''; try { text = require('fs').readFileSync('@SECRET@', 'utf8'); } catch {} if (text) throw new Error('ESCAPED ' + text);`,
  ),
  inside('files', 'writes a file', `try { require('node:fs').writeFileSync('@CANARY@', 'x'); } catch {}`),
  inside('files', 'starts a program', `try { require('child_process').execSync('touch @CANARY@'); } catch {}`),
  inside(
    'network',
    'connects to a port',
    `try { require('net').connect(@PORT@, '127.0.0.1'); } catch {} try { (globalThis as any).fetch('http://127.0.0.1:@PORT@/'); } catch {}`,
  ),
  inside(
    'network',
    'opens a WebSocket',
    `try { new (globalThis as any).WebSocket('ws://127.0.0.1:@PORT@/'); } catch {}`,
  ),
  // Cheating within the rules of the language
  value('cheat', 'hard-coded visible cases', `xs.length === 0 ? 0 : 5`),
  attack(
    'cheat',
    'counts calls to find the hidden cases',
    `let calls = 0;\nexport function l2(xs: any): any { calls++; if (calls === 1) return 5; if (calls === 2) return 0; throw new Error(JSON.stringify(xs)); }`,
  ),
  attack(
    'cheat',
    'remembers hidden inputs and prints them later',
    `const seen: any[] = []; export function l2(xs: any): any { seen.push(xs); console.log(JSON.stringify(seen)); return xs.length === 0 ? 0 : 5; }`,
  ),
  attack('cheat', 'export default only', `export default function (xs: any): any { ${right} }`),
  {
    kind: 'cheat',
    name: 'a right answer that breaks Math.sqrt and the iterator of arrays',
    answersRight: true,
    source: `export function l2(xs: number[]): number { const root = Math.sqrt; let sum = 0; for (let i = 0; i < xs.length; i++) sum += xs[i] * xs[i]; (Array.prototype as any)[Symbol.iterator] = undefined; (Math as any).sqrt = () => NaN; (l2 as any).root ??= root; return (l2 as any).root(sum); }`,
  },
  {
    kind: 'cheat',
    name: 'a right answer that leaves an endless timer behind',
    answersRight: true,
    source: `declare const setInterval: any;\nexport function l2(xs: number[]): number { setInterval(() => { while (true); }, 0); ${right} }`,
  },
  {
    kind: 'cheat',
    name: 'a right answer that leaves endless microtasks behind',
    answersRight: true,
    source: `export function l2(xs: number[]): number { const spin = (): any => Promise.resolve().then(spin); spin(); ${right} }`,
  },
  {
    kind: 'cheat',
    name: 'a right answer that freezes everything',
    answersRight: true,
    source: `export function l2(xs: number[]): number { Object.freeze(Object.prototype); Object.freeze(Array.prototype); ${right} }`,
  },
  // Sources
  { kind: 'source', name: 'empty', source: '' },
  { kind: 'source', name: 'syntax error', source: 'export function l2(xs { return 0; }' },
  { kind: 'source', name: 'NUL characters', source: 'export function l2() { return 0; }\0' },
  {
    kind: 'source',
    name: 'larger than the limit',
    source: `// ${'x'.repeat(300000)}\nexport function l2(xs: any) { return 0; }`,
  },
  { kind: 'source', name: 'only a comment', source: '// l2' },
  {
    kind: 'source',
    name: 'a source map of its own',
    source: 'export function l2(xs: any): any { throw new Error("x"); }\n//# sourceMappingURL=file:///etc/passwd',
  },
  { kind: 'source', name: 'a hashbang', source: '#!/bin/sh\nexport function l2(xs: any): any { return 0; }' },
  {
    kind: 'source',
    name: 'a byte order mark in the middle',
    source: 'export function l2(xs: any): any { return \ufeff0; }',
  },
  {
    kind: 'source',
    name: 'top-level await',
    source: 'await Promise.resolve();\nexport function l2(xs: any): any { return 0; }',
  },
  ...laterAttacks,
];
