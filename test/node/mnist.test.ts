import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    await expectLesson(
      () => loadMnist(folder),
      'OptionError',
      folder,
      'without t10k-labels-idx1-ubyte (there are',
      'makeDigits',
    );
    await expectLesson(() => loadMnist(join(folder, 'nowhere')), 'OptionError', 'nowhere', 'check the path');
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
    await expectLesson(
      () => loadMnist(folder, { classes: 10 }),
      'OptionError',
      'train-labels-idx1-ubyte',
      'received 10 in row 10',
    );
    write('train-labels-idx1-ubyte', labels(0));
    write('train-images-idx3-ubyte.gz', images(0));
    await expectLesson(() => loadMnist(folder), 'ShapeError', 'at least one example');
  });
});

describe('loadMnist, with names and labels as archives have them,', () => {
  let folder: string;
  const digits = (n: number, first = 0, classes = 10) =>
    idx(
      [n],
      Array.from({ length: n }, (_, i) => first + (i % classes)),
    );
  const write = (names: readonly string[], first = 0, classes = 10) => {
    const [trainImages, trainLabels, testImages, testLabels] = names;
    const files = [
      [
        trainImages,
        idx(
          [60, 1, 2],
          Array.from({ length: 120 }, (_, i) => i),
        ),
      ],
      [trainLabels, digits(60, first, classes)],
      [
        testImages,
        idx(
          [30, 1, 2],
          Array.from({ length: 60 }, (_, i) => i),
        ),
      ],
      [testLabels, digits(30, first, classes)],
    ] as const;
    for (const [name, bytes] of files) writeFileSync(join(folder, name), /gz$/i.test(name) ? gzipSync(bytes) : bytes);
  };
  const named = (form: (part: string, what: string) => string) =>
    [['train', 'images'], ['train', 'labels'], ['t10k', 'images'], ['t10k', 'labels']].map(([part, what]) => form(part, what)); // prettier-ignore
  const axes = (what: string) => (what === 'images' ? 3 : 1);

  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mnist-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const forms: Record<string, (part: string, what: string) => string> = {
    'a dot for the dash': (part, what) => `${part}-${what}.idx${axes(what)}-ubyte`,
    'a dot, compressed': (part, what) => `${part}-${what}.idx${axes(what)}-ubyte.gz`,
    'capital letters': (part, what) => `${part}-${what}-idx${axes(what)}-ubyte.gz`.toUpperCase(),
    'test for t10k': (part, what) => `${part.replace('t10k', 'test')}-${what}-idx${axes(what)}-ubyte`,
    'a set in front': (part, what) => `emnist-mnist-${part.replace('t10k', 'test')}-${what}-idx${axes(what)}-ubyte.gz`,
  };
  for (const [what, form] of Object.entries(forms)) {
    it(`finds files with ${what}`, () => {
      write(named(form));
      const { train, test } = loadMnist(folder);
      expect([train.y.length, test.y.length, train.classes]).to.deep.equal([60, 30, 10]);
    });
  }

  it('takes the files themselves when folders have the same names', () => {
    write(named(forms['a dot for the dash']));
    mkdirSync(join(folder, 'train-images-idx3-ubyte'));
    expect(loadMnist(folder).train.y).to.have.length(60);
  });

  it('says which files are there when one is missing', async () => {
    write(named(forms['a dot for the dash']));
    rmSync(join(folder, 't10k-images.idx3-ubyte'));
    writeFileSync(join(folder, 'archive.zip'), 'PK');
    await expectLesson(
      () => loadMnist(folder),
      'OptionError',
      'without t10k-images-idx3-ubyte (there are archive.zip, ',
    );
    await expectLesson(() => loadMnist(folder), 'OptionError', 'train-images.idx3-ubyte');
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    await expectLesson(() => loadMnist(folder), 'OptionError', '(there is no file)');
  });

  it('asks which of several sets is meant, and reads that one', async () => {
    const of = (set: string) =>
      named((part, what) => `${set}-${part.replace('t10k', 'test')}-${what}-idx${axes(what)}-ubyte.gz`);
    write(of('emnist-letters'), 1, 26);
    write(of('emnist-balanced'), 0, 30);
    await expectLesson(() => loadMnist(folder), 'OptionError', 'pass one of emnist-balanced, emnist-letters');
    expect(loadMnist(folder, { set: 'emnist-balanced' }).test.classes).to.equal(30);
    const missing = () => loadMnist(folder, { set: 'emnist-digits' });
    await expectLesson(missing, 'OptionError', 'without emnist-digits-train-images-idx3-ubyte');
    await expectLesson(() => loadMnist(folder, { Set: 'x' } as never), 'OptionError', '"Set"');
  });

  it('counts classes up to the largest label of both parts, and numbers them from a first label', async () => {
    write(named(forms['test for t10k']), 1, 26);
    await expectLesson(() => loadMnist(folder), 'OptionError', 'labels from 1 to 26', 'pass firstLabel: 1');
    await expectLesson(() => loadMnist(folder, { classes: 26 }), 'OptionError', 'pass firstLabel: 1');
    const letters = loadMnist(folder, { firstLabel: 1 }).train;
    expect([letters.classes, letters.y[0], letters.y[25], letters.y[26]]).to.deep.equal([26, 0, 25, 0]);
    const kept = loadMnist(folder, { firstLabel: 0 }).train;
    expect([kept.classes, kept.y[0]]).to.deep.equal([27, 1]);
    expect(loadMnist(folder, { firstLabel: 1, classes: 30 }).test.classes).to.equal(30);
    await expectLesson(() => loadMnist(folder, { firstLabel: 2 }), 'OptionError', 'received -1 in row 0');
    writeFileSync(join(folder, 'test-labels-idx1-ubyte'), digits(30, 1, 28));
    expect(loadMnist(folder, { firstLabel: 1 }).train.classes).to.equal(28);
    for (const firstLabel of [-1, 0.5, '1'])
      await expectLesson(() => loadMnist(folder, { firstLabel: firstLabel as number }), 'OptionError', 'firstLabel');
  });

  it('reads what was compressed twice, and says what a file is that is something else', async () => {
    write(named(forms['test for t10k']));
    const images = join(folder, 'train-images-idx3-ubyte');
    const bytes = idx(
      [60, 1, 2],
      Array.from({ length: 120 }, (_, i) => i),
    );
    writeFileSync(images, gzipSync(gzipSync(bytes)));
    expect(loadMnist(folder).train.y).to.have.length(60);
    const others: [bytes: string | Uint8Array, what: string, remedy: string][] = [
      ['<!DOCTYPE html><html></html>', 'a web page', 'not the page about it'],
      ['\ufeff\n <html>', 'a web page', 'not the page about it'],
      [gzipSync('<html></html>'), 'a web page', 'not the page about it'],
      [gzipSync(gzipSync(gzipSync(bytes))), 'gzip', 'unpack the file first'],
      ['PK\x03\x04', 'a zip archive', 'unpack it'],
      ['version https://git-lfs.github.com/spec/v1', 'a pointer of Git LFS', 'git lfs pull'],
      ['label,pixel0', '6c 61 62 65;', 'how it was downloaded'],
    ];
    for (const [content, what, remedy] of others) {
      writeFileSync(images, content);
      await expectLesson(() => loadMnist(folder), 'OptionError', 'train-images-idx3-ubyte', what, remedy);
    }
  });
});

describe('loadIdx', () => {
  it('says which file is not there', async () => {
    await expectLesson(() => loadIdx(join(tmpdir(), 'no-such-file')), 'OptionError', 'no-such-file', 'check the path');
  });
});
