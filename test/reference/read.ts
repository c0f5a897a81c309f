// test/reference/*.json → read.ts → the reference tests.
//
// The JSON files hold numbers that NumPy, PyTorch, Keras, scikit-learn and SciPy computed (`tools/reference.py`). A
// reference test reads inputs and expected outputs from them by name:
//
//   describeReference('metrics', (metrics) => {
//     it('accuracy equals scikit-learn', () => {
//       const { probs, labels, accuracy: expected } = metrics.multiclass;
//       close(accuracy(tensor([labels.length, probs[0].length], probs), Int32Array.from(labels)), expected);
//     });
//   });
//
// Every property that is read is recorded as used under its path, array indices written `[]` (`multiclass.probs[][]`).
// `z-coverage.test.ts` then compares what was used with COVERAGE.md: a key must be used by a test or stand there with the
// reason why it is not. So read what you assert and no more (no spread of a whole object, no JSON.stringify), and after
// writing tests run `node tools/reference-coverage.mjs`, which marks the keys they use.
//
// The folder can be replaced (HOLDOUT_REFERENCE=folder npm run --prefix tools test:reference) by one with other numbers of the same
// schema: take every size, count and key from the file. "NaN", "Infinity" and "-Infinity" come back as numbers.

import { AssertionError } from 'chai';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tensor } from '../../src/tensor/tensor';

/** What a reference file holds is known when it is read, not when the test is compiled. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Reference = any;

/** The folder the numbers are read from. */
export function referenceFolder(): string {
  return process.env.HOLDOUT_REFERENCE ? resolve(process.env.HOLDOUT_REFERENCE) : __dirname;
}

/** The reference files there are, without `.json`. */
export function referenceNames(): string[] {
  const files = readdirSync(referenceFolder()).filter((file) => file.endsWith('.json'));
  return files.map((file) => file.slice(0, -'.json'.length)).sort();
}

/** The paths that tests have read, by file. */
export const usedKeys = new Map<string, Set<string>>();

/** The content of a reference file, recording what is read of it. */
export function reference(name: string): Reference {
  const used = usedKeys.get(name) ?? new Set<string>();
  usedKeys.set(name, used);
  return recording(parse(name), '', used);
}

/** The paths of all values of a reference file. */
export function allKeys(name: string): Set<string> {
  const keys = new Set<string>();
  const note = (path: string) => keys.add(path);
  visit(parse(name), '', note);
  return keys;
}

/** A suite on one reference file; one pending test when the folder has other files but not this one. */
export function describeReference(name: string, suite: (content: Reference) => void): void {
  const path = join(referenceFolder(), `${name}.json`);
  describe(`reference ${name}`, () => {
    if (existsSync(path)) suite(reference(name));
    else it(`${path} is not there`);
  });
}

/** How exactly numbers must agree. */
export interface Closeness {
  /** Allowed difference, relative (default 1e-12). */
  tolerance?: number;
  /**
   * What `tolerance` is measured against beside the number itself, because a sum of numbers near 1 can be 1e-17 where it
   * should be 0. Default: the largest expected number, at most 1 (1 when all are 0). 0 makes every number count by itself.
   */
  scale?: number;
}

/**
 * Holds that |actual − expected| ≤ tolerance · (|expected| + scale) for each number of two equally nested arrays. NaN
 * equals NaN, and an infinity itself only.
 *
 * @throws AssertionError that names the worst element
 */
export function close(
  actual: number | ArrayLike<unknown> | Tensor,
  expected: Reference,
  { tolerance = 1e-12, scale }: Closeness = {},
): void {
  const [got, gotShape] = flatten(actual);
  const [want, wantShape] = flatten(expected);
  if (String(gotShape) !== String(wantShape)) throw new AssertionError(`shape [${gotShape}] instead of [${wantShape}]`);
  const largest = want.reduce((max, value) => (Number.isFinite(value) ? Math.max(max, Math.abs(value)) : max), 0);
  const floor = scale ?? (largest > 0 ? Math.min(1, largest) : 1);
  let worst = { excess: 1, message: '' };
  want.forEach((value, i) => {
    if (Object.is(got[i], value)) return;
    const difference = Math.abs(got[i] - value);
    const allowed = tolerance * (Math.abs(value) + floor);
    const excess = Number.isFinite(value) && Number.isFinite(got[i]) ? difference / allowed : Infinity;
    if (difference !== 0 && excess > worst.excess) {
      const where = want.length > 1 ? ` at [${i}] of [${wantShape}]` : '';
      worst = { excess, message: `${got[i]} instead of ${value}${where}: off by ${difference}, allowed ${allowed}` };
    }
  });
  if (worst.message) throw new AssertionError(worst.message);
}

function parse(name: string): unknown {
  return JSON.parse(readFileSync(join(referenceFolder(), `${name}.json`), 'utf8'));
}

function decode(leaf: unknown): unknown {
  return leaf === 'NaN' || leaf === 'Infinity' || leaf === '-Infinity' ? Number(leaf) : leaf;
}

/** Calls `leaf` with the path of every value below `node`. */
function visit(node: unknown, path: string, leaf: (path: string) => void): void {
  if (Array.isArray(node)) node.forEach((item) => visit(item, `${path}[]`, leaf));
  else if (typeof node === 'object' && node !== null) {
    Object.entries(node).forEach(([key, value]) => visit(value, path ? `${path}.${key}` : key, leaf));
  } else leaf(path);
}

/** Numbers, texts and arrays of them count as used once they are read; objects only pass on to their properties. */
function recording(node: unknown, path: string, used: Set<string>): unknown {
  if (Array.isArray(node)) return node.map((item) => recording(item, `${path}[]`, used));
  if (typeof node !== 'object' || node === null) {
    used.add(path);
    return decode(node);
  }
  return new Proxy(node, {
    get: (target, key) => {
      if (typeof key === 'symbol') return Reflect.get(target, key);
      if (!Object.hasOwn(target, key))
        throw new Error(`there is no ${key} in ${path || 'the file'}: ${Object.keys(target)}`);
      return recording(Reflect.get(target, key), path ? `${path}.${key}` : key, used);
    },
  });
}

/** The numbers in order, and the lengths of the axes. */
function flatten(values: unknown): [numbers: number[], shape: number[]] {
  if (typeof values === 'number') return [[values], []];
  if (typeof values === 'object' && values !== null && 'shape' in values && 'data' in values) {
    const { shape, data } = values as Tensor;
    return [[...data], [...shape]];
  }
  if (Array.isArray(values) || ArrayBuffer.isView(values)) {
    const parts = [...(values as unknown as Iterable<unknown>)].map(flatten);
    const inner = parts[0]?.[1] ?? [];
    if (parts.some(([, shape]) => String(shape) !== String(inner)))
      throw new AssertionError('rows of different lengths');
    return [parts.flatMap(([numbers]) => numbers), [parts.length, ...inner]];
  }
  throw new AssertionError(`a number or an array of numbers is needed, received ${String(values)}`);
}
