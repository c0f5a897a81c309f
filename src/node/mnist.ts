// files of MNIST → loadMnist → images and labels to train and to test on.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkDataset, checkLabels, type ByteImages, type Dataset } from '../data/dataset';
import { parseIdx, type ByteArray } from '../data/idx';
import { OptionError, requireKnownNames, requireOption, ShapeError } from '../errors';
import { showShape } from '../tensor/tensor';
import { findMnistFiles } from './mnist-files';

const white = 255;

/** Options of {@link loadMnist}. */
export interface MnistOptions {
  /** What the names of the files begin with, e.g. `emnist-letters` (default: nothing, or the one set that is there). */
  set?: string;
  /** The label in the files that becomes class 0 (default 0; 1 for the letters of EMNIST). */
  firstLabel?: number;
  /** How many classes there are (default: up to the largest label in both files). */
  classes?: number;
}

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
  const compressed = () => bytes[0] === 0x1f && bytes[1] === 0x8b; // whatever it is called: browsers unpack without renaming
  try {
    if (compressed()) bytes = gunzipSync(bytes);
    if (compressed()) bytes = gunzipSync(bytes); // servers compress what is compressed already
  } catch (error) {
    throw new OptionError(
      `${name}: a compressed file must be whole, received one that cannot be unpacked (${reason(error)}); download it again`,
    );
  }
  return parseIdx(bytes, name);
}

/**
 * MNIST, or a set in the same four files such as Fashion-MNIST and EMNIST: `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`,
 * `t10k-images-idx3-ubyte` and `t10k-labels-idx1-ubyte`. Each may be compressed with `.gz`, have a dot before `idx`, `test` for
 * `t10k`, small or capital letters, and the name of its set in front, as archives have them. They are not part of this library;
 * `data/README.md` tells more.
 *
 * Validate on a part of `train`, not on `test`: `split(train, { test: 0, validation: 1 / 6, rng })`. Images are read as they are
 * stored: those of EMNIST with rows and columns exchanged.
 *
 * @param folder where the files are
 * @returns images `(n, 28, 28, 1)` as bytes; of MNIST 60,000 to train on and 10,000 to test
 * @throws OptionError when a file is missing or damaged, there are several sets, or a label is no class
 * @throws ShapeError when images and labels do not belong together
 *
 * @example `loadMnist('letters', { firstLabel: 1 }) // EMNIST's letters, labelled from 1 to 26`
 */
export function loadMnist(
  folder: string,
  options: MnistOptions = {},
): { train: Dataset<ByteImages>; test: Dataset<ByteImages> } {
  requireKnownNames(options, ['set', 'firstLabel', 'classes'], 'loadMnist');
  const { firstLabel = 0 } = options;
  requireOption(
    Number.isInteger(firstLabel) && firstLabel >= 0,
    'loadMnist: firstLabel must be a whole number of at least 0',
    firstLabel,
    'leave it out, or pass 1 for labels from 1 on',
  );
  const [trainImages, trainLabels, testImages, testLabels] = findMnistFiles(folder, options.set);
  const parts = [labelled(trainImages, trainLabels), labelled(testImages, testLabels)];
  const [least, most] = extremes(parts.map(({ labels }) => labels));
  if (least > 0 && options.firstLabel === undefined && most >= (options.classes ?? 0)) {
    throw new OptionError(
      `loadMnist: labels must begin with 0, received labels from ${least} to ${most}; pass firstLabel: ${least} to count the classes from there, or firstLabel: 0 to keep the numbers`,
    );
  }
  const { classes = most - firstLabel + 1 } = options;
  const [train, test] = parts.map(({ images, labels, imageFile, labelFile }) => {
    const y = Int32Array.from(labels, (label) => label - firstLabel);
    checkLabels(y, classes, basename(labelFile));
    const data = { x: images, y, classes };
    checkDataset(data, `loadMnist: ${basename(imageFile)} and ${basename(labelFile)}`);
    return data;
  });
  return { train, test };
}

function extremes(lists: readonly Uint8Array[]): [least: number, most: number] {
  let [least, most] = [255, 0];
  for (const labels of lists) {
    for (const label of labels) {
      least = Math.min(least, label);
      most = Math.max(most, label);
    }
  }
  return [least, most];
}

interface Labelled {
  images: ByteImages;
  labels: Uint8Array;
  imageFile: string;
  labelFile: string;
}

function labelled(imageFile: string, labelFile: string): Labelled {
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
  return {
    images: { shape: [n, height, width, 1], data: images.data, white },
    labels: labels.data,
    imageFile,
    labelFile,
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
