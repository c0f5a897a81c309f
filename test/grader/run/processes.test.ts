// A Grader owns child processes: which run beside each other, and when each ends

import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { Grader } from '../../../grader/run/grader';
import { exercise, expectClose } from '../../../grader/spec/exercise';

const entry = {
  exercise: exercise(
    { slug: '01-squares', tasks: [{ id: 1, export: 'square', points: 3, hints: [], diagnoses: [] }] },
    ({ answer, reference, task }) =>
      task(1, ({ it }) => {
        it('square of 3', async () => expectClose(await answer.call('square', 3), 9));
        it.hidden('square of some number', async () =>
          expectClose(await answer.call('square', 1.5), await reference.call('square', 1.5)),
        );
      }),
  ),
  solution: 'export const square = (x: number) => x * x;',
};
const right = { text: 'export const square = (x: number) => x ** 2;' };
const wrong = { text: 'export const square = (x: number) => 2 * x;' };

const listing = `/proc/self/task/${process.pid}/children`;
/** Child processes of this one that live, as Linux counts them. */
const children = () => readFileSync(listing, 'latin1').trim().split(' ').filter(Boolean).length;

async function end(count: number): Promise<void> {
  for (let wait = 0; wait < 200 && children() > count; wait++) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(children()).to.equal(count);
}

describe('the processes of a grader', function () {
  this.timeout(30000);
  before(function () {
    if (!existsSync(listing)) this.skip();
  });

  it('are two for all that it grades, start with the first question, and end with close', async () => {
    const others = children();
    const grader = new Grader();
    expect(children()).to.equal(others);
    for (const [source, score] of [
      [right, 3],
      [wrong, 0],
      [right, 3],
    ] as const)
      expect((await grader.grade(entry, source)).score).to.equal(score);
    expect(children()).to.equal(others + 2);
    grader.close();
    await end(others);
  });

  it('are one more for an answer that is graded apart, which ends with it, also when something throws', async () => {
    const others = children();
    const grader = new Grader();
    expect((await grader.grade(entry, right)).score).to.equal(3);
    const during = await grader.apart(async (own) => {
      expect((await own.grade(entry, right)).score).to.equal(3);
      return children();
    });
    expect(during).to.equal(others + 3);
    await end(others + 2);
    const failed = grader.apart(async (own) => {
      await own.grade(entry, right);
      throw new Error('in between');
    });
    expect(await failed.catch((error: Error) => error.message)).to.equal('in between');
    await end(others + 2);
    grader.close();
    await end(others);
  });
});
