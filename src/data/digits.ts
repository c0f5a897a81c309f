// text → loadDigits → 1,797 small images of handwritten digits, without a file or a network.

import type { ByteImages, Dataset } from './dataset';
import { digitPixels } from './digit-pixels';

const size = 8;

/**
 * The handwritten digits that ship with scikit-learn: 1,797 images of 8 × 8 pixels from 13 writers, about 180 of each of 10
 * classes (E. Alpaydin and C. Kaynak 1998, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository,
 * https://doi.org/10.24432/C50P49, CC BY 4.0). The order is that of scikit-learn.
 *
 * @returns x `(1797, 8, 8, 1)`, bytes from 0 (paper) to 16 (ink), which become numbers from 0 to 1
 */
export function loadDigits(): Dataset<ByteImages> {
  const lines = digitPixels.trim().split('\n');
  const data = new Uint8Array(lines.length * size * size);
  lines.forEach((line, i) => {
    for (let pixel = 0; pixel < size * size; pixel++) data[i * size * size + pixel] = parseInt(line[1 + pixel], 17);
  });
  return {
    x: { shape: [lines.length, size, size, 1], data, white: 16 },
    y: Int32Array.from(lines, (line) => Number(line[0])),
    classes: 10,
  };
}
