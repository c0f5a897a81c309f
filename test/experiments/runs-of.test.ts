// runs of several recipes → those of one of them

import { expect } from 'chai';
import { runsOf } from '../../src/experiments/runs-of';
import { expectLesson } from '../support/errors';
import { runOf } from '../support/runs';

describe('runsOf', () => {
  const runs = [runOf('A', 2, {}), runOf('B', 1, {}), runOf('A', 1, {}), { ...runOf('', 1, {}), recipe: { l2: 0.01 } }];

  it('finds the runs of a recipe, in their order', () => {
    expect(runsOf(runs, 'A')).to.deep.equal([runs[0], runs[2]]);
  });

  it('knows a recipe without a name by what it is', () => {
    expect(runsOf(runs, 'l2 0.01')).to.deep.equal([runs[3]]);
  });

  it('names the recipes there are when none has that name', async () => {
    await expectLesson(() => runsOf(runs, 'a'), 'OptionError', '(A, B, l2 0.01), received "a"');
    await expectLesson(() => runsOf([], 'A'), 'OptionError', 'there are no runs');
  });

  it('refuses to take two experiments of one name for one, and leaves the others alone', async () => {
    const rates = [0.001, 0.1].map((learningRate) => ({ ...runOf('', 1, {}), recipe: { learningRate } }));
    await expectLesson(() => runsOf(rates, 'baseline'), 'OptionError', 'runsOf', 'called baseline', 'in learningRate;');
    expect(runsOf([...rates, ...runs], 'A')).to.deep.equal([runs[0], runs[2]]);
  });
});
