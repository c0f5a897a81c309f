// The grader on a sample of attacks, on right answers in every form, and as the command that a class is graded with

import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { made, madeNew, inline } from '../../../grader/sandbox/codec';
import { loadCourse } from '../../../grader/course';
import { exercise, expectClose } from '../../../grader/spec/exercise';
import { Grader } from '../../../grader/run/grader';
import { gradeClass } from '../../../grader/run/grade-class';
import { oneHandIn } from '../../../grader/hand-ins/layout';
import { courseRoot } from '../../../grader/course-root';
import { hasLevel, strongestLevel } from '../../../grader/sandbox/level';
import { SharedVerdicts } from '../../../grader/run/shared-verdicts';
import { fixtureCourse, runAttacks } from '../sandbox/attack-run';
import { attacks } from '../sandbox/attacks';
import { fairAnswers } from '../sandbox/fair';

const level = strongestLevel();
const sample = attacks.filter(({ name }) =>
  [
    'while (true)',
    'fills memory with ArrayBuffers',
    'a doubling tree of shared arrays',
    'import()',
    'writes to fd 3',
    'process.exit',
    'hard-coded visible cases',
    'a thenable',
  ].includes(name),
);

describe('the grader', function () {
  this.timeout(60000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'holdout-grader-test-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const submit = (name: string, files: Record<string, string>) => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(path, file, '..'), { recursive: true });
      writeFileSync(join(path, file), text);
    }
    return path;
  };

  it('holds against a sample of the attacks, and the exercise after them is graded as ever', async () => {
    const outcomes = await runAttacks(sample, level, 400);
    expect(outcomes).to.have.length(8);
    for (const { attack, breaches } of outcomes) expect(breaches, attack.name).to.deep.equal([]);
  });

  it('gives right answers full points, whatever their form', async () => {
    const paths = fairAnswers.map(([, source], i) => submit(`fair-${i}`, { '02-l2.ts': source }));
    const { submissions } = await gradeClass(loadCourse(fixtureCourse, ['02']), paths.map(oneHandIn), {
      jobs: 2,
      seed: '3',
      level,
    });
    submissions.forEach(({ exercises: [{ tasks, problem }] }, i) => {
      const failed = tasks[0].cases.find(({ status }) => status !== 'right');
      expect(tasks[0].status, `${fairAnswers[i][0]}: ${problem ?? failed?.message}`).to.equal('right');
    });
  });

  it('counts the specs and solutions of its own clone, never those of a submission', async () => {
    const always =
      "export default { slug: '02-l2', imports: [], tasks: [{ id: 1, export: 'l2', points: 4, hints: [], diagnoses: [] }], cases: () => [] };";
    const path = submit('brings-its-own', {
      'exercises/02-l2.ts': 'export function l2() { return 1; }',
      'test/exercises/02-l2.spec.ts': always,
      'solutions/02-l2.ts': 'export function l2() { return 1; }',
      'course.json': '{"name": "mine", "exercises": []}',
      'node_modules/chai/index.js': "throw new Error('loaded');",
      'package.json': '{"type": "module"}',
    });
    const { submissions } = await gradeClass(loadCourse(fixtureCourse, ['02']), [oneHandIn(path)], {
      seed: '1',
      level,
    });
    expect(submissions[0]).to.include({ score: 0, points: 4 });
    expect(submissions[0].exercises[0].tasks[0].status).to.equal('wrong');
  });

  it('grades a text that several hand in once, alone, and not with what one of them did before', async () => {
    const source = 'export const mean = () => 2;\nexport const slowMean = () => { throw new Error("Task 2: x"); };';
    const paths = ['same-a', 'same-b', 'same-c'].map((name, i) =>
      submit(name, {
        '02-l2.ts': i === 1 ? 'export const l2 = (() => { for (;;); })();' : fairAnswers[0][1],
        '03-mean.ts': source,
      }),
    );
    const { submissions } = await gradeClass(loadCourse(fixtureCourse), paths.map(oneHandIn), { seed: '1', level });
    const statuses = submissions.map(({ exercises }) =>
      exercises.flatMap(({ tasks }) => tasks.map((one) => one.status)),
    );
    expect(statuses).to.deep.equal([
      ['right', 'wrong', 'untouched'],
      ['timeout', 'wrong', 'untouched'],
      ['right', 'wrong', 'untouched'],
    ]);

    const verdicts = new SharedVerdicts();
    let graded = 0;
    const alone = async () => ({ slug: 'x', score: ++graded, points: 1, tasks: [] });
    expect(verdicts.find('x', 'text', alone)).to.equal(undefined);
    const [second, third] = [verdicts.find('x', 'text', alone), verdicts.find('x', 'text', alone)];
    expect((await second)?.score).to.equal(1);
    expect(await third).to.equal(await second);
    expect(verdicts.find('y', 'text', alone)).to.equal(undefined);
  });

  it('gives every submission a row of its own, on one line, whatever its folder is called', async () => {
    const paths = ['ada\n111 of 111', 'ada 111 of 111', '\x1b[31mada'].map((name) => submit(`rows/${name}`, {}));
    const { submissions } = await gradeClass(loadCourse(fixtureCourse, ['02']), paths.map(oneHandIn), {
      seed: '1',
      level,
    });
    expect(submissions.map(({ name }) => name)).to.deep.equal(['ada 111 of 111', 'ada 111 of 111 (2)', 'ada']);
  });

  it('names the known mistake that an answer makes, and none when the answer is just wrong, or gives no wrong value at all', async () => {
    const throwsUnlessEmpty = 'xs.reduce((s, x: any) => s + x.square(), 0)'; // its 0 for an empty list fits any mistake
    const paths = [
      'xs.reduce((s, x) => s + x * x, 0)',
      'xs.reduce((s, x) => s + Math.abs(x), 0)',
      '7',
      throwsUnlessEmpty,
    ].map((expression, i) =>
      submit(`mistake-${i}`, { '02-l2.ts': `export const l2 = (xs: number[]) => ${expression};` }),
    );
    const { submissions } = await gradeClass(loadCourse(fixtureCourse, ['02']), paths.map(oneHandIn), {
      seed: '1',
      level,
    });
    expect(submissions.map(({ exercises }) => exercises[0].tasks[0].diagnosis)).to.deep.equal([
      'Σx² without the root',
      'Σ|x|, the L1 norm',
      undefined,
      undefined,
    ]);
  });

  it('grade writes every row and every format, shows hidden inputs to the staff only, and ends with 0', () => {
    const course = join(folder, 'class');
    const put = (name: string, source: string) =>
      submit(`class/${name}`, { '02-l2.ts': source, '03-mean.ts': 'export const mean = (xs: number[]) => 0;' });
    put('ada', fairAnswers[0][1]);
    put(
      '=cmd()',
      'export const l2 = (xs: number[]) => { if (xs[0] !== 3 && xs.length) throw new Error(`seen ${xs}`); console.log(`printed ${xs}`); return 5 * Math.sign(xs.length); };',
    );
    put('broken', 'export function l2(');
    writeFileSync(join(course, 'empty.zip'), '');
    const file = (name: string) => join(folder, name);
    const run = (...more: string[]) =>
      spawnSync(
        process.execPath,
        ['--require', 'tsx/cjs', 'grader/commands/grade.ts', course, '--course', fixtureCourse, ...more],
        { cwd: courseRoot, encoding: 'utf8' },
      );
    const { status, stdout, stderr } = run(
      '--csv',
      file('c.csv'),
      '--json',
      file('c.json'),
      '--junit',
      file('c.xml'),
      '--reports',
      file('reports'),
    );
    expect(status, stderr).to.equal(0);
    expect(stdout).to.match(/fixture: 4 submissions, 6 points/);

    const rows = readFileSync(file('c.csv'), 'utf8').trim().split('\r\n');
    expect(rows.map((row) => row.split(',').slice(0, 3).join())).to.deep.equal([
      'name,score,points',
      "'=cmd(),0,6",
      'ada,4,6',
      'broken,0,6',
      'empty.zip,0,6',
    ]);
    const learners = [
      readFileSync(file('c.json'), 'utf8'),
      readFileSync(file('c.xml'), 'utf8'),
      readFileSync(join(file('reports'), '_cmd__.txt'), 'utf8'),
    ];
    for (const text of learners)
      expect(text)
        .to.contain('inputs that are not shown')
        .and.not.to.match(/seen -?\d|printed -?\d+\.\d/);
    expect(JSON.parse(learners[0]).submissions).to.have.length(4);

    expect(run('--staff', '--json', file('staff.json')).status).to.equal(0);
    expect(readFileSync(file('staff.json'), 'utf8')).to.match(/seen -?\d/);
  });

  it('grade ends with 1 and names the exercise when a solution fails: what it wrote there is no grade', () => {
    const course = join(folder, 'faulty-course');
    cpSync(fixtureCourse, course, { recursive: true });
    writeFileSync(join(course, 'solutions', '02-l2.ts'), 'export const l2 = 1;');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', 'tsx/cjs', 'grader/commands/grade.ts', join(fixtureCourse, 'solutions'), '--course', course],
      { cwd: courseRoot, encoding: 'utf8' },
    );
    expect(stderr).to.equal('The grader itself failed in 02-l2 (status grader-error): no grade there counts.\n');
    expect(status).to.equal(1);
  });

  it('grade says what is wrong with its arguments and ends with 2', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--require', 'tsx/cjs', 'grader/commands/grade.ts', ...args], {
        cwd: courseRoot,
        encoding: 'utf8',
      });
    expect(run().status).to.equal(2);
    const nowhere = run(join(folder, 'nowhere'));
    expect(nowhere.status).to.equal(2);
    expect(nowhere.stderr).to.match(/nowhere is not there: give a folder of submissions, or one submission\n$/);
    const file = submit('not-a-folder', { 'file.txt': '' });
    expect(run(fixtureCourse, '--csv', join(file, 'file.txt', 'grades.csv')).stderr).to.contain('file.txt'); // before it grades
    expect(run(fixtureCourse, '--course', folder).stderr).to.contain('course.json');
  });

  it('answers may use the library in the sandbox, get its objects as arguments, and give objects with methods', async () => {
    const spec = exercise(
      { slug: 'x', imports: ['holdout'], tasks: [{ id: 1, export: 'draw', points: 1, hints: [], diagnoses: [] }] },
      ({ answer, reference, task }) => {
        task(1, ({ it }) => {
          it('a generator of the library', async () =>
            expectClose(
              await answer.call('draw', made('createRng', 42)),
              await reference.call('draw', made('createRng', 42)),
            ));
          it('a layer of the library', async () =>
            expect(await answer.call('rate', madeNew('Dropout', 0.2))).to.equal(0.2));
          it('a callback', async () =>
            expect(
              await answer.call(
                'apply',
                inline((x: number) => x + 1),
                2,
              ),
            ).to.equal(3));
          it('calls that are made together', async () => {
            const numbers = Array.from({ length: 200 }, (_, k) => k);
            const plusOne = inline((x: number) => x + 1);
            const answers = await Promise.all(numbers.map((k) => answer.call('apply', plusOne, k)));
            expect(answers).to.deep.equal(numbers.map((k) => k + 1));
          });
          it('a class with state', async () => {
            const counter = await answer.construct('Counter', 5);
            await answer.invoke(counter, 'add', 2);
            expect(await answer.invoke(counter, 'add', 3)).to.equal(10);
            expect(await answer.property(counter, 'total')).to.equal(10);
          });
          it('an object of closures', async () => {
            const stop = await answer.call('closures');
            expect(await answer.invoke(stop, 'update', 4)).to.equal(4);
            expect(await answer.invoke(stop.update, undefined, 3)).to.equal(7);
          });
        });
      },
    );
    const text = `import { createRng, type Rng, Dropout, tensor } from 'holdout';
      export const draw = (rng: Rng) => [rng.normal(), createRng(1).uniform(), tensor([1, 2], [3, 4]).data[1]];
      export const rate = (layer: Dropout) => layer instanceof Dropout ? (layer as any).rate : NaN;
      export const apply = (f: (x: number) => number, x: number) => f(x);
      export class Counter { constructor(private n: number) {} add(k: number) { return (this.n += k); } get total() { return this.n; } }
      export function closures() { let n = 0; return { update: (k: number) => (n += k) }; }`;
    const grader = new Grader();
    const [task] = (await grader.grade({ exercise: spec, solution: text }, { text })).tasks;
    grader.close();
    expect(task.cases.filter(({ status }) => status !== 'right')).to.deep.equal([]);
  });

  it('a fault of a spec or of a solution is a grader error, not a mistake of the answer', async () => {
    const text = 'export const f = () => 1;';
    const faulty = (
      check: (tools: {
        reference: { call(name: string): Promise<unknown> };
        answer: { call(name: string): Promise<unknown> };
      }) => unknown,
    ) =>
      exercise(
        { slug: 'x', tasks: [{ id: 1, export: 'f', points: 1, hints: [], diagnoses: [] }] },
        ({ answer, reference, task }) => task(1, ({ it }) => it('case', () => check({ answer, reference }))),
      );
    const statusOf = async (spec: ReturnType<typeof faulty>, solution: string) => {
      const grader = new Grader();
      const [{ status }] = (await grader.grade({ exercise: spec, solution }, { text })).tasks;
      grader.close();
      return status;
    };
    expect(
      await statusOf(
        faulty(async ({ answer }) => (await answer.call('f')) && JSON.parse('{')),
        text,
      ),
    ).to.equal('grader-error');
    expect(
      await statusOf(
        faulty(async ({ answer, reference }) => expectClose(await answer.call('f'), await reference.call('f'))),
        'export const f = 1',
      ),
    ).to.equal('grader-error');
    expect(
      await statusOf(
        faulty(() => undefined),
        text,
      ),
    ).to.equal('grader-error');
    expect(
      await statusOf(
        faulty(async ({ answer }) => ((await answer.call('f')) as { a: { b: 1 } }).a.b),
        'export const f = () => ({ a: { b: 1 } })',
      ),
    ).to.equal('wrong');
  });

  it('knows the levels of its sandbox by trying them', () => {
    expect(hasLevel('none')).to.equal(true);
    expect(hasLevel(level)).to.equal(true);
  });
});
