import { expect } from 'chai';
import { checkDataset } from '../../src/data/dataset';
import { loadDigits } from '../../src/data/digits';

describe('loadDigits', () => {
  const { x, y, classes } = loadDigits();

  it('has as many images of each class as the repository it comes from says', () => {
    const counts = new Array(10).fill(0);
    for (const label of y) counts[label]++;
    expect(counts).to.deep.equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(x.shape).to.deep.equal([1797, 8, 8, 1]);
    expect(classes).to.equal(10);
    checkDataset({ x, y, classes }, 'loadDigits');
  });

  it('has the pixels of scikit-learn: their sum, their range, and the first image', () => {
    expect(x.data.reduce((sum, byte) => sum + byte, 0)).to.equal(561718);
    expect(Math.max(...x.data)).to.equal(x.white);
    const rows = Array.from({ length: 8 }, (_, row) => [...x.data.subarray(8 * row, 8 * row + 8)]);
    expect(rows).to.deep.equal([
      [0, 0, 5, 13, 9, 1, 0, 0],
      [0, 0, 13, 15, 10, 15, 5, 0],
      [0, 3, 15, 2, 0, 11, 8, 0],
      [0, 4, 12, 0, 0, 8, 8, 0],
      [0, 5, 8, 0, 0, 9, 8, 0],
      [0, 4, 11, 0, 1, 12, 7, 0],
      [0, 2, 14, 5, 10, 12, 0, 0],
      [0, 0, 6, 13, 10, 0, 0, 0],
    ]);
    expect([...y.subarray(0, 12)]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
  });

  it('gives fresh arrays at each call', () => {
    expect(loadDigits().x.data).not.to.equal(loadDigits().x.data);
  });
});
