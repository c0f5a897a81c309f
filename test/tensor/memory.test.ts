import { expect } from 'chai';
import { loops, useLoops } from '../../src/tensor/loops';
import { Workspace } from '../../src/tensor/memory';
import { matmul } from '../../src/tensor/matmul';
import { empty, reshape, tensor, type Tensor } from '../../src/tensor/tensor';

for (const name of ['compiled', 'readable'] as const) {
  describe(`Workspace with ${name} loops`, () => {
    let workspace: Workspace;

    beforeEach(() => {
      useLoops(name);
      workspace = new Workspace();
    });

    afterEach(() => {
      workspace.release();
      useLoops('compiled');
    });

    const inHeap = ({ data }: Tensor) => !!loops.current.heap?.address(data);

    it('answers the requests of each repetition with the tensors of the one before', () => {
      const repeat = () => workspace.run(() => [empty([3, 2]), empty([2, 3]), empty([3, 2])]);
      const first = repeat();
      expect(new Set(first.map(({ data }) => data)).size).to.equal(3);
      expect(repeat().map(({ data }) => data)).to.deep.equal(first.map(({ data }) => data));
      repeat().forEach((tensor, i) => expect(tensor).to.equal(first[i]));
      first.forEach((tensor) => expect(inHeap(tensor)).to.equal(name === 'compiled'));
    });

    it('keeps a tensor for each shape that a request had, so that a smaller last batch costs nothing', () => {
      const ask = (rows: number) => workspace.run(() => empty([rows, 4]));
      const [large, small] = [ask(8), ask(3)];
      expect(small.shape).to.deep.equal([3, 4]);
      expect(small.data).to.have.length(12);
      expect(ask(8)).to.equal(large);
      expect(ask(3)).to.equal(small);
    });

    it('puts the smaller shapes of a request into the memory of the larger, and takes back all of it', () => {
      const ask = (rows: number) => workspace.run(() => empty([rows, 4]));
      const [large, small, smallest] = [ask(8), ask(3), ask(2)];
      expect(small.data.buffer).to.equal(large.data.buffer);
      expect([small.data.byteOffset, smallest.data.byteOffset]).to.deep.equal([
        large.data.byteOffset,
        large.data.byteOffset,
      ]);
      expect([inHeap(small), inHeap(smallest)]).to.deep.equal([name === 'compiled', name === 'compiled']);
      expect(ask(9).data.length).to.equal(36);
      small.data.fill(5);
      workspace.release();
      for (const tensor of [large, small, smallest]) expect(inHeap(tensor)).to.equal(false);
      large.data.fill(1);
      expect([...small.data]).to.deep.equal(new Array(12).fill(5));
    });

    it('gives nested computations their own tensors and goes on where it was', () => {
      const inner = new Workspace();
      workspace.run(() => {
        const before = empty([2]);
        const within = inner.run(() => empty([2]));
        const after = empty([2]);
        expect(new Set([before.data, within.data, after.data]).size).to.equal(3);
      });
      inner.release();
      expect(() =>
        workspace.run(() => {
          throw new Error('a fault');
        }),
      ).to.throw('a fault');
      expect(inHeap(empty([2])), 'outside again').to.equal(false);
    });

    it('moves an adopted tensor near the compiled loops and brings its new numbers home', () => {
      const w = tensor([3], [1, 2, 3]);
      const home = w.data;
      workspace.adopt(w);
      workspace.adopt(w); // again: nothing changes
      expect(inHeap(w)).to.equal(name === 'compiled');
      expect([...w.data]).to.deep.equal([1, 2, 3]);
      w.data[1] = 20;
      workspace.release();
      expect(w.data).to.equal(home);
      expect([...w.data]).to.deep.equal([1, 20, 3]);
    });

    it('leaves released tensors their numbers, out of reach of whoever gets the memory next', () => {
      const y = workspace.run(() => empty([4]));
      y.data.fill(7);
      workspace.release();
      expect(inHeap(y)).to.equal(false);
      const next = new Workspace();
      next.run(() => empty([4]).data.fill(9));
      expect([...y.data]).to.deep.equal([7, 7, 7, 7]);
      next.release();
    });

    it('takes along, on release, what reshape and matmul made of a tensor: one array, out of reach', () => {
      const w = tensor([4], [1, 2, 3, 4]);
      workspace.adopt(w);
      const repeat = () =>
        workspace.run(() => {
          const y = empty([4]);
          const square = matmul(tensor([2, 1], [1, 2]), tensor([1, 2], [3, 4]), { into: y });
          return [y, square, reshape(y, [4, 1]), reshape(reshape(y, [2, 2]), [1, 4]), reshape(w, [2, 2])];
        });
      const [y, ...views] = repeat();
      repeat().forEach((again, i) => expect(again, 'nothing new is made').to.equal([y, ...views][i]));
      const matrix = views.pop()!;
      expect(matrix.data).to.equal(w.data);
      workspace.release();
      const next = new Workspace();
      next.run(() => [empty([4]), empty([4])].forEach(({ data }) => data.fill(9)));
      for (const view of views) {
        expect(view.data).to.equal(y.data);
        expect([...view.data]).to.deep.equal([3, 4, 6, 8]);
      }
      expect(matrix.data, 'of an adopted tensor, at home').to.equal(w.data);
      expect([...matrix.data]).to.deep.equal([1, 2, 3, 4]);
      next.release();
    });

    it('can be used again after release', () => {
      workspace.run(() => empty([4]));
      workspace.release();
      expect(workspace.run(() => empty([4])).data).to.have.length(4);
    });
  });
}

describe('Workspace', () => {
  it('falls back to ordinary arrays when the memory of the compiled loops is full', () => {
    useLoops('compiled');
    const { heap } = loops.current;
    const all: Float64Array[] = [];
    for (let length = 2 ** 28; length >= 1; length = Math.floor(length / 2)) {
      for (let array = heap!.allocate(length); array; array = heap!.allocate(length)) all.push(array);
    }
    const workspace = new Workspace();
    const w = tensor([2], [1, 2]);
    workspace.adopt(w);
    const y = workspace.run(() => empty([2]));
    expect([heap!.address(w.data), heap!.address(y.data)]).to.deep.equal([0, 0]);
    expect(y.data).to.have.length(2);
    expect(
      loops.current.multiply!(1, 1, 2, w.data, false, w.data, false, new Float64Array(1)),
      'no room for copies',
    ).to.equal(false);
    all.forEach((array) => heap!.release(array));
    workspace.release();
    expect([...w.data]).to.deep.equal([1, 2]);
    const again = heap!.allocate(1000);
    expect(again).to.have.length(1000);
    heap!.release(again!);
  });
});
