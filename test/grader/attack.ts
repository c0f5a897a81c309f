// What an attack is, and how one is written
//
// @CANARY@ is a file that nobody may write, @SECRET@ one that nobody may read, @PORT@ a port that nobody may reach.

/** One hostile submission. */
export interface Attack {
  kind: string;
  name: string;
  /** Text of `02-l2.ts`. */
  source: string;
  /** It gives right answers all the same: what counts is that nothing else happens. */
  answersRight?: boolean;
}

/** What an attack does once it holds something that may belong to the grader's side. */
export const strike = String.raw`
function hostOf(value: any): any {
  const ways = [
    () => value.constructor.constructor('return process')(),
    () => value.constructor.constructor('return globalThis')().process,
    () => Object.getPrototypeOf(value).constructor.constructor('return process')(),
    () => value.constructor('return process')(),
    () => value.process, () => value.mainModule && value,
  ];
  for (const way of ways) { try { const found = way(); if (found && typeof found === 'object') return found; } catch {} }
  return undefined;
}
function strike(value: any): void {
  const host = hostOf(value);
  if (!host) return;
  try { host.kill(host.ppid, 9); } catch {}
  try { host.binding('fs').writeFileUtf8('@CANARY@', 'x', 577, 438); } catch {}
  for (const load of [() => host.mainModule.require('fs'), () => host.getBuiltinModule('fs')]) {
    try { load().writeFileSync('@CANARY@', 'x'); } catch {}
  }
  throw new Error('ESCAPED');
}`;

export const attack = (kind: string, name: string, body: string): Attack => ({
  kind,
  name,
  source: `declare const require: any, module: any, process: any, globalThis: any, exports: any;\n${body}`,
});
/** `code` runs inside of l2, which then answers wrong. */
export const inside = (kind: string, name: string, code: string): Attack =>
  attack(kind, name, `${strike}\nexport function l2(xs: any): any {\n${code}\nreturn 0;\n}`);
/** `code` runs when the file loads; l2 answers wrong. */
export const loading = (kind: string, name: string, code: string): Attack =>
  attack(kind, name, `${strike}\n${code}\nexport function l2(xs: number[]): any { return 0; }`);
export const value = (kind: string, name: string, expression: string): Attack =>
  attack(kind, name, `export function l2(xs: any): any { return ${expression}; }`);
