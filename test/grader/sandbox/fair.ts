// Right answers in every honest form: each must pass

const body = 'let sum = 0; for (const x of xs) sum += x * x; return Math.sqrt(sum);';

export const fairAnswers: [name: string, source: string][] = [
  ['a plain function', `export function l2(xs: number[]): number { ${body} }`],
  ['an arrow function', `export const l2 = (xs: number[]): number => Math.sqrt(xs.reduce((s, x) => s + x * x, 0));`],
  [
    'another order of the sum',
    `export function l2(xs: number[]): number { let s = 0; for (let i = xs.length - 1; i >= 0; i--) s += xs[i] ** 2; return Math.sqrt(s); }`,
  ],
  ['Math.hypot', `export const l2 = (xs: number[]) => Math.hypot(...xs);`],
  [
    'typed arrays inside',
    `export function l2(xs: number[]): number { const squares = Float64Array.from(xs, (x) => x * x); return Math.sqrt(squares.reduce((a, b) => a + b, 0)); }`,
  ],
  ['-0 for an empty list', `export function l2(xs: number[]): number { if (xs.length === 0) return -0; ${body} }`],
  ['an async function', `export async function l2(xs: number[]): Promise<number> { await null; ${body} }`],
  [
    'a promise and a timer',
    `export function l2(xs: number[]): Promise<number> { return new Promise((resolve) => setTimeout(() => { resolve(Math.hypot(...xs)); }, 5)); }`,
  ],
  [
    'helper functions and extra exports',
    `function square(x: number) { return x * x; }\nexport const extra = 42;\nexport class Helper {}\nexport function l2(xs: number[]): number { return Math.sqrt(xs.map(square).reduce((a, b) => a + b, 0)); }`,
  ],
  [
    'an enum',
    `enum Power { Two = 2 }\nexport function l2(xs: number[]): number { return Math.sqrt(xs.reduce((s, x) => s + x ** Power.Two, 0)); }`,
  ],
  [
    'a namespace',
    `namespace Norms { export const square = (x: number) => x * x; }\nexport function l2(xs: number[]): number { return Math.sqrt(xs.reduce((s, x) => s + Norms.square(x), 0)); }`,
  ],
  [
    'a class',
    `class Norm { #sum = 0; add(x: number) { this.#sum += x * x; return this; } get value() { return Math.sqrt(this.#sum); } }\nexport function l2(xs: number[]): number { const n = new Norm(); xs.forEach((x) => n.add(x)); return n.value; }`,
  ],
  [
    'a generator',
    `function* squares(xs: number[]) { for (const x of xs) yield x * x; }\nexport function l2(xs: number[]): number { let s = 0; for (const q of squares(xs)) s += q; return Math.sqrt(s); }`,
  ],
  ['export with another name', `function norm(xs: number[]): number { ${body} }\nexport { norm as l2 };`],
  ['export default beside the named one', `export function l2(xs: number[]): number { ${body} }\nexport default l2;`],
  [
    'CRLF',
    `export function l2(xs: number[]): number {\r\n  let sum = 0;\r\n  for (const x of xs) sum += x * x;\r\n  return Math.sqrt(sum);\r\n}\r\n`,
  ],
  ['a byte order mark', `\ufeffexport function l2(xs: number[]): number { ${body} }`],
  [
    'type errors',
    `export function l2(xs: string): string { let sum: string = 0; for (const x of xs) sum += x * x; return Math.sqrt(sum); }`,
  ],
  [
    'console output',
    `export function l2(xs: number[]): number { console.log('xs', xs, { n: xs.length }); console.table([xs]); ${body} }`,
  ],
  [
    'a changed input',
    `export function l2(xs: number[]): number { xs.sort((a, b) => a - b); for (let i = 0; i < xs.length; i++) xs[i] *= xs[i]; return Math.sqrt(xs.splice(0).reduce((a, b) => a + b, 0)); }`,
  ],
  [
    'a type-only import',
    `import type { Tensor } from 'holdout';\nexport function l2(xs: number[]): number { const unused: Tensor | undefined = undefined; ${body} }`,
  ],
  [
    'instanceof Array',
    `export function l2(xs: number[]): number { if (!(xs instanceof Array) || xs.constructor !== Array) throw new TypeError('a list is needed'); ${body} }`,
  ],
  [
    'an array that stays in the module',
    `const seen: number[] = [];\nexport function l2(xs: number[]): number { seen.push(xs.length); ${body} }`,
  ],
  [
    'names in other scripts',
    `export function l2(χ: number[]): number { let Σ = 0; for (const ξ of χ) Σ += ξ * ξ; return Math.sqrt(Σ); }`,
  ],
  [
    'structuredClone-free deep copies through JSON',
    `export function l2(xs: number[]): number { const copy: number[] = JSON.parse(JSON.stringify(xs)); return Math.hypot(...copy); }`,
  ],
  ['a hashbang', `#!/usr/bin/env node\nexport function l2(xs: number[]): number { ${body} }`],
  [
    'a decorator',
    `function keep(_target: unknown, _key: string) {}\nclass Norm { @keep of(xs: number[]) { ${body} } }\nexport function l2(xs: number[]): number { return new Norm().of(xs); }`,
  ],
  [
    'rounding',
    `export function l2(xs: number[]): number { const largest = Math.max(1e-300, ...xs.map(Math.abs)); return largest * Math.sqrt(xs.reduce((s, x) => s + (x / largest) ** 2, 0)) * (xs.length ? 1 : 0); }`,
  ],
  ['export =', `function l2(xs: number[]): number { ${body} }\nexport = { l2 };`],
  ['module.exports', `function l2(xs) { ${body} }\nmodule.exports = { l2 };`],
  ['exports.l2', `exports.l2 = function (xs) { ${body} };`],
  ['line ends of an old Macintosh', `// comment\rexport function l2(xs: number[]): number {\r  ${body}\r}\r`],
  [
    'structuredClone',
    `export function l2(xs: number[]): number { const { list, seen } = structuredClone({ list: xs, seen: new Map([[1, new Set([Float64Array.of(2)])]]) }); list.reverse(); return seen.size && Math.hypot(...list); }`,
  ],
  [
    'every method of console',
    `export function l2(xs: number[]): number { console.time('a'); console.count(); console.dir(xs); console.group('b'); console.groupEnd(); console.timeLog('a'); console.timeEnd('a'); console.assert(xs); ${body} }`,
  ],
];
