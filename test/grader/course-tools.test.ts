// What surrounds grading: the class kit, the Markdown of check(), comparing, the wire format

import { expect } from 'chai';
import * as fc from 'fast-check';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutHiddenCases } from '../../grader/class-kit';
import { decode, ReplyError } from '../../grader/codec';
import { difference } from '../../grader/compare';
import { loadCourse } from '../../grader/course';
import { clean, printed } from '../../grader/print';
import { markdownReport } from '../../grader/reports/markdown';
import { courseRoot } from '../../grader/root';

describe('class kit', () => {
  it('leaves every visible case and no hidden one, in every spec', () => {
    const folder = join(courseRoot, 'test', 'exercises');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.spec.ts'))) {
      const spec = readFileSync(join(folder, name), 'utf8');
      const kept = withoutHiddenCases(spec);
      expect(kept).not.to.match(/\.hidden\b/);
      expect(kept.match(/\bit\(/g), name).to.deep.equal(spec.match(/\bit\(/g));
    }
  });

  it('has no line of a solution, wherever a tool of the course may have put it', function () {
    this.timeout(60000);
    const kit = mkdtempSync(join(tmpdir(), 'holdout-kit-'));
    try {
      execFileSync(process.execPath, ['--require', 'tsx/cjs', 'grader/class-kit.ts', kit], { cwd: courseRoot });
      const { entries } = loadCourse();
      const lines = entries.map(({ stub, solution }) => {
        const only = solution!.split('\n').filter((line) => !stub.includes(line));
        return only.sort((a, b) => b.length - a.length)[0];
      });
      for (const { slug, stub } of entries)
        expect(readFileSync(join(kit, 'exercises', `${slug}.ts`), 'utf8'), slug).to.equal(stub);
      const files = readdirSync(kit, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(kit, name)).isFile(),
      );
      expect(files.length).to.be.above(100);
      const mutants = readdirSync(join(kit, 'test', 'mutants'), { recursive: true, encoding: 'utf8' });
      expect(mutants.filter((name) => name.includes('.')).every((name) => /[\\/]stub\.ts$/.test(name))).to.equal(true);
      for (const name of files) {
        const text = readFileSync(join(kit, name), 'utf8');
        for (const line of lines) expect(text.includes(line), `${name}: ${line}`).to.equal(false);
      }
    } finally {
      rmSync(kit, { recursive: true, force: true });
    }
  });
});

describe('what learners type', function () {
  this.timeout(60000);
  const exercise = '03-l1-and-l2-by-hand';
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: courseRoot, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } });

  it('an exercise by its number, with its zero or without, or by its name; another one is answered with those there are', () => {
    for (const name of ['03', '3', exercise])
      expect(loadCourse(courseRoot, [name]).entries.map(({ slug }) => slug)).to.deep.equal([exercise]);
    for (const name of ['', '0', '33', '003'])
      expect(() => loadCourse(courseRoot, [name])).to.throw(
        `no exercise is called ${name}; there are 01-memorising, 02-`,
      );
  });

  it('npm test with a number, or with the file of an exercise', () => {
    for (const name of ['3', `exercises/${exercise}.ts`]) {
      const { stdout, status } = run('tools/test.mjs', name, '--reporter', 'json', '--retries', '2', '--dry-run');
      expect(status, name).to.equal(0);
      const { tests } = JSON.parse(stdout.slice(stdout.indexOf('{\n')));
      expect(new Set(tests.map(({ file }: { file: string }) => file.split(/[\\/]/).pop()))).to.deep.equal(
        new Set([`${exercise}.spec.ts`]),
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
    expect(run('--require', 'tsx/cjs', 'grader/hand-in.ts', 'out.zip').stderr).to.contain('received out.zip; it packs');
  });

  it('check() in a notebook that is run for its outputs grades the stubs, whatever answers are in exercises/', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdout-named-'));
    const check = () => run('--require', 'tsx/cjs', 'grader/ask.ts', 'check', '03').stdout;
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
    const hint = (...args: string[]) => run('--require', 'tsx/cjs', 'grader/ask.ts', 'hint', '03', ...args).stdout;
    expect(hint('1')).to.match(/^\*\*Task 1, hint 1 of 2\.\*\*/);
    const opened = (...tasks: number[]) => tasks.flatMap((task) => ['--opened', `${exercise}/${task}`]);
    expect(hint('1', ...opened(1))).to.match(
      /^\*\*Task 1, hint 2 of 2\.\*\* .* That was the last hint\.\n<!-- 03-l1-and-l2-by-hand\/1 -->\n$/,
    );
    expect(hint('4', ...opened(1, 1, 4))).to.match(/^\*\*Task 4, hint 2 of 3\.\*\*/);
    expect(hint('4', '--opened', '04-exactly-zero/4')).to.match(/^\*\*Task 4, hint 1 of 3\.\*\*/);
  });
});

describe('difference', () => {
  it('is fair: typed arrays, -0, rounding and additional fields are no mistakes', () => {
    expect(difference(new Float64Array([1, 2]), [1, 2])).to.equal(undefined);
    expect(difference(-0, 0)).to.equal(undefined);
    expect(difference(0.1 + 0.2, 0.3)).to.equal(undefined);
    expect(difference({ a: 1, b: 2 }, { a: 1 })).to.equal(undefined);
    expect(difference(NaN, NaN)).to.equal(undefined);
  });

  it('is strict: another number, NaN, another length, a text, nothing', () => {
    for (const [received, expected] of [
      [1 + 1e-6, 1],
      [NaN, 1],
      [1, NaN],
      [Infinity, 1],
      [-Infinity, Infinity],
      [
        [1, 2, 3],
        [1, 2],
      ],
      [[1], [1, 2]],
      ['1', 1],
      [undefined, 0],
      [[undefined], [0]],
      [{}, [1]],
      [{ a: 1 }, { a: 2 }],
      [true, false],
      [null, 0],
    ]) {
      expect(difference(received, expected), `${printed(received)} for ${printed(expected)}`).to.be.a('string');
    }
  });

  it('says where lists differ', () => {
    expect(
      difference(
        [
          [1, 2],
          [3, 5],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).to.equal('expected 4 at [1][1], received 5');
  });
});

describe('texts of a submission', () => {
  it('keep no control character, no direction mark and no lone surrogate', () => {
    expect(clean('a\x1b[31mb\x07c\u202ed\ud800')).to.equal('ab\ufffdc\ufffdd\ufffd');
    expect(clean('x'.repeat(5000))).to.have.length(2000);
  });

  it('are no Markdown and no HTML in what check() shows', () => {
    const hostile = '`<script>`|$x$\n# **b** [l](javascript:1)';
    const text = markdownReport('T', {
      slug: '01-x',
      score: 0,
      points: 1,
      tasks: [
        {
          id: 1,
          export: 'f',
          points: 1,
          score: 0,
          status: 'wrong',
          diagnosis: hostile,
          cases: [{ title: hostile, hidden: false, status: 'wrong', message: hostile, received: hostile }],
        },
      ],
    });
    const outsideCode = text.replace(/(`+).*?[^`]\1(?!`)/g, '');
    expect(outsideCode).not.to.match(/<script>|\[l\]|^# /m);
  });
});

describe('decode', () => {
  it('ends with a value or a ReplyError for any JSON', () => {
    const tag = fc.constantFrom(
      'undefined',
      'number',
      'bigint',
      'same',
      'opaque',
      'function',
      'array',
      'typed',
      'date',
      'error',
      'map',
      'set',
      'object',
      'hole',
      'x',
    );
    const { node } = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)),
      list: fc.array(tie('node'), { maxLength: 3 }),
      tagged: fc.record(
        {
          $: tag,
          i: fc.integer({ min: 0, max: 3 }),
          v: fc.oneof(tie('leaf'), tie('list')),
          type: fc.constantFrom('Float64Array', 'constructor'),
        },
        { requiredKeys: ['$'] },
      ),
      node: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('list'), tie('tagged')),
    }));
    fc.assert(
      fc.property(node, (json) => {
        try {
          decode(json);
        } catch (error) {
          expect(error).to.be.instanceOf(ReplyError);
        }
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
