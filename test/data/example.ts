// Small datasets whose rows tell where they came from.

import type { ByteImages, Dataset } from '../../src/data/dataset';
import { tensor } from '../../src/tensor/tensor';

/** Row i is [i, 1000 + i], its class i mod classes. */
export function numberedDataset(n: number, classes = 3): Dataset {
  const rows = Array.from({ length: n }, (_, i) => [i, 1000 + i]);
  return { x: tensor([n, 2], rows), y: Int32Array.from(rows, ([i]) => i % classes), classes };
}

/** Image i is 2 × 1 pixels, the bytes i and 100 + i of 200, its class i mod classes. */
export function numberedImages(n: number, classes = 3): Dataset<ByteImages> {
  const bytes = Array.from({ length: n }, (_, i) => [i, 100 + i]);
  return {
    x: { shape: [n, 2, 1, 1], data: Uint8Array.from(bytes.flat()), white: 200 },
    y: Int32Array.from(bytes, ([i]) => i % classes),
    classes,
  };
}

/** The original row numbers of a part of {@link numberedDataset}, after a check that rows and labels are still whole. */
export function rowNumbers({ x, y, classes }: Dataset): number[] {
  return Array.from(y, (label, i) => {
    const [number, second] = x.data.subarray(2 * i, 2 * i + 2);
    if (second !== 1000 + number || label !== number % classes) throw new Error(`row ${number} came apart`);
    return number;
  });
}
