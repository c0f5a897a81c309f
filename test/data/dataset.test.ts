import { expect } from 'chai';
import { checkDataset, type Dataset, type Inputs } from '../../src/data/dataset';
import { OptionError, ShapeError } from '../../src/errors';
import { tensor } from '../../src/tensor/tensor';

describe('checkDataset', () => {
  const sound = (): Dataset => ({ x: tensor([3, 2], [1, 2, 3, 4, 5, 6]), y: Int32Array.of(0, 1, 1), classes: 2 });
  const check = (change: Partial<Dataset<Inputs>>) => () => checkDataset({ ...sound(), ...change }, 'fit');

  it('accepts matrices and images', () => {
    check({})();
    check({ x: tensor([3, 1, 2, 1], [1, 2, 3, 4, 5, 6]) })();
  });

  it('names row and column of a number that is not finite', () => {
    expect(check({ x: tensor([3, 2], [1, 2, 3, NaN, 5, 6]) })).to.throw(
      OptionError,
      'fit: x must hold finite numbers, received NaN in row 1, column 1; leave that example out, with its label, or fill in the value',
    );
    expect(check({ x: tensor([3, 2], [1, 2, 3, 4, -Infinity, 6]) })).to.throw('received -Infinity in row 2, column 0');
  });

  it('names the label that is no class', () => {
    expect(check({ y: Int32Array.of(0, 2, 1) })).to.throw(
      OptionError,
      'fit: labels must be whole numbers in [0, 2), received 2 in row 1; number the classes 0 to 1, or correct how many classes there are',
    );
    expect(check({ y: Int32Array.of(0, 1, -1) })).to.throw('received -1 in row 2');
  });

  it('refuses labels that are too many or too few', () => {
    expect(check({ y: Int32Array.of(0, 1) })).to.throw(ShapeError, 'received 3 rows and 2 labels');
  });

  it('refuses nothing: no rows, no columns', () => {
    expect(check({ x: tensor([0, 2], []), y: new Int32Array(0) })).to.throw(ShapeError, 'at least one example');
    expect(check({ x: tensor([3, 0], []) })).to.throw(ShapeError, 'received shape (3, 0)');
  });

  it('refuses an x with more or fewer numbers than its shape says', () => {
    for (const length of [5, 7]) {
      expect(check({ x: { shape: [3, 2], data: new Float64Array(length) } })).to.throw(
        ShapeError,
        `fit: shape (3, 2) holds 6 numbers, received ${length} numbers; give one for each element`,
      );
    }
  });

  it('accepts images as bytes, and refuses too few bytes or a white that is none', () => {
    const images = { shape: [3, 1, 2, 1] as const, data: new Uint8Array(6), white: 255 };
    check({ x: images })();
    expect(check({ x: { ...images, data: new Uint8Array(5) } })).to.throw(ShapeError, 'received 5 bytes');
    expect(check({ x: { ...images, white: 0 } })).to.throw(
      OptionError,
      'white must be the byte that stands for 1, in (0, 255], received 0',
    );
  });

  it('refuses an x without rows, and a single class', () => {
    expect(check({ x: tensor([3], [1, 2, 3]) })).to.throw(ShapeError, 'received shape (3)');
    expect(check({ classes: 1 })).to.throw(OptionError, 'classes must be a whole number of at least 2, received 1');
  });
});
