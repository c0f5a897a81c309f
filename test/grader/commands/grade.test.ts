// npm run grade: exit codes, and the files that other programs read

import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canvasReport, moodleReport } from '../../../grader/reports/forms';
import { csvReport } from '../../../grader/reports/csv';
import { gradescopeReport } from '../../../grader/reports/gradescope';
import { junitReport } from '../../../grader/reports/junit';
import { classSummary } from '../../../grader/reports/staff';
import { remarks, type ClassResult, type Status, type SubmissionResult } from '../../../grader/run/result';
import { courseRoot } from '../../../grader/course-root';
import { writeWhole } from '../../../grader/commands/write-whole';
import { fixtureCourse } from '../sandbox/attack-run';
import { fairAnswers } from '../sandbox/fair';
import { plant, zip } from '../hand-ins/trees';

const answer = fairAnswers[0][1];
/** A result as grading gives it: one exercise with one task of 4 points. */
const graded = (name: string, status: Status, more: Partial<SubmissionResult> = {}): SubmissionResult => {
  const score = status === 'right' ? 4 : 0;
  const task = { id: 1, export: 'l2', points: 4, score, status, cases: [] };
  return { name, score, points: 4, exercises: [{ slug: '02-l2', score, points: 4, tasks: [task] }], ...more };
};
const inClass = (...submissions: SubmissionResult[]): ClassResult => ({
  course: 'fixture',
  seed: '1',
  level: 'none',
  submissions,
});

describe('npm run grade', function () {
  this.timeout(60000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'holdout-grade-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const at = (...names: string[]) => join(folder, ...names);
  const grade = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--require', 'tsx/cjs', 'grader/commands/grade.ts', '--course', fixtureCourse, '--only', '02', ...args],
      {
        cwd: courseRoot,
        encoding: 'utf8',
      },
    );

  it('grades what Moodle gives for a class, names what was not used, and says why a row is missing in the row', async () => {
    const tree = {
      'Jane Doe_4711_assignsubmission_file': { 'hand-in.zip': zip({ exercises: { '02-l2.ts': answer } }) },
      'Max Roe_4712_assignsubmission_file': { 'hand-in.rar': Buffer.from('526172211a070100', 'hex') },
      'grading.xlsx': 'PK',
    };
    await plant(tree, at('class'));
    const { status, stdout, stderr } = grade(at('class'), '--csv', at('a.csv'), '--moodle', at('m.csv'));
    expect(status, stderr).to.equal(0);
    expect(stdout)
      .to.contain('missing: 1 of 2 submissions could not be read')
      .and.contain('not used\n  grading.xlsx: no exercise, and no archive')
      .and.match(/02-l2 1 l2 +1 +0 +0 +0 +1\n/);
    const why = 'no exercise could be read: hand-in.rar is a RAR archive, which is not read; hand in a .zip';
    expect(readFileSync(at('a.csv'), 'utf8').split('\r\n').slice(1, 3)).to.deep.equal([
      'Jane Doe_4711_assignsubmission_file,4,4,4,right,,submission Jane Doe_4711_assignsubmission_file',
      `Max Roe_4712_assignsubmission_file,0,4,0,missing,"${why}",submission Max Roe_4712_assignsubmission_file`,
    ]);
    expect(readFileSync(at('m.csv'), 'utf8').split('\r\n').slice(1)).to.deep.equal([
      'Participant 4711,Jane Doe,,,4,4,',
      '',
    ]);
    expect(readdirSync(folder)).to.have.members(['class', 'a.csv', 'm.csv']); // no half of a file
  });

  it('says loudly that nothing was graded, and ends with 1, when every row is missing', async () => {
    await plant({ ada: {}, ben: { 'thesis.pdf': '%PDF' } }, at('class'));
    const several = grade(at('class'));
    expect(several.stderr).to.contain('NOTHING WAS GRADED: each of the 2 submissions is missing');
    expect(several.status).to.equal(1);
    const one = grade(at('class', 'ada'), '--gradescope', at('results.json'));
    expect(one.status, one.stderr).to.equal(0); // Gradescope has its answer
    await plant({ a: { '02-l2.ts': 'export {};' } }, at('graded'));
    expect(grade(at('graded')).status).to.equal(0); // a wrong answer was read
  });

  it('--gradescope takes DIR for one submission, and always writes one file: a score and the reason, or no score for a fault of the grader', async () => {
    await plant(
      { wrong: { 'answer.ts': answer }, two: { a: { '02-l2.ts': answer }, b: { '02-l2.ts': answer } }, empty: {} },
      folder,
    );
    writeFileSync(at('broken.zip'), 'PK\x03\x04 and no more');
    const results = (path: string, ...more: string[]) => {
      const { status } = grade(path, '--gradescope', at('results.json'), ...more);
      const { score, output, tests } = JSON.parse(readFileSync(at('results.json'), 'utf8'));
      return {
        status,
        score,
        output,
        tests: tests?.map(({ score, max_score }: Record<string, unknown>) => [score, max_score]),
      };
    };
    expect(results(at('two'))).to.deep.equal({ status: 0, score: 4, output: '', tests: [[4, 4]] });
    const missing = { status: 0, score: 0, tests: [[0, 4]] };
    expect(results(at('wrong')))
      .to.deep.include(missing)
      .with.property('output')
      .that.contains('no exercise in it, but answer.ts');
    expect(results(at('empty'))).to.deep.equal({ ...missing, output: 'the folder is empty' });
    expect(results(at('broken.zip')))
      .to.deep.include(missing)
      .with.property('output')
      .that.contains('no zip file that can be read');

    const fault = { status: 2, score: undefined, tests: undefined };
    for (const more of [['--only', '99'], ['--jobs', 'x'], ['--surprise'], ['--sandbox', 'x']])
      expect(results(at('two'), ...more))
        .to.deep.include(fault)
        .with.property('output')
        .that.contains('The grader failed, and this is no grade');
    expect(results(at('nowhere'))).to.deep.include(fault);

    cpSync(fixtureCourse, at('course'), { recursive: true });
    writeFileSync(at('course', 'solutions', '02-l2.ts'), 'export const l2 = 1;');
    const broken = results(at('two'), '--course', at('course'));
    expect(broken)
      .to.deep.include({ ...fault, status: 1 })
      .with.property('output')
      .that.contains('02-l2, task 1: ReferenceFault');

    mkdirSync(at('results'));
    expect(grade(at('two'), '--gradescope', at('results')).status).to.equal(0);
    expect(JSON.parse(readFileSync(at('results', 'results.json'), 'utf8')).score).to.equal(4);
  });

  it('refuses a folder in place of a file before it grades', () => {
    const { status, stderr } = grade(fixtureCourse, '--csv', folder);
    expect([status, stderr]).to.deep.equal([2, `--csv ${folder} is a folder; give the name of a file\n`]);
  });
});

describe('reports', () => {
  it('tell missing from untouched, each in its own way', () => {
    const problem = 'the folder is empty';
    const result = inClass(graded('ada', 'untouched'), graded('ben', 'missing', { problem }));
    expect(classSummary(result)).to.match(/right +wrong +other +untouched +missing\n02-l2 1 l2 +0 +0 +0 +1 +1\n/);
    expect(classSummary(result)).to.contain('  ben: the folder is empty');
    expect(csvReport(result))
      .to.contain('ada,0,4,0,untouched,,')
      .and.to.contain('ben,0,4,0,missing,the folder is empty,');
    expect(junitReport(result, false))
      .to.contain('<skipped message="untouched"/>')
      .and.to.contain('<error type="missing" message="missing: the folder is empty"/>')
      .and.to.contain('<system-out>the folder is empty</system-out>');
    const tests = result.submissions.map((one) => JSON.parse(gradescopeReport(one, false)));
    expect(tests.map(({ output, tests: [{ output: shown }] }) => [output, shown])).to.deep.equal([
      ['', 'untouched'],
      [problem, `missing: ${problem}`],
    ]);
  });

  it('an exercise that is simply not there is in the row, and not among the decisions of the class', () => {
    const result = graded('ada', 'right');
    const absent = { slug: '03-mean', score: 0, points: 2, problem: '03-mean.ts is missing', tasks: [] };
    const noted = { ...result.exercises[0], notes: ['02_l2.ts was read as 02-l2.ts'] };
    const both = { ...result, exercises: [noted, absent] };
    expect(remarks(both)).to.equal('missing: 03-mean; 02_l2.ts was read as 02-l2.ts');
    expect(classSummary(inClass(both)))
      .to.contain('to know before the grades\n  ada: 02_l2.ts was read as 02-l2.ts\n')
      .and.not.to.contain('03-mean.ts');
  });

  it('CSV: numbers, NA and formulas as names stand in a column that no program reads as something else', () => {
    const [header, ...rows] = csvReport(
      inClass(...['00123', 'NA', '=1+1', 'a,"b"'].map((name) => graded(name, 'right'))),
    )
      .trim()
      .split('\r\n');
    expect(header).to.equal('name,score,points,02-l2 task 1,02-l2 task 1 status,problem,submission');
    expect(rows).to.deep.equal([
      '00123,4,4,4,right,,submission 00123',
      'NA,4,4,4,right,,submission NA',
      "'=1+1,4,4,4,right,,submission =1+1",
      '"a,""b""",4,4,4,right,,"submission a,""b"""',
    ]);
  });

  it('for Canvas and Moodle: who is found by which column, and nobody has a 0 for what could not be read', () => {
    const owner = { platform: 'canvas', id: '12345', name: 'doejane' } as const;
    const result = inClass(
      graded('doejane_12345', 'right', { owner }),
      graded('Jane Doe_4711_assignsubmission_file', 'wrong', {
        owner: { platform: 'moodle', id: '4711', name: 'Jane Doe' },
      }),
      graded('00123', 'right'),
      graded('section A/jdoe.zip', 'right'),
      graded('ada@example.org', 'untouched'),
      graded('HW_bbuser', 'right', { owner: { platform: 'blackboard', id: 'bbuser' } }),
      graded('lost', 'missing'),
      graded('fault', 'grader-error'),
    );
    expect(canvasReport(result).split('\r\n')).to.deep.equal([
      'Student,ID,SIS User ID,SIS Login ID,Section,02-l2',
      '    Points Possible,,,,,4',
      'doejane,12345,,,,4',
      'Jane Doe,,,,,0',
      '00123,,00123,,,4',
      'jdoe,,,jdoe,,4',
      'ada@example.org,,,ada@example.org,,0',
      'HW_bbuser,,,bbuser,,4',
      '',
    ]);
    expect(moodleReport(result).split('\r\n')).to.deep.equal([
      'Identifier,Full name,Username,Email address,Grade,Maximum Grade,Last modified (grade)',
      ',doejane,,,4,4,',
      'Participant 4711,Jane Doe,,,0,4,',
      ',,00123,,4,4,',
      ',,jdoe,,4,4,',
      ',,,ada@example.org,0,4,',
      ',,bbuser,,4,4,',
      '',
    ]);
  });

  it('a file is written whole, or the old one stays', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdout-write-'));
    try {
      const file = join(folder, 'a.csv');
      writeWhole(file, 'old');
      writeWhole(file, 'new');
      expect(readFileSync(file, 'utf8')).to.equal('new');
      expect(() => writeWhole(file, { toString: () => 'no text' } as unknown as string)).to.throw();
      expect(readFileSync(file, 'utf8')).to.equal('new');
      expect(readdirSync(folder)).to.deep.equal(['a.csv']);
      if (existsSync('/dev/null')) writeWhole('/dev/null', 'gone'); // no plain file: written to, not replaced
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
