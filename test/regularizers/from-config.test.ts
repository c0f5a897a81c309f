// strengths as plain data → the regularizer

import { expect } from 'chai';
import { elasticNet } from '../../src/regularizers/elastic-net';
import { regularizerFrom } from '../../src/regularizers/from-config';
import { groupLasso } from '../../src/regularizers/group-lasso';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import { expectLesson } from '../support/errors';

describe('regularizerFrom', () => {
  it('makes each regularizer again from its own config', () => {
    for (const original of [l1(0.2), l2(0.3), elasticNet({ l1: 0.1, l2: 0.4 }), groupLasso(0.5)]) {
      const again = regularizerFrom(original.config);
      expect(again?.name).to.equal(original.name);
      expect(again?.config).to.deep.equal(original.config);
    }
  });

  it('makes none of nothing, and none of strengths of 0', () => {
    expect(regularizerFrom({})).to.equal(undefined);
    expect(regularizerFrom({ l1: 0, l2: 0, groupLasso: 0 })).to.equal(undefined);
  });

  it('refuses a strength that is negative or no number, rather than training without it', async () => {
    for (const wrong of [-1, NaN, null as unknown as number]) {
      for (const field of ['l1', 'l2', 'groupLasso']) {
        await expectLesson(() => regularizerFrom({ [field]: wrong }), 'OptionError', field, String(wrong));
      }
    }
  });

  it('refuses a strength that it does not know, rather than training without it', async () => {
    for (const name of ['huber', 'L2', 'toString']) {
      await expectLesson(
        () => regularizerFrom({ [name]: 0.1 }),
        'OptionError',
        `received ${name};`,
        'l1, l2, groupLasso',
      );
    }
  });

  it('refuses groupLasso beside another penalty', async () => {
    await expectLesson(() => regularizerFrom({ groupLasso: 0.1, l1: 0.2 }), 'OptionError', 'groupLasso', 'l1 0.2');
    await expectLesson(() => regularizerFrom({ groupLasso: 0.1, l2: 0.2 }), 'OptionError', 'groupLasso', 'l2 0.2');
  });
});
