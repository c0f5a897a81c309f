import { expect } from 'chai';
import type { ByteImages, Dataset } from '../../src/data/dataset';
import { gather } from '../../src/data/rows';
import { imageGrid } from '../../src/figures/image-grid';
import { zeros } from '../../src/tensor/tensor';
import { expectLesson } from '../support/errors';

/** Image i is 2 × 3 pixels, all of them byte i + 1. */
const images: Dataset<ByteImages> = {
  x: { shape: [5, 2, 3, 1], data: new Uint8Array(30).map((_, k) => Math.floor(k / 6) + 1), white: 255 },
  y: Int32Array.of(7, 8, 9, 7, 8),
  classes: 10,
};

/** The numbers of the grid that are not empty, each once, in the order in which they stand. */
function drawn(z: (number | null)[][]): (number | null)[] {
  return [...new Set(z.flat())].filter((value) => value !== null);
}

describe('imageGrid', () => {
  it('draws each image whole, row after row, with its class below', () => {
    const { data, layout } = imageGrid(images, { columns: 3 });
    const z = data[0].z as (number | null)[][];
    expect(drawn(z)).to.deep.equal([1, 2, 3, 4, 5]);
    for (let i = 1; i <= 5; i++) expect(z.flat().filter((value) => value === i)).to.have.length(6);
    const annotations = layout.annotations as { text: string; x: number; y: number }[];
    expect(annotations.map(({ text }) => text)).to.deep.equal(['7', '8', '9', '7', '8']);
    expect(annotations[3].x).to.equal(annotations[0].x);
    expect(annotations[3].y).to.be.above(annotations[2].y);
  });

  it('draws no more than there is room for, and the captions it is given', () => {
    const { data, layout } = imageGrid(images, { columns: 2, rows: 1, captions: ['is 7', 'is 8'] });
    expect(drawn(data[0].z as (number | null)[][])).to.deep.equal([1, 2]);
    expect((layout.annotations as { text: string }[]).map(({ text }) => text)).to.deep.equal(['is 7', 'is 8']);
  });

  it('draws the same from numbers as from bytes', () => {
    expect(imageGrid(gather(images, [0, 1, 2, 3, 4]))).to.deep.equal(imageGrid(images));
  });

  it('refuses what are no images of one channel, and too few captions', async () => {
    await expectLesson(() => imageGrid({ ...images, x: zeros([5, 6]) }), 'ShapeError', '(5, 6)');
    await expectLesson(() => imageGrid({ ...images, x: zeros([5, 1, 2, 3]) }), 'ShapeError', '(5, 1, 2, 3)');
    await expectLesson(() => imageGrid(images, { captions: ['a'] }), 'OptionError', '5 images', '1');
  });
});
