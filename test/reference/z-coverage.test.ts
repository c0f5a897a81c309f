// Runs last (mocha takes files by name): by now the tests have read what they use.

import { expect } from 'chai';
import { faults, readCoverage, staleRows, type Row } from './coverage';
import { allKeys, referenceNames, usedKeys } from './read';

describe('coverage of the reference numbers', () => {
  const { sections } = readCoverage();

  for (const name of referenceNames()) {
    it(`every key of ${name}.json is used by a test, or COVERAGE.md says why not`, () => {
      const rows = sections.find((section) => section.name === name)?.rows ?? [];
      expect(faults(rows, allKeys(name), usedKeys.get(name) ?? new Set())).to.deep.equal([]);
    });
  }

  if (!process.env.HOLDOUT_REFERENCE) {
    it('COVERAGE.md lists no file and no key that is gone', () => {
      expect(sections.map((section) => section.name).sort()).to.deep.equal(referenceNames());
      expect(sections.flatMap(({ name, rows }) => staleRows(rows, allKeys(name)))).to.deep.equal([]);
    });
  }

  it('the check sees a key in no row, in two rows, unread, read though not applicable, and without a reason', () => {
    const row = (status: string, reason = ''): Row => ({ pattern: 'a.*', status, reason });
    const keys = new Set(['a.b']);
    expect(faults([row('used')], keys, keys)).to.deep.equal([]);
    expect(faults([row('not applicable', 'why')], keys, new Set())).to.deep.equal([]);
    expect(faults([], keys, keys)).to.have.length(1);
    expect(faults([row('used'), row('used')], keys, keys)).to.have.length(1);
    expect(faults([row('used')], keys, new Set())).to.have.length(1);
    expect(faults([row('not applicable', 'why')], keys, keys)).to.have.length(1);
    expect(faults([row('not applicable')], keys, new Set())).to.have.length(1);
    expect(faults([row('')], keys, new Set())).to.have.length(2);
    expect(staleRows([row('used')], new Set(['b.a']))).to.deep.equal(['a.*']);
  });
});
