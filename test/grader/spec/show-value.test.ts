// Texts of a submission → text that is safe to show

import { expect } from 'chai';
import { clean } from '../../../grader/spec/show-value';

describe('texts of a submission', () => {
  it('keep no control character, no direction mark and no lone surrogate', () => {
    expect(clean('a\x1b[31mb\x07c\u202ed\ud800')).to.equal('ab\ufffdc\ufffdd\ufffd');
    expect(clean('x'.repeat(5000))).to.have.length(2000);
  });
});
