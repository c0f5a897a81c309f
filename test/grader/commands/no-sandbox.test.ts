// A machine on which no sandbox starts: every command that grades ends with an error, and nobody gets a zero

import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCourse } from '../../../grader/course';
import { gradeClass } from '../../../grader/run/grade-class';
import { oneHandIn } from '../../../grader/hand-ins/layout';
import { courseRoot } from '../../../grader/course-root';
import { SandboxError } from '../../../grader/sandbox/level';
import { defaultLimits } from '../../../grader/sandbox/limits';

/** Gives every child an option that no Node knows, as when a version has another name for one of them. */
const withoutSandbox = `
const processes = require('node:child_process');
for (const name of ['spawn', 'spawnSync']) {
  const original = processes[name];
  processes[name] = (program, args, options) => {
    const at = args.findIndex((arg) => arg.startsWith('--max-old-space-size'));
    return original(program, at < 0 ? args : [...args.slice(0, at), '--no-such-option', ...args.slice(at)], options);
  };
}
require('node:module').syncBuiltinESMExports();`;

const commands: Record<string, string[]> = {
  'npm run grade': [
    'grader/commands/grade.ts',
    'solutions',
    '--json',
    '@FOLDER@/grades.json',
    '--reports',
    '@FOLDER@/reports',
  ],
  'npm run grade -- --sandbox none': ['grader/commands/grade.ts', 'solutions', '--sandbox', 'none'],
  "check('03')": ['grader/commands/notebook-check.ts', 'check', '03'],
  'npm run progress': ['grader/commands/notebook-check.ts', 'progress'],
  'npm run watch': ['grader/commands/watch.ts'],
  'npm run hand-in': ['grader/commands/hand-in.ts'],
  'npm test -- 03': ['node_modules/mocha/bin/mocha.js', '--no-config', 'test/exercises.test.ts'],
};

describe('without a sandbox that starts', function () {
  this.timeout(60000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdout-no-sandbox-'));
    writeFileSync(join(folder, 'preload.cjs'), withoutSandbox);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [title, command] of Object.entries(commands)) {
    it(`${title} ends with an error that names the reason, and writes no grade`, () => {
      const handedIn = existsSync(join(courseRoot, 'hand-in.zip'));
      const args = command.map((arg) => arg.replace('@FOLDER@', folder));
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['-r', join(folder, 'preload.cjs'), '-r', 'tsx/cjs', ...args],
        { cwd: courseRoot, encoding: 'utf8', timeout: 50000, env: { ...process.env, HOLDOUT_EXERCISES: '03' } },
      );
      expect(status, stderr).to.be.above(0);
      expect(stdout + stderr)
        .to.match(/sandbox.* does not (start|work)/)
        .and.to.contain('--no-such-option');
      expect(stdout + stderr).not.to.match(/\d+ (\/|of) \d+/);
      expect(readdirSync(folder)).to.deep.equal(['preload.cjs']);
      expect(existsSync(join(courseRoot, 'hand-in.zip'))).to.equal(handedIn);
    });
  }

  it('a class ends with an error when the sandbox fails on the way', async () => {
    const limits = { ...defaultLimits, startMilliseconds: 1 }; // Node takes longer than that
    const began = performance.now();
    const grades = gradeClass(loadCourse(courseRoot, ['03']), [oneHandIn(join(courseRoot, 'solutions'))], {
      seed: '1',
      level: 'none',
      limits,
    });
    expect(await grades.catch((error) => error)).to.be.instanceOf(SandboxError);
    expect(performance.now() - began).to.be.below(10000);
  });
});
