// hint('03') in a cell → the grader → the next hint

import { expect } from 'chai';
import { hint } from '../../src/notebook/check';
import { inCell } from '../support/cell';

describe('hint', () => {
  it('goes on from hint to hint, however the exercise is called', async function () {
    this.timeout(60_000);
    const shown = async (exercise: string) => (await inCell(() => hint(exercise, 4)))[0].data['text/markdown'];
    expect(await shown('03')).to.match(/^\*\*Task 4, hint 1 of 3\.\*\* .* 2 more: run the cell again\.$/);
    expect(await shown('3')).to.match(/^\*\*Task 4, hint 2 of 3\.\*\*/);
    expect(await shown('03-l1-and-l2-by-hand')).to.match(/^\*\*Task 4, hint 3 of 3\.\*\* .* That was the last hint\.$/);
  });
});
