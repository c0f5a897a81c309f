import { expect } from 'chai';
import { weightNorms } from '../../src/metrics/weight-norms';
import { tensor } from '../../src/tensor/tensor';

describe('weightNorms', () => {
  it('measures size and exact zeros', () => {
    expect(weightNorms(tensor([2, 2], [3, 0, -4, -0]))).to.deep.equal({
      l1: 7,
      l2: 5,
      count: 4,
      zeros: 2,
      zeroFraction: 0.5,
    });
  });

  it('takes several tensors as one', () => {
    const together = weightNorms([tensor([1, 2], [3, 0]), tensor([2], [-4, 1e-300])]);
    expect(together).to.deep.equal({ l1: 7, l2: 5, count: 4, zeros: 1, zeroFraction: 0.25 });
    expect(weightNorms([])).to.deep.equal({ l1: 0, l2: 0, count: 0, zeros: 0, zeroFraction: 0 });
  });
});
