// package.json → the versions of Node on which a command runs, and what it says on another one

import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** 20.19 and 22.12 are the first that load an ES module with `require`, as mocha, chai and the kernel do. */
const versions: Record<string, boolean> = {
  '0.12.18': false,
  '8.17.0': false,
  '18.20.8': false,
  '20.18.3': false,
  '20.19.0': true,
  '20.20.2': true,
  '21.7.3': false,
  '22.0.0': false,
  '22.11.0': false,
  '22.12.0': true,
  '23.0.0': true,
  '24.0.0': true,
  '25.9.0': true,
  '26.12.1': true,
  '100.1.0': true,
};

describe('the versions of Node', function () {
  this.timeout(30000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'holdout-node-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [version, works] of Object.entries(versions)) {
    it(`${version} ${works ? 'runs a command' : 'is refused with one sentence on what does, and one on what to do'}`, () => {
      const pretend = join(folder, 'pretend.cjs');
      const versionsOf = `{ value: { ...process.versions, node: '${version}' } }`;
      writeFileSync(pretend, `Object.defineProperty(process, 'versions', ${versionsOf});`);
      const command = ['-r', pretend, '-r', './tools/node-version.cjs', '-p', '"it ran"'];
      const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
      expect({ status, stdout }).to.deep.equal(works ? { status: 0, stdout: 'it ran\n' } : { status: 1, stdout: '' });
      if (works) return expect(stderr).to.equal('');
      const [refusal, remedy, ...more] = stderr.trimEnd().split('\n');
      expect(refusal).to.equal(
        `holdout does not work on Node ${version}. It needs Node 20.19.0 or newer of Node 20, or 22.12.0 or newer.`,
      );
      expect(remedy).to.match(/^Install the current LTS release from https:\/\/nodejs\.org/);
      expect(more).to.deep.equal([]);
    });
  }

  it('are looked at before every command of package.json does anything else', () => {
    for (const file of ['package.json', 'tools/package.json'])
      for (const [name, command] of Object.entries(read(file).scripts))
        expect(command, name).to.match(/^(cd \.\. && )?node -r \.\/tools\/node-version\.cjs /);
  });

  it('are the same for npm and for the website', () => {
    const { engines } = read('package.json');
    for (const file of ['package-lock.json', 'site/package-lock.json'])
      expect(read(file).packages[''].engines, file).to.deep.equal(engines);
    expect(read('site/package.json').engines).to.deep.equal(engines);
  });

  it('are no older than those that the packages of the tests and of the notebooks need', () => {
    const needed = Object.entries(read('package-lock.json').packages) as [string, { engines?: { node?: string } }][];
    const mocha = needed.find(([path]) => path === 'node_modules/mocha')![1].engines!.node;
    expect(read('package.json').engines.node).to.equal(mocha);
  });
});
