// What can be trained on: examples with classes, or examples with targets of the same shape as the output.

import { checkDataset, checkFinite, type Dataset, type Inputs } from '../data/dataset';
import { gatherLabels, gatherRows, type Order } from '../data/rows';
import { requireOption, ShapeError } from '../errors';
import type { Target } from '../losses/loss';
import { showShape, sizeOf, type Tensor } from '../tensor/tensor';

/** A {@link Dataset}, or inputs with a tensor of targets, one row each (regression, or one-hot labels). */
export type Examples = Dataset<Inputs> | { x: Tensor; y: Tensor };

/** Checks that examples can be learned from. @throws ShapeError or OptionError; `who` opens the message */
export function checkExamples(examples: Examples, who: string): void {
  requireOption(
    !!examples?.x?.shape && !!examples.y,
    `${who}: examples must be { x, y }, with a tensor x`,
    examples,
    'pass e.g. data.train',
  );
  if ('classes' in examples) {
    return checkDataset(examples, who);
  }
  const { x, y } = examples;
  requireOption(
    !!y.shape,
    `${who}: without classes y must be a tensor of targets`,
    y,
    'pass a tensor (n, outputs), or, for labels, say how many classes there are: { x, y, classes: 2 }',
  );
  if (x.shape.length < 2 || x.data.length === 0 || x.shape[0] !== y.shape[0]) {
    throw new ShapeError(
      `${who}: every row of x needs its target, received ${showShape(x.shape)} and ${showShape(y.shape)}; give both the same number of rows, at least one`,
    );
  }
  for (const [name, { shape, data }] of Object.entries({ x, y })) {
    if (data.length !== sizeOf(shape)) {
      throw new ShapeError(
        `${who}: ${name} of shape ${showShape(shape)} must hold ${sizeOf(shape)} numbers, received ${data.length}; give one for each element`,
      );
    }
  }
  checkFinite(x, who);
  checkFinite(y, who, 'targets');
}

/** Inputs and targets of rows `order[from]` … `order[to - 1]`; without an order, of rows `from` … `to - 1`. */
export function gatherExamples(
  { x, y }: Examples,
  order: Order,
  from: number,
  to: number,
): { x: Tensor; target: Target } {
  return {
    x: gatherRows(x, order, from, to),
    target: y instanceof Int32Array ? gatherLabels(y, order, from, to) : gatherRows(y, order, from, to),
  };
}
