// a clone in a state that a set-up can be left in → the line of `npm run doctor` that says so

import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

describe('npm run doctor', function () {
  this.timeout(60000);
  let folder: string;
  let clone: string;

  /** A clone of its own tools; all that the doctor only reads is that of this project. */
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdout-doctor-'));
    clone = join(folder, 'clone');
    mkdirSync(join(clone, 'node_modules'), { recursive: true });
    const own = (path: string) => path !== join(root, 'tools', 'node_modules');
    for (const name of ['tools', 'package.json', 'package-lock.json', 'tsconfig.json'])
      cpSync(join(root, name), join(clone, name), { recursive: true, filter: own });
    for (const name of ['src', 'live', 'grader', 'dist', 'notebooks', 'exercises'])
      symlinkSync(join(root, name), join(clone, name), 'junction');
    for (const name of readdirSync(join(root, 'node_modules')).filter((one) => !one.startsWith('.')))
      symlinkSync(join(root, 'node_modules', name), join(clone, 'node_modules', name), 'junction');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The lines of what is not right, by the title of the part; the last line says how many. */
  function doctor(env: NodeJS.ProcessEnv = {}) {
    const { status, stdout } = spawnSync(process.execPath, ['-r', './tools/node-version.cjs', 'tools/doctor.mjs'], {
      cwd: clone,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    const faults = [...stdout.matchAll(/^ {2}✗ ([^:]*): (.*)\n {6}fix: (.*)$/gm)];
    return { status, stdout, faults: new Map(faults.map(([, title, fault, fix]) => [title, { fault, fix }])) };
  }

  it('sees a package that is missing, a half environment of Python, a lock left behind and a temporary folder that is not there', () => {
    const ended = spawnSync(process.execPath, ['--version']).pid;
    mkdirSync(join(clone, '.setup'), { recursive: true });
    writeFileSync(join(clone, '.setup', 'lock'), [ended, hostname(), 'Installing', 0, ''].join('\n'));
    mkdirSync(join(clone, '.venv', 'lib'), { recursive: true });
    rmSync(join(clone, 'node_modules', 'chai'));
    const nowhere = join(folder, 'nowhere');
    const { status, faults } = doctor({ TMPDIR: nowhere, TEMP: nowhere, TMP: nowhere });
    expect(status).to.equal(1);
    expect(faults.get('npm packages')!.fault).to.contain('node_modules/: it is missing or unfinished');
    expect(faults.get('Python environment')!.fault).to.contain('.venv/: it is missing or unfinished');
    expect(faults.get('lock of the set-up')!.fault).to.contain('left behind by a command that was killed');
    expect(faults.get('temporary folder')!.fault).to.contain(`${nowhere}, is missing`);
    expect(faults.get('temporary folder')!.fix).to.contain(process.platform === 'win32' ? 'TEMP' : 'TMPDIR');
    expect(existsSync(nowhere)).to.equal(false); // it changes nothing
    rmSync(join(clone, '.setup', 'lock'));
    symlinkSync(join(root, 'node_modules', 'chai'), join(clone, 'node_modules', 'chai'), 'junction');
  });

  it('names the package that was deleted after the set-up', async () => {
    const { packagesRecord } = await import('../../tools/lib/packages.mjs' as string);
    const { key } = packagesRecord(root);
    const stamp = join(clone, 'node_modules', '.holdout-installed');
    writeFileSync(stamp, key);
    rmSync(join(clone, 'node_modules', 'chai'));
    const { faults } = doctor();
    expect(faults.get('npm packages')!.fault).to.match(/^node_modules\/: 1 of \d+ npm packages .*: chai$/);
    symlinkSync(join(root, 'node_modules', 'chai'), join(clone, 'node_modules', 'chai'), 'junction');
  });

  it('starts the sandbox of the grader, and says why it does not start', () => {
    const preload = join(folder, 'preload.cjs');
    writeFileSync(
      preload,
      `const processes = require('node:child_process');
      const { spawnSync } = processes;
      processes.spawnSync = (program, args, options) =>
        args.some((arg) => /^--max-old-space-size/.test(arg)) ? spawnSync(process.execPath, ['--no-such-option'], options) : spawnSync(program, args, options);`,
    );
    const { stdout, faults } = doctor({ NODE_OPTIONS: `--require ${JSON.stringify(preload)}` });
    expect(stdout).to.contain('✓ npm packages');
    expect(faults.get('sandbox of the grader')!.fault).to.match(/^does not start: .*--no-such-option/);
    expect(doctor().stdout).to.contain('✓ sandbox of the grader');
  });
});
