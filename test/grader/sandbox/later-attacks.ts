// More attacks: values that misbehave while they are read, changes to what every object inherits, and things left for later

import { attack, inside, value, type Attack } from './attack';

const right = 'let sum = 0; for (const x of xs) sum += x * x; return Math.sqrt(sum);';
/** It answers right; what else it does must hurt no one. */
const harmless = (kind: string, name: string, body: string): Attack => ({
  ...attack(kind, name, body),
  answersRight: true,
});

export const laterAttacks: Attack[] = [
  value('value', 'iterable without end', `({ *[Symbol.iterator]() { while (true) yield 5; } })`),
  value(
    'value',
    'array with toJSON and extra',
    `Object.assign([5], { toJSON() { return 5; }, valueOf() { return 5; } })`,
  ),
  value(
    'value',
    'array of a subclass with a species',
    `(() => { class L extends Array { static get [Symbol.species]() { return Number; } get length() { return 1; } } const l: any = new L(); l.push(5); return l; })()`,
  ),
  value(
    'value',
    'typed array whose length lies',
    `Object.defineProperty(new Float64Array([5]), 'length', { get() { while (true); } })`,
  ),
  value(
    'value',
    'resizable buffer',
    `(() => { const b: any = new (ArrayBuffer as any)(8, { maxByteLength: 1 << 20 }); const t = new Float64Array(b); b.resize?.(0); return t; })()`,
  ),
  value(
    'value',
    'Map whose forEach lies',
    `(() => { class M extends Map { forEach() { while (true); } get size() { return 5; } } return new M([[1, 5]]); })()`,
  ),
  value('value', 'Set that holds itself', `(() => { const s: any = new Set(); s.add(s); return s; })()`),
  value('value', 'bigint 5', `5n`),
  value(
    'value',
    'a prototype chain of 1000',
    `(() => { let o: any = { constructor: { name: 'x' } }; for (let k = 0; k < 1e3; k++) o = Object.create(o); return o; })()`,
  ),
  value('value', 'class with a name of 10 MB', `new (class { static get ['name']() { return 'x'.repeat(1e7); } })()`),
  value(
    'value',
    'class whose name is an escape sequence',
    `(() => { class C {} Object.defineProperty(C, 'name', { value: '\\x1b[31m=cmd()|\\u202e' }); return new C(); })()`,
  ),
  value('value', 'revoked proxy', `(() => { const p = Proxy.revocable({}, {}); p.revoke(); return p.proxy; })()`),
  value(
    'value',
    'revoked proxy inside a list',
    `(() => { const p = Proxy.revocable([], {}); p.revoke(); return [p.proxy]; })()`,
  ),
  value(
    'value',
    'toPrimitive that overflows the stack',
    `({ [Symbol.toPrimitive]: function f(): any { return f() + 1; } })`,
  ),
  value(
    'value',
    'thenable that resolves to itself',
    `(() => { const t: any = { then(r: any) { r(t); } }; return Promise.resolve(t); })()`,
  ),
  value(
    'value',
    'promise of a subclass',
    `(() => { class P extends Promise<any> { then(r: any) { r(5); return this as any; } } return new P(() => {}); })()`,
  ),
  value(
    'value',
    'promise whose constructor is a getter',
    `(() => { const p: any = Promise.resolve(0); Object.defineProperty(p, 'constructor', { get() { while (true); } }); return p; })()`,
  ),
  value(
    'value',
    'promise rejected with a proxy',
    `Promise.reject(new Proxy({}, { get() { while (true); }, getPrototypeOf() { while (true); } }))`,
  ),
  value(
    'value',
    'error with a cyclic cause',
    `(() => { const e: any = new Error('5'); e.cause = e; e.errors = [e]; return e; })()`,
  ),
  value('value', '5 within one part in a million', `xs.length === 0 ? 0 : Math.hypot(...xs) * (1 + 1e-6)`),
  inside(
    'throw',
    'a message that is an object whose toString overflows',
    `const e: any = new Error(); e.message = { toString: function f(): any { return f(); } }; throw e`,
  ),
  inside(
    'throw',
    'a stack of 50 MB',
    `const e: any = new Error('x'); e.stack = 'at 02-l2.ts:1:1\\n'.repeat(3e6); throw e`,
  ),
  inside(
    'throw',
    'a name that is a getter',
    `class E extends Error { get name() { while (true); return ''; } } throw new E('x')`,
  ),
  inside(
    'throw',
    'an error of AggregateError',
    `throw new (globalThis as any).AggregateError(Array.from({ length: 1e5 }, () => new Error('x')), 'many')`,
  ),
  attack(
    'time',
    'sleeps in every call',
    `export const l2 = (xs: number[]) => new Promise((r) => setTimeout(() => r(0), 1e9));`,
  ),
  harmless(
    'time',
    'sleeps a little less than the limit',
    `export const l2 = (xs: number[]) => new Promise((r) => setTimeout(() => r(Math.hypot(...xs)), 300));`,
  ),
  attack(
    'time',
    'a static block without end',
    `class X { static { while (true); } }\nexport function l2(xs: any): any { return 0; }`,
  ),
  attack(
    'time',
    'hangs in the hidden case only',
    `export function l2(xs: any): any { if (xs.length && xs[0] !== 3) while (true); ${right} }`,
  ),
  attack('module', 'module.exports is null', `module.exports = null;`),
  attack(
    'module',
    'module.exports is a revoked proxy',
    `const p = Proxy.revocable({}, {}); p.revoke(); module.exports = p.proxy;`,
  ),
  attack('module', '300000 exports', `for (let k = 0; k < 3e5; k++) exports['k' + k] = k;`),
  attack('module', 'an export with a name of 9 MB', `exports['x'.repeat(9e6)] = 1;`),
  attack(
    'module',
    'export let that changes',
    `export let l2: any = (xs: any) => { l2 = () => 0; return xs.length ? 5 : 0; };`,
  ),
  attack('module', 'exports in the prototype', `Object.setPrototypeOf(exports, { l2: () => 5 });`),
  attack(
    'module',
    'module.exports a getter on module',
    `Object.defineProperty(module, 'exports', { get() { while (true); } });`,
  ),
  attack(
    'pollution',
    'Object.prototype.then',
    `(Object.prototype as any).then = function (r: any) { r(5); };\nexport async function l2(xs: any): Promise<any> { return {}; }`,
  ),
  attack(
    'pollution',
    'tags on Object.prototype',
    `Object.assign(Object.prototype, { $: 'number', v: '5', i: 0, id: 1, error: 1, value: 5, names: [], output: [] });\nexport function l2(xs: any): any { return 0; }`,
  ),
  attack(
    'pollution',
    'setter for every tag',
    `for (const k of ['$', 'v', 'i', 'id', 'value', 'args', 'error', 'op', 'name']) Object.defineProperty(Object.prototype, k, { set() { while (true); }, get() { return 5; } });\nexport function l2(xs: any): any { return 0; }`,
  ),
  attack(
    'pollution',
    'Promise species',
    `Object.defineProperty(Promise, Symbol.species, { get() { return function () { while (true); }; } });\nexport async function l2(xs: any): Promise<any> { return 0; }`,
  ),
  attack(
    'pollution',
    'Function.prototype.call and apply',
    `(Function.prototype as any).call = (Function.prototype as any).apply = () => 5; (Reflect as any).construct = () => 5;\nexport function l2(xs: any): any { return 0; }`,
  ),
  attack(
    'pollution',
    'String.prototype and RegExp',
    `(String.prototype as any).slice = (String.prototype as any).replace = () => { while (true); }; (RegExp.prototype as any).exec = () => { while (true); };\nexport function l2(xs: any): any { throw new Error('x'); }`,
  ),
  attack(
    'input',
    'a getter in the argument',
    `export function l2(xs: any): any { Object.defineProperty(xs, '0', { get() { while (true); } }); return 0; }`,
  ),
  attack(
    'input',
    'the argument made a million long',
    `export function l2(xs: any): any { xs.length = 4294967295; return 0; }`,
  ),
  attack(
    'input',
    'the argument holds itself',
    `export function l2(xs: any): any { xs.push(xs, globalThis); return 0; }`,
  ),
  attack(
    'input',
    'the argument with another prototype',
    `export function l2(xs: any): any { Object.setPrototypeOf(xs, new Proxy([], { get() { while (true); } })); return 0; }`,
  ),
  harmless(
    'late',
    'throws in a timer, right answer',
    `export async function l2(xs: any): Promise<any> { setTimeout(() => { throw Object.defineProperty({}, 'stack', { get() { while (true); } }); }, 0); await new Promise((r) => setTimeout(r, 5)); ${right} }`,
  ),
  harmless(
    'late',
    'rejections nobody handles, right answer',
    `export async function l2(xs: any): Promise<any> { for (let k = 0; k < 1000; k++) Promise.reject(new Proxy({}, { get() { while (true); } })); await new Promise((r) => setTimeout(r, 5)); ${right} }`,
  ),
  harmless(
    'late',
    'ten thousand timers, right answer',
    `export function l2(xs: any): any { for (let k = 0; k < 2e4; k++) setInterval(() => {}, 1); ${right} }`,
  ),
  attack(
    'source',
    'reference to a file',
    `/// <reference path="@SECRET@" />\nimport x = require('@SECRET@');\nexport function l2(xs: any): any { return x; }`,
  ),
  attack(
    'source',
    'import of JSON',
    `import data from '@SECRET@' with { type: 'json' };\nexport function l2(xs: any): any { return data; }`,
  ),
  attack('source', 'export star of a package', `export * from 'chai';\nexport function l2(xs: any): any { return 0; }`),
  attack('source', 'JSX', `export function l2(xs: any): any { return <b>5</b>; }`),
  attack(
    'source',
    'decorators that hang',
    `const d: any = () => { while (true); };\n@d class X {}\nexport function l2(xs: any): any { return 0; }`,
  ),
  attack('source', 'U+2028 in a text', `export function l2(xs: any): any { throw new Error('a\u2028b]]>\u0001'); }`),
  attack(
    'output',
    'prints control characters',
    `export function l2(xs: any): any { console.log('\\x1b]8;;http://x\\x07=cmd()\\x00\\ufffe\\ud800'); return 0; }`,
  ),
  attack(
    'output',
    'prints with hostile getters',
    `export function l2(xs: any): any { console.log({ get a() { while (true); } }, [new Proxy([], { get() { while (true); } })], Symbol(), 1n, () => {}); return 0; }`,
  ),
];
