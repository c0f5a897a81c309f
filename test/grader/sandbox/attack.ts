// What an attack is, and how one is written: in ordinary code, as anybody could hand it in
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

export const attack = (kind: string, name: string, body: string): Attack => ({
  kind,
  name,
  source: `declare const require: any, module: any, process: any, globalThis: any, exports: any;\n${body}`,
});
/** `code` runs inside of l2, which then answers wrong. */
export const inside = (kind: string, name: string, code: string): Attack =>
  attack(kind, name, `export function l2(xs: any): any {\n${code}\nreturn 0;\n}`);
/** `code` runs when the file loads; l2 answers wrong. */
export const loading = (kind: string, name: string, code: string): Attack =>
  attack(kind, name, `${code}\nexport function l2(xs: number[]): any { return 0; }`);
export const value = (kind: string, name: string, expression: string): Attack =>
  attack(kind, name, `export function l2(xs: any): any { return ${expression}; }`);
