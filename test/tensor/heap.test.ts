import { expect } from 'chai';
import fc from 'fast-check';
import { Heap } from '../../src/tensor/heap';

describe('Heap', () => {
  it('hands out arrays that start at cache lines and never overlap, and takes all of them back', () => {
    const steps = fc.array(
      fc.record({ allocate: fc.boolean(), length: fc.integer({ min: 0, max: 60 }), at: fc.nat() }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (steps) => {
        const heap = new Heap(new ArrayBuffer(4096), 64);
        const held: { array: Float64Array; mark: number }[] = [];
        steps.forEach(({ allocate, length, at }, mark) => {
          if (allocate) {
            const array = heap.allocate(length);
            if (!array) return;
            expect(array.length).to.equal(length);
            expect(array.byteOffset % 64).to.equal(0);
            expect(array.byteOffset).to.be.at.least(64);
            held.push({ array: array.fill(mark), mark });
          } else if (held.length > 0) {
            heap.release(held.splice(at % held.length, 1)[0].array);
          }
          for (const { array, mark } of held) expect(array.every((value) => value === mark)).to.equal(true);
        });
        for (const { array } of held) heap.release(array);
        expect(heap.allocate((4096 - 64) / 8), 'all room in one piece').to.have.length((4096 - 64) / 8);
        expect(heap.allocate(1), 'no room is left').to.equal(undefined);
      }),
    );
  });

  it('knows the addresses of its own arrays, and takes back nothing else', () => {
    const heap = new Heap(new ArrayBuffer(256), 64);
    const array = heap.allocate(3)!;
    expect(heap.address(array)).to.equal(64);
    expect(heap.address(new Float64Array(3))).to.equal(0);
    expect(heap.address(array.subarray(0, 2)), 'a part may not be written past its end').to.equal(0);
    heap.release(array);
    expect(heap.address(array)).to.equal(0);
    expect(() => heap.release(array)).to.throw('once');
  });

  it('gives a part of an array its address, and its place back with the whole', () => {
    const heap = new Heap(new ArrayBuffer(1024), 64);
    const whole = heap.allocate(20)!;
    const part = heap.part(whole, 5);
    whole.set([1, 2, 3, 4, 5, 6]);
    expect([...part]).to.deep.equal([1, 2, 3, 4, 5]);
    expect(heap.address(part)).to.equal(heap.address(whole));
    heap.release(part);
    expect(heap.address(part)).to.equal(0);
    expect(heap.address(heap.allocate(1)!), 'the whole is still taken').to.equal(64 + 192);
    heap.release(whole);
    expect(heap.address(heap.allocate(20)!)).to.equal(64);
    expect(() => heap.release(part)).to.throw('once');
  });
});
