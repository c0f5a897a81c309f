// what `holdout` and `holdout/workers` give

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import * as library from '../src/index';
import * as workers from '../src/workers';

const { exports: entries } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));

describe('the entries of the package', () => {
  it('keep what only an embedder needs out of the names that a learner completes', () => {
    expect(Object.keys(workers).sort()).to.deep.equal(['serve', 'setWorkerPool', 'webWorkerPool']);
    for (const name of Object.keys(workers)) expect(library).not.to.have.property(name);
  });

  it('lead to the compiled file and the types of the same source', () => {
    for (const entry of [entries['.'], entries['./workers']])
      expect(entry.types).to.equal(entry.default.replace(/\.js$/, '.d.ts'));
  });
});
