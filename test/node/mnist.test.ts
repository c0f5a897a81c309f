import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadIdx, loadMnist } from '../../src/node/mnist';
import { expectLesson } from '../support/errors';
import { idx } from '../support/idx';

describe('loadMnist', () => {
  let folder: string;
  const images = (n: number) =>
    idx(
      [n, 2, 3],
      Array.from({ length: 6 * n }, (_, i) => i % 256),
    );
  const labels = (n: number) =>
    idx(
      [n],
      Array.from({ length: n }, (_, i) => i % 10),
    );
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mnist-'));
    write('train-images-idx3-ubyte.gz', gzipSync(images(12)));
    write('train-labels-idx1-ubyte', labels(12));
    write('t10k-images-idx3-ubyte', gzipSync(images(3))); // unpacked in name only
    write('t10k-labels-idx1-ubyte.gz', gzipSync(labels(3)));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('reads the four files, plain or compressed', () => {
    const { train, test } = loadMnist(folder);
    expect([train.x.shape, test.x.shape]).to.deep.equal([
      [12, 2, 3, 1],
      [3, 2, 3, 1],
    ]);
    expect([...train.x.data.subarray(6, 12)]).to.deep.equal([6, 7, 8, 9, 10, 11]);
    expect([...train.y]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    expect([train.classes, train.x.white]).to.deep.equal([10, 255]);
  });

  it('names the files that are missing, and the folder', async () => {
    rmSync(join(folder, 't10k-labels-idx1-ubyte.gz'));
    await expectLesson(() => loadMnist(folder), 'OptionError', folder, 'without t10k-labels-idx1-ubyte;', 'makeDigits');
    await expectLesson(
      () => loadMnist(join(folder, 'nowhere')),
      'OptionError',
      'train-images-idx3-ubyte, train-labels-idx1-ubyte',
    );
  });

  it('refuses a file that is cut off, compressed or not', async () => {
    write('train-images-idx3-ubyte.gz', gzipSync(images(12)).subarray(0, 40));
    await expectLesson(() => loadMnist(folder), 'OptionError', 'train-images-idx3-ubyte.gz', 'download it again');
    write('train-images-idx3-ubyte.gz', gzipSync(images(12).subarray(0, 40)));
    await expectLesson(() => loadMnist(folder), 'OptionError', '72 bytes', 'received 24', 'cut off');
  });

  it('refuses files that were exchanged, other counts, and labels that are no digits', async () => {
    write('train-labels-idx1-ubyte', images(12));
    await expectLesson(() => loadMnist(folder), 'ShapeError', '(12, 2, 3) and (12, 2, 3)');
    write('train-labels-idx1-ubyte', labels(11));
    await expectLesson(() => loadMnist(folder), 'ShapeError', '12 images and 11 labels');
    write('train-labels-idx1-ubyte', idx([12], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0]));
    await expectLesson(() => loadMnist(folder), 'OptionError', 'train-labels-idx1-ubyte', 'received 10 in row 10');
    write('train-labels-idx1-ubyte', labels(0));
    write('train-images-idx3-ubyte.gz', images(0));
    await expectLesson(() => loadMnist(folder), 'ShapeError', 'at least one example');
  });
});

describe('loadIdx', () => {
  it('says which file is not there', async () => {
    await expectLesson(() => loadIdx(join(tmpdir(), 'no-such-file')), 'OptionError', 'no-such-file', 'check the path');
  });
});
