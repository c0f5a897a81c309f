// files of MNIST → loadMnist → images and labels to train and to test on.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkDataset, checkLabels, type ByteImages, type Dataset } from '../data/dataset';
import { parseIdx, type ByteArray } from '../data/idx';
import { OptionError, ShapeError } from '../errors';
import { showShape } from '../tensor/tensor';

const white = 255;
const classes = 10;
const files = {
  train: ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'],
  test: ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'],
} as const;

/**
 * Reads an IDX file, plain or compressed with gzip.
 *
 * @returns for images the shape `(n, height, width)`, for labels `(n)`
 * @throws OptionError when there is no such file, or it is damaged
 */
export function loadIdx(file: string): ByteArray {
  const name = basename(file);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new OptionError(`loadIdx: the file must be there, received ${file} (${reason(error)}); check the path`);
  }
  const compressed = bytes[0] === 0x1f && bytes[1] === 0x8b; // whatever it is called: browsers unpack without renaming
  try {
    if (compressed) bytes = gunzipSync(bytes);
  } catch (error) {
    throw new OptionError(
      `${name}: a compressed file must be whole, received one that cannot be unpacked (${reason(error)}); download it again`,
    );
  }
  return parseIdx(bytes, name);
}

/**
 * MNIST, or a set with the same four files and 10 classes such as Fashion-MNIST: `train-images-idx3-ubyte`,
 * `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte` and `t10k-labels-idx1-ubyte`, each with or without `.gz`. They are not
 * part of this library; `data/README.md` tells more.
 *
 * Validate on a part of `train`, not on `test`: `split(train, { test: 0, validation: 1 / 6, rng })`.
 *
 * @param folder where the files are
 * @returns images `(n, 28, 28, 1)` as bytes; 60,000 to train on and 10,000 to test
 * @throws OptionError when a file is missing or damaged, or a label is no digit
 * @throws ShapeError when images and labels do not belong together
 */
export function loadMnist(folder: string): { train: Dataset<ByteImages>; test: Dataset<ByteImages> } {
  const find = (name: string) => [name, `${name}.gz`].map((file) => join(folder, file)).find(existsSync);
  const names = [...files.train, ...files.test];
  const missing = names.filter((name) => !find(name));
  if (missing.length > 0) {
    throw new OptionError(
      `loadMnist: the folder must hold ${names.join(', ')}, each with or without .gz, received ${folder} without ${missing.join(', ')}; put the files of MNIST there, or use makeDigits`,
    );
  }
  const [train, test] = [files.train, files.test].map(([images, labels]) => labelled(find(images)!, find(labels)!));
  return { train, test };
}

function labelled(imageFile: string, labelFile: string): Dataset<ByteImages> {
  const [images, labels] = [loadIdx(imageFile), loadIdx(labelFile)];
  const names = `loadMnist: ${basename(imageFile)} and ${basename(labelFile)}`;
  if (images.shape.length !== 3 || labels.shape.length !== 1) {
    throw new ShapeError(
      `${names} must have the shapes (n, height, width) and (n), received ${showShape(images.shape)} and ${showShape(labels.shape)}; check that none of them was renamed`,
    );
  }
  const [n, height, width] = images.shape;
  if (labels.shape[0] !== n) {
    throw new ShapeError(
      `${names}: every image must have its label, received ${n} images and ${labels.shape[0]} labels; take both files from the same set`,
    );
  }
  checkLabels(labels.data, classes, basename(labelFile));
  const data = {
    x: { shape: [n, height, width, 1], data: images.data, white } as const,
    y: Int32Array.from(labels.data),
    classes,
  };
  checkDataset(data, names);
  return data;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
