import { expect } from 'chai';
import { gather, gatherLabels, gatherRows, pick } from '../../src/data/rows';
import { Workspace } from '../../src/tensor/memory';
import { tensor } from '../../src/tensor/tensor';
import { numberedDataset, numberedImages, rowNumbers } from './example';

describe('gatherRows', () => {
  it('picks rows and labels in the given order, again and again if need be', () => {
    expect(rowNumbers(gather(numberedDataset(9), [7, 0, 7, 3]))).to.deep.equal([7, 0, 7, 3]);
    expect(rowNumbers(gather(numberedDataset(9), Int32Array.of(7, 0, 8, 3), 1, 3))).to.deep.equal([0, 8]);
  });

  it('keeps the shape of images', () => {
    const images = tensor([2, 2, 1, 1], [1, 2, 3, 4]);
    expect(gatherRows(images, [1])).to.deep.equal(tensor([1, 2, 1, 1], [3, 4]));
  });

  it('turns bytes into numbers from 0 to white', () => {
    const images = { shape: [2, 1, 2, 1] as const, data: Uint8Array.of(0, 16, 4, 1), white: 16 };
    expect(gatherRows(images, [1, 0])).to.deep.equal(tensor([2, 1, 2, 1], [0.25, 1 / 16, 0, 1]));
  });

  it('gives rows and labels as they stand without an order', () => {
    const { x, y } = numberedDataset(6);
    expect(gatherRows(x, undefined, 2, 5)).to.deep.equal(gatherRows(x, [2, 3, 4]));
    expect(gatherRows(numberedImages(6).x, undefined, 4)).to.deep.equal(gatherRows(numberedImages(6).x, [4, 5]));
    expect([...gatherLabels(y, undefined, 2, 5)]).to.deep.equal([...gatherLabels(y, [2, 3, 4])]);
  });

  it('gives an empty part for an empty range', () => {
    expect(gatherRows(numberedDataset(3).x, [2, 1, 0], 1, 1).shape).to.deep.equal([0, 2]);
    expect(gatherLabels(numberedDataset(3).y, [2, 1, 0], 1, 1)).to.have.length(0);
  });

  it('uses the same memory in every repetition of a workspace', () => {
    const { x } = numberedDataset(8);
    const workspace = new Workspace();
    const first = workspace.run(() => gatherRows(x, [0, 1]));
    const second = workspace.run(() => gatherRows(x, [5, 6]));
    expect(second.data.buffer).to.equal(first.data.buffer);
    expect([...second.data]).to.deep.equal([5, 1005, 6, 1006]);
  });
});

describe('pick', () => {
  it('leaves bytes what they are, and picks the labels with them', () => {
    const { x, y, classes } = pick(numberedImages(9), Int32Array.of(7, 0, 8, 3), 1, 4);
    expect(x).to.deep.equal({ shape: [3, 2, 1, 1], data: Uint8Array.of(0, 100, 8, 108, 3, 103), white: 200 });
    expect([...y]).to.deep.equal([0, 2, 0]);
    expect(classes).to.equal(3);
  });

  it('gives numbers where there are numbers', () => {
    expect(rowNumbers(pick(numberedDataset(9), Int32Array.of(7, 0, 8, 3), 1, 3))).to.deep.equal([0, 8]);
  });
});
