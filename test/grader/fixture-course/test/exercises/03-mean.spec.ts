import { exercise, expectClose } from '../../grader/spec/exercise';

export default exercise(
  {
    slug: '03-mean',
    tasks: [
      { id: 1, export: 'mean', points: 1, hints: ['Add, then divide.'], diagnoses: [] },
      { id: 2, export: 'slowMean', async: true, points: 1, hints: ['Await the timer.'], diagnoses: [] },
    ],
  },
  ({ answer, reference, rng, task }) => {
    const random = () => Array.from({ length: 5 }, () => rng.normal());
    for (const [id, name] of [
      [1, 'mean'],
      [2, 'slowMean'],
    ] as const) {
      task(id, ({ it }) => {
        it(`${name} of (1, 2, 6) is 3`, async () => expectClose(await answer.call(name, [1, 2, 6]), 3));
        it.hidden(`${name} agrees with the definition`, async () => {
          const xs = random();
          expectClose(await answer.call(name, xs), await reference.call(name, xs));
        });
      });
    }
  },
);
