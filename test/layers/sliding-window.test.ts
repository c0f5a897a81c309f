import { expect } from 'chai';
import fc from 'fast-check';
import { SlidingWindow } from '../../src/layers/sliding-window';
import { expectLesson } from '../support/errors';

const axis = fc.record({
  length: fc.integer({ min: 1, max: 12 }),
  size: fc.integer({ min: 1, max: 5 }),
  stride: fc.integer({ min: 1, max: 4 }),
});

describe('SlidingWindow', () => {
  it("'valid' places never leave the image, and one more would", () => {
    fc.assert(
      fc.property(axis, ({ length, size, stride }) => {
        fc.pre(size <= length);
        const [{ before, count }] = new SlidingWindow([size, 1], { strides: stride }).over([length, 1, 1]);
        const end = (place: number) => place * stride - before + size;
        expect(before).to.equal(0);
        expect(end(count - 1)).to.be.at.most(length);
        expect(end(count)).to.be.above(length);
      }),
    );
  });

  it("'same' has a place for every stride of the image, and its padding is shared with the larger half behind", () => {
    fc.assert(
      fc.property(axis, ({ length, size, stride }) => {
        const [{ before, count }] = new SlidingWindow([size, 1], { strides: stride, padding: 'same' }).over([
          length,
          1,
          1,
        ]);
        const after = Math.max((count - 1) * stride - before + size - length, 0);
        expect(count).to.equal(Math.ceil(length / stride));
        expect(after - before).to.be.oneOf([0, 1]);
      }),
    );
  });

  it('takes one length for both axes, or height and width', () => {
    const [down, across] = new SlidingWindow([2, 3], { strides: [1, 2] }).over([5, 7, 1]);
    expect([down.count, across.count]).to.deep.equal([4, 3]);
    expect(new SlidingWindow(3).size).to.deep.equal([3, 3]);
  });

  it('refuses lengths that are no whole numbers of at least 1, unknown padding, what is no image, and a window larger than it', async () => {
    await expectLesson(() => new SlidingWindow(0), 'OptionError', 'size', '0');
    await expectLesson(() => new SlidingWindow([3, 1.5]), 'OptionError', '[3, 1.5]');
    await expectLesson(() => new SlidingWindow(3, { strides: -1 }), 'OptionError', 'strides', '-1');
    await expectLesson(() => new SlidingWindow(3, { padding: 'full' as 'same' }), 'OptionError', '"full"');
    await expectLesson(() => new SlidingWindow(3).over([28, 28]), 'ShapeError', '(28, 28)');
    await expectLesson(() => new SlidingWindow([3, 5]).over([4, 4, 1]), 'ShapeError', '(3, 5)', '(4, 4, 1)', "'same'");
  });
});
