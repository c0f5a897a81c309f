import { expect } from 'chai';
import { exercise, expectClose } from '../../grader/spec/exercise';

export default exercise(
  {
    slug: '02-l2',
    tasks: [
      {
        id: 1,
        export: 'l2',
        async: true, // attacks come with promises too
        points: 4,
        hints: ['Square, add, take the root.'],
        diagnoses: [
          { says: 'Σx² without the root', formula: (xs: number[]) => xs.reduce((sum, x) => sum + x * x, 0) },
          { says: 'Σ|x|, the L1 norm', formula: (xs: number[]) => xs.reduce((sum, x) => sum + Math.abs(x), 0) },
        ],
      },
    ],
  },
  ({ answer, reference, rng, task }) => {
    task(1, ({ it }) => {
      it('l2 of (3, 4) is 5', async () => expect(await answer.call('l2', [3, 4])).to.be.closeTo(5, 1e-12));
      it('l2 of an empty list is 0', async () => expect(await answer.call('l2', [])).to.equal(0));
      it.hidden('l2 agrees with the definition on random lists', async () => {
        for (let repeat = 0; repeat < 5; repeat++) {
          const xs = Array.from({ length: 1 + rng.integer(6) }, () => rng.normal());
          expectClose(await answer.call('l2', xs), await reference.call('l2', xs));
        }
      });
    });
  },
);
