import { expect } from 'chai';
import { OptionError, ShapeError } from '../../src/errors';
import { useLoops } from '../../src/tensor/loops';
import { matmul } from '../../src/tensor/matmul';
import { tensor, zeros } from '../../src/tensor/tensor';

for (const name of ['compiled', 'readable'] as const) {
  describe(`matmul with ${name} loops`, () => {
    before(() => void useLoops(name));
    after(() => void useLoops('compiled'));

    const a = tensor([2, 3], [1, 2, 3, 4, 5, 6]);
    const b = tensor([3, 2], [7, 8, 9, 10, 11, 12]);
    const product = [58, 64, 139, 154]; // by hand

    it('is the sum of products of rows and columns', () => {
      expect(matmul(a, b)).to.deep.equal(tensor([2, 2], product));
    });

    it('takes operands that stand transposed', () => {
      const at = tensor([3, 2], [1, 4, 2, 5, 3, 6]);
      const bt = tensor([2, 3], [7, 9, 11, 8, 10, 12]);
      expect([...matmul(at, b, { transposeA: true }).data]).to.deep.equal(product);
      expect([...matmul(a, bt, { transposeB: true }).data]).to.deep.equal(product);
      expect([...matmul(at, bt, { transposeA: true, transposeB: true }).data]).to.deep.equal(product);
    });

    it('is zero when there is nothing to add, and empty when there are no rows', () => {
      expect(matmul(zeros([2, 0]), zeros([0, 3]))).to.deep.equal(zeros([2, 3]));
      expect(matmul(zeros([0, 2]), zeros([2, 3])).shape).to.deep.equal([0, 3]);
    });

    it('writes into a tensor of as many values, whatever its shape', () => {
      const into = tensor([4], [9, 9, 9, 9]);
      expect(matmul(a, b, { into })).to.deep.equal(tensor([2, 2], product));
      expect([...into.data]).to.deep.equal(product);
    });

    it('refuses a result that lies in part on an operand, and takes its neighbour in the same memory', () => {
      const memory = Float64Array.of(1, 2, 3, 7, 0, 0, 0);
      const part = (from: number, size: number) => ({ shape: [size / 2, 2], data: memory.subarray(from, from + size) });
      const ones = tensor([2, 2], [1, 1, 1, 1]);
      for (const from of [1, 3]) {
        expect(() => matmul(part(0, 4), ones, { into: part(from, 4) })).to.throw(OptionError, 'received a part of one');
        expect(() => matmul(ones, part(from, 4), { into: part(0, 4) })).to.throw(OptionError, 'received a part of one');
      }
      expect([...matmul(part(0, 2), ones, { into: part(2, 2) }).data]).to.deep.equal([3, 3]);
    });

    it('says which sizes do not fit', () => {
      expect(() => matmul(a, a)).to.throw(ShapeError, 'received (2, 3) and (2, 3)');
      expect(() => matmul(a, b, { transposeA: true })).to.throw(ShapeError, 'received (3, 2) and (3, 2)');
      expect(() => matmul(a, b, { into: zeros([3]) })).to.throw(
        ShapeError,
        'must hold the 4 values of the product, received (3)',
      );
      const square = tensor([2, 2], [1, 2, 3, 4]);
      expect(() => matmul(square, square, { into: square })).to.throw(OptionError, 'matmul: into must share no memory');
      expect(() => matmul(zeros([2]), b)).to.throw(ShapeError, 'received shape (2)');
    });
  });
}
