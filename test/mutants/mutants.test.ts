// A sample of the answers that the specs must tell apart; `npm run --prefix tools check:mutants` takes all of them

import { expect } from 'chai';
import { loadCourse } from '../../grader/course';
import { sum } from '../../grader/run/result';
import { Bench, expectations } from './run';

for (const entry of loadCourse().entries) {
  describe(`answers to ${entry.slug}`, function () {
    this.timeout(60000);
    let bench: Bench;
    before(() => (bench = new Bench(entry)));
    after(() => bench.close());

    it('the untouched stub scores 0, the solution scores full', async () => {
      expect(await bench.score(entry.stub)).to.equal(0);
      expect(await bench.score(entry.solution!)).to.equal(sum(entry.exercise.tasks, ({ points }) => points));
    });

    const all = expectations(entry.slug);
    // One wrong and one right answer for each task.
    const sample = entry.exercise.tasks.flatMap(({ id }) =>
      [true, false].map((right) => all.find((one) => one.task === id && one.right === right)!),
    );
    for (const one of sample.filter(Boolean)) {
      it(`task ${one.task}: ${one.file} is ${one.right ? 'right' : `wrong, looks like ${one.diagnosis ?? 'nothing known'}`}`, async () => {
        expect(await bench.surprise(one)).to.equal(undefined);
      });
    }
  });
}
