// COVERAGE.md → what is claimed of each key of each reference file.
//
// The tables are written by `tools/reference-coverage.mjs` and held by `z-coverage.test.ts`. A row is
//
//   | `path.of.the.key[][]` | used |  |
//   | `path.of.the.key[][]` | not applicable | reason |
//   | `path.of.the.key[][]` | pending | what will use it |
//
// `[]` stands for any index. `*` stands for any text, where keys are data (seeds, degrees of freedom).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const coveragePath = join(__dirname, 'COVERAGE.md');

export interface Row {
  pattern: string;
  status: string;
  reason: string;
}

export interface Section {
  name: string;
  rows: Row[];
}

/** The text above the first table, and the tables by file. */
export function readCoverage(): { intro: string; sections: Section[] } {
  const [intro, ...parts] = readFileSync(coveragePath, 'utf8').split(/^## /m);
  const sections = parts.map((part) => ({
    name: part.slice(0, part.indexOf('.json')),
    rows: [...part.matchAll(/^\| `(.+?)` \| (.*?) ?\| (.*?) ?\|$/gm)].map(([, pattern, status, reason]) => ({
      pattern,
      status,
      reason,
    })),
  }));
  return { intro, sections };
}

export function matches(pattern: string, key: string): boolean {
  if (!pattern.includes('*')) return pattern === key;
  const literal = pattern.split('*').map((text) => text.replace(/[.[\]+?^${}()|\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.+')}$`).test(key);
}

/** What is wrong with the rows of one file, given the keys it has and those that tests have read. */
export function faults(rows: readonly Row[], keys: ReadonlySet<string>, used: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const key of keys) {
    const claims = rows.filter((row) => matches(row.pattern, key));
    if (claims.length === 0) found.push(`${key}: in no row of COVERAGE.md`);
    else if (claims.length > 1) found.push(`${key}: in ${claims.length} rows of COVERAGE.md`);
    else if (claims[0].status === 'used' && !used.has(key)) found.push(`${key}: said to be used, but no test reads it`);
    else if (claims[0].status !== 'used' && used.has(key))
      found.push(`${key}: used by a test, but said to be ${claims[0].status}`);
  }
  for (const { pattern, status, reason } of rows) {
    if (!['used', 'not applicable', 'pending'].includes(status)) found.push(`${pattern}: unknown status "${status}"`);
    if (status !== 'used' && !reason) found.push(`${pattern}: a reason is missing`);
  }
  return found;
}

/** Rows that no key of the file needs any more. */
export function staleRows(rows: readonly Row[], keys: ReadonlySet<string>): string[] {
  return rows.filter(({ pattern }) => ![...keys].some((key) => matches(pattern, key))).map(({ pattern }) => pattern);
}
