// The commands of learners: npm test, hand-in, and what check() and hint() of a notebook ask for

import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCourse } from '../../../grader/course';
import { courseRoot } from '../../../grader/course-root';

describe('what learners type', function () {
  this.timeout(60000);
  const exercise = '03-l1-and-l2-by-hand';
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, {
      cwd: courseRoot,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, FORCE_COLOR: '0' },
    });

  it('an exercise by its number, with its zero or without, or by its name; another one is answered with those there are', () => {
    for (const name of ['03', '3', exercise])
      expect(loadCourse(courseRoot, [name]).entries.map(({ slug }) => slug)).to.deep.equal([exercise]);
    for (const name of ['', '0', '33', '003'])
      expect(() => loadCourse(courseRoot, [name])).to.throw(
        `no exercise is called ${name}; there are 01-memorising, 02-`,
      );
  });

  it('npm test: a suite for every exercise, whatever other tests have loaded its spec before', () => {
    const { stdout } = run('node_modules/mocha/bin/mocha.js', '--reporter', 'json', '--dry-run');
    const { tests } = JSON.parse(stdout.slice(stdout.indexOf('{\n')));
    const named = new Set(tests.map(({ fullTitle }: { fullTitle: string }) => fullTitle.split(' ')[0]));
    for (const { slug } of loadCourse().entries) expect(named).to.include(slug);
  });

  it('npm test with a number, or with the file of an exercise', () => {
    for (const name of ['3', `exercises/${exercise}.ts`]) {
      const { stdout, status } = run('tools/test.mjs', name, '--reporter', 'json', '--retries', '2', '--dry-run');
      expect(status, name).to.equal(0);
      const { tests } = JSON.parse(stdout.slice(stdout.indexOf('{\n')));
      expect(new Set(tests.map(({ fullTitle }: { fullTitle: string }) => fullTitle.split(' ')[0]))).to.deep.equal(
        new Set([exercise]),
      );
    }
    expect(run('tools/test.mjs', '42').stderr).to.contain('no exercise is called 42; there are 01-memorising');
  });

  it('a syntax error: npm test says it once, not for each contract', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdout-half-'));
    try {
      writeFileSync(
        join(folder, `${exercise}.ts`),
        'export function l1Loss(L, w, lambda) {\n  return L + lambda * (;\n}\n',
      );
      const { stdout } = run('tools/test.mjs', '03', '--submission', folder, '--reporter', 'json');
      const { stats, failures } = JSON.parse(stdout.slice(stdout.indexOf('{\n')));
      expect(failures.map(({ err }: { err: { message: string } }) => err.message)).to.deep.equal([
        `${exercise}: ${exercise}.ts:2:24 syntax error: Expression expected.`,
      ]);
      expect(stats.pending).to.be.above(10);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('an option or an argument that there is not', () => {
    const { stderr, status } = run('tools/compare.mjs', '--sedes', '3');
    expect(status).to.equal(2);
    expect(stderr).to.equal("Unknown option '--sedes'; there are --seeds, --json\n");
    expect(run('--require', 'tsx/cjs', 'grader/commands/hand-in.ts', 'out.zip').stderr).to.contain(
      'received out.zip; it packs',
    );
  });

  it('check() in a notebook that is run for its outputs grades the stubs, whatever answers are in exercises/', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdout-named-'));
    const check = () => run('--require', 'tsx/cjs', 'grader/commands/notebook-check.ts', 'check', '03').stdout;
    const [{ solution, stub }] = loadCourse(courseRoot, ['03']).entries;
    try {
      process.env.HOLDOUT_SUBMISSION = folder;
      for (const [text, points] of [
        [solution!, 10],
        [stub, 0],
      ] as const) {
        writeFileSync(join(folder, `${exercise}.ts`), text);
        expect(check()).to.contain(`${points} of 10 points`);
      }
    } finally {
      delete process.env.HOLDOUT_SUBMISSION;
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('hint after hint of one task; another task begins with its first', () => {
    const hint = (...args: string[]) =>
      run('--require', 'tsx/cjs', 'grader/commands/notebook-check.ts', 'hint', '03', ...args).stdout;
    expect(hint('1')).to.match(/^\*\*Task 1, hint 1 of 2\.\*\*/);
    const opened = (...tasks: number[]) => tasks.flatMap((task) => ['--opened', `${exercise}/${task}`]);
    expect(hint('1', ...opened(1))).to.match(
      /^\*\*Task 1, hint 2 of 2\.\*\* .* That was the last hint\.\n<!-- 03-l1-and-l2-by-hand\/1 -->\n$/,
    );
    expect(hint('4', ...opened(1, 1, 4))).to.match(/^\*\*Task 4, hint 2 of 3\.\*\*/);
    expect(hint('4', '--opened', '04-exactly-zero/4')).to.match(/^\*\*Task 4, hint 1 of 3\.\*\*/);
  });
});
