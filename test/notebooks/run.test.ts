// The notebooks that are marked as quick, run in the kernel's executor: their committed outputs come out again

import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { allNotebooks } from '../support/notebooks';

const runner = resolve(__dirname, '..', '..', 'tools', 'run-notebook.mjs');

describe('quick notebooks', function () {
  this.timeout(60_000);
  for (const { file, notebook } of allNotebooks()) {
    if (!notebook.metadata.holdout?.quick) continue;
    it(`${basename(file)} runs and shows what the file holds`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [runner, file], { encoding: 'utf8' });
      expect(status, stdout + stderr).to.equal(0);
    });
  }
});
