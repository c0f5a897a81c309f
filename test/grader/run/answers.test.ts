// What the engine makes of answers in odd forms: promises, values that run code, debug calls in the file, shared state

import { expect } from 'chai';
import { exercise, expectClose } from '../../../grader/spec/exercise';
import { textReport } from '../../../grader/reports/learner';
import { markdownReport } from '../../../grader/reports/markdown';
import { Grader } from '../../../grader/run/grader';
import type { ExerciseResult } from '../../../grader/run/result';

const solution = `
export const double = (x: number) => 2 * x;
export const pair = (x: number) => ({ low: -x, high: [x] });
export const later = async (x: number) => 3 * x;
export class Counter { private n = 0; constructor(private readonly by: number) {} next() { return (this.n += this.by); } }`;

const spec = exercise(
  {
    slug: '01-odd',
    tasks: [
      { id: 1, export: 'double', points: 1, hints: [], diagnoses: [] },
      { id: 2, export: 'pair', points: 1, hints: [], diagnoses: [] },
      { id: 3, export: 'later', points: 1, hints: [], diagnoses: [], async: true },
      { id: 4, export: 'Counter', points: 1, hints: [], diagnoses: [] },
    ],
  },
  ({ answer, reference, rng, task }) => {
    task(1, ({ it }) => it('double of 4', async () => expectClose(await answer.call('double', 4), 8)));
    task(2, ({ it }) => it('pair of 3', async () => expectClose(await answer.call('pair', 3), { low: -3, high: [3] })));
    task(3, ({ it }) => it('later of 2', async () => expectClose(await answer.call('later', 2), 6)));
    task(4, ({ it }) => {
      const counts = async (by: number) => {
        const [mine, other] = [await answer.construct('Counter', by), await reference.construct('Counter', by)];
        for (let k = 0; k < 3; k++)
          expectClose(await answer.invoke(mine, 'next'), await reference.invoke(other, 'next'));
      };
      it('Counter by 2', () => counts(2));
      it.hidden('Counter by some number', () => counts(3 + rng.integer(5)));
      it.together('Counters in turn');
    });
  },
);

/** The solution with some of its lines replaced, and lines before and behind. */
const answerWith = (lines: Record<string, string>, before = '', behind = '') =>
  [
    before,
    ...solution
      .split('\n')
      .map((line) => Object.entries(lines).find(([name]) => line.includes(` ${name} `))?.[1] ?? line),
    behind,
  ]
    .join('\n')
    .trim();

describe('an answer', function () {
  this.timeout(30000);
  let grader: Grader;
  beforeEach(() => (grader = new Grader()));
  afterEach(() => grader.close());
  const grade = (text: string): Promise<ExerciseResult> => grader.grade({ exercise: spec, solution }, { text });
  const statuses = async (text: string) => (await grade(text)).tasks.map(({ status }) => status);

  it('that gives a promise is wrong where a value was asked for, and right where the task allows it', async () => {
    for (const line of [
      'export const double = async (x: number) => 2 * x;',
      'export const double = (x: number) => Promise.resolve(2 * x);',
      'export const double = (x: number) => new Promise((resolve) => setTimeout(() => resolve(2 * x), 2));',
      "export const double = async (x: number) => { throw new Error('no'); };",
    ]) {
      const { tasks } = await grade(answerWith({ double: line }));
      expect(
        tasks.map(({ status }) => status),
        line,
      ).to.deep.equal(['wrong', 'right', 'right', 'right']);
      expect(tasks[0].cases[0].message).to.equal(
        'double gives a promise, and the task asks for the value itself: leave out `async`',
      );
    }
    const stub = "export const double = async (x: number) => { throw new Error('Task 1: double it'); };";
    expect((await statuses(answerWith({ double: stub })))[0]).to.equal('untouched');
  });

  it('that throws twice is graded, also by a spec that waits for the first of two values only', async () => {
    const careless = exercise(
      { slug: '01-odd', tasks: [{ id: 1, export: 'double', points: 1, hints: [], diagnoses: [] }] },
      ({ answer, task }) =>
        task(1, ({ it }) =>
          it('double twice', async () => {
            const values = [1, 2].map((x) => answer.call('double', x));
            const counter = answer.construct('Counter');
            for (const value of [...values, counter]) expectClose(await value, 2);
          }),
        ),
    );
    const text = "export const double = () => { throw new Error('no'); };\nexport const Counter = double;";
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const { tasks } = await grader.grade({ exercise: careless, solution }, { text });
    expect(tasks[0].status).to.equal('error');
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', note);
    expect(unhandled).to.deep.equal([]);
  });

  it('whose value runs code, wraps a number or only looks like a list is wrong, with what to do about it', async () => {
    const plain = 'give a plain value in its place';
    for (const [expression, message] of [
      ['{ low: -x, get high() { return [x]; } }', `expected a list at .high, received <getter>: ${plain}`],
      ['{ low: new Number(-x), high: [x] }', `expected the number -3 at .low, received <boxed primitive>: ${plain}`],
      ['{ low: -x, high: new Proxy([x], {}) }', `expected a list at .high, received <Proxy>: ${plain}`],
      ['new Proxy({ low: -x, high: [x] }, {})', `expected an object, received <Proxy>: ${plain}`],
      ['{ low: -x, high: (function* () { yield x; })() }', `expected a list at .high, received <generator>: ${plain}`],
      ['{ low: -x, high: Promise.resolve([x]) }', `expected a list at .high, received <Promise>: ${plain}`],
      ['{ low: -x, high: { 0: x, length: 1 } }', 'expected a list at .high, received { 0: 3, length: <length> }'],
      [
        '{ low: { valueOf: () => -x }, high: [x] }',
        'expected the number -3 at .low, received { valueOf: <function valueOf> }',
      ],
      ['{ then(f: any) { f({ low: -x, high: [x] }); } }', 'expected the number -3 at .low, received undefined'],
      ['{ low: String(-x), high: [x] }', 'expected the number -3 at .low, received "-3"'],
    ]) {
      const { tasks } = await grade(answerWith({ pair: `export const pair = (x: number): any => (${expression});` }));
      expect(tasks[1].status, expression).to.equal('wrong');
      expect(tasks[1].cases[0].message, expression).to.equal(message);
    }
  });

  it('is graded without the statements of its file that stop it; the note names their lines, not those of a stub', async () => {
    const stub = "export function double(x: number): number { throw new Error('Task 1: double it'); }";
    const of = (place: string, reason: string) =>
      `01-odd.ts:${place} stops the file, so the rest is graded without it: ${reason}`;
    const isStub = 'Error: Task 1: double it';
    for (const [before, behind, notes] of [
      ['', 'console.log(double(4));', [of('5:1', isStub)]],
      [
        '',
        'const four = double(2);\nconsole.log(four);',
        [of('5:1', isStub), of('6:1', 'ReferenceError: four is not defined')],
      ],
      ['console.log(pair(1));', '', [of('1:1', 'TypeError: (0 , exports.pair) is not a function')]],
      [
        'console.log(table[0]);',
        'const table = [1];',
        [of('1:1', "ReferenceError: Cannot access 'table' before initialization")],
      ],
      ['', 'const run = () => [1].map(() => double(1));\nif (pair(1).low < 0) run();', [of('6:1', isStub)]],
      ['', 'class Table { static first = double(1); }', [of('5:1', isStub)]],
      ['', 'console.log(await later(1));', [of('5:1', '`await` works inside of an async function only')]],
      [
        "import { read } from 'other';\nread();",
        '',
        [
          of('1:1', "Error: imports 'other'; this exercise may import nothing"),
          of('2:1', 'ReferenceError: read is not defined'),
        ],
      ],
      ['', 'while (true);', [of('5:1', 'took longer than 1000 ms: does a loop never end?')]],
      [
        '',
        'for (let i = 0; i < 1e9; i++) console.log(i);',
        [of('5:1', 'took longer than 1000 ms: does a loop never end?')],
      ],
      [
        '',
        'const deeper = (n: number): number => deeper(n + 1);\ndeeper(0);',
        [of('6:1', 'RangeError: Maximum call stack size exceeded')],
      ],
      ['', 'double(1);\nthrow 7;', [of('5:1', isStub), of('6:1', 'NonError: 7')]],
      ['', '(async () => console.log(await later(1), double(1)))();', []],
    ] as [string, string, string[]][]) {
      const result = await grade(answerWith({ double: stub }, before, behind));
      expect(result.notes, behind).to.deep.equal(notes);
      expect(
        result.tasks.map(({ status }) => status),
        before + behind,
      ).to.deep.equal(['untouched', 'right', 'right', 'right']);
      for (const note of notes) {
        expect(textReport({ name: 'ada', score: 3, points: 4, exercises: [result] })).to.contain(note);
        expect(markdownReport('Odd', result).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).to.contain(
          note,
        );
      }
    }
  });

  it('that cannot load all the same has no points, and says why; an export that was left out says so', async () => {
    const never = await grade(answerWith({ double: 'export const double = (() => { for (;;); })();' }));
    expect(never.problem).to.equal('the file does not load: took longer than 1000 ms: does a loop never end?');
    expect(never.notes).to.deep.equal([]);
    expect(never.score).to.equal(0);
    const { tasks, score } = await grade(answerWith({ double: 'export const double = ready.double;' }));
    expect(score).to.equal(3);
    expect(tasks[0].cases[0].message).to.match(
      /^double is not exported.*01-odd\.ts:1:1 stops the file.*ready is not defined/,
    );
  });

  it('whose objects share a state is wrong, though each alone is right', async () => {
    const shared =
      'let n = 0; let step = 1; export class Counter { constructor(by: number) { step = by; n = 0; } next() { return (n += step); } }';
    const { tasks } = await grade(answerWith({ Counter: shared }));
    expect(tasks[3].cases.map(({ title, status }) => [title, status])).to.deep.equal([
      ['Counter by 2', 'right'],
      ['Counter by some number', 'right'],
      ['Counters in turn', 'wrong'],
    ]);
    expect(tasks[3].diagnosis).to.equal(
      'a state that all objects share: keep it in the object, not in a variable of the file',
    );
  });
});
