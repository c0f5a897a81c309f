// Five trained models have the bits that are written down; npm run --prefix tools check:bits asks other runtimes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import * as holdout from '../../src/index';

const root = join(__dirname, '..', '..');

describe('the bits of a trained model', () => {
  it('are those of test/bits.json', async function () {
    this.timeout(60_000);
    const { fingerprints } = await import(join(root, 'tools', 'bits', 'fingerprints.mjs')); // without types: browsers load it too
    expect(await fingerprints(holdout)).to.deep.equal(
      JSON.parse(readFileSync(join(root, 'test', 'bits.json'), 'utf8')),
    );
  });
});
