import { expect } from 'chai';
import fc from 'fast-check';
import { parseIdx } from '../../src/data/idx';
import { OptionError } from '../../src/errors';
import { expectLesson } from '../support/errors';
import { idx } from '../support/idx';

describe('parseIdx', () => {
  it('reads what was written', () => {
    expect(parseIdx(idx([2, 1, 3], [1, 2, 3, 4, 5, 255]))).to.deep.equal({
      shape: [2, 1, 3],
      data: Uint8Array.of(1, 2, 3, 4, 5, 255),
    });
    expect(parseIdx(idx([0], []))).to.deep.equal({ shape: [0], data: new Uint8Array(0) });
    expect(parseIdx(idx([300], new Array(300).fill(7))).shape).to.deep.equal([300]);
  });

  it('reads a part of a larger buffer', () => {
    const padded = Uint8Array.of(9, 9, ...idx([2], [5, 6]), 9);
    expect([...parseIdx(padded.subarray(2, padded.length - 1)).data]).to.deep.equal([5, 6]);
  });

  it('refuses every file that is cut off, and every byte too many', () => {
    const file = idx([2, 2], [1, 2, 3, 4]);
    for (let length = 0; length < file.length; length++)
      expect(() => parseIdx(file.subarray(0, length))).to.throw(OptionError);
    expect(() => parseIdx(Uint8Array.of(...file, 0))).to.throw('received 1 more');
  });

  it('refuses a wrong beginning, other types, and lengths that would overflow', async () => {
    await expectLesson(() => parseIdx(Uint8Array.of(0x1f, 0x8b, 8, 0), 'a.gz'), 'OptionError', 'a.gz', '1f 8b 08 00');
    await expectLesson(() => parseIdx(new Uint8Array(0)), 'OptionError', 'nothing');
    await expectLesson(() => parseIdx(idx([2], [0, 0], 0x0d)), 'OptionError', 'type 13');
    await expectLesson(() => parseIdx(idx([], [])), 'OptionError', 'axis');
    await expectLesson(() => parseIdx(idx([2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1], [1])), 'OptionError', 'cut off');
    await expectLesson(() => parseIdx(idx([60000], [5, 0, 4])), 'OptionError', '60000 bytes', 'received 3');
  });

  it('gives a message, and never anything else, for whatever bytes it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          const { shape, data } = parseIdx(bytes);
          expect(data).to.have.length(shape.reduce((size, length) => size * length, 1));
        } catch (error) {
          expect((error as Error).name).to.equal('OptionError');
        }
      }),
    );
  });
});
