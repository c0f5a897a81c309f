// model, data → the probability of class 1 on a mesh over two features, with all others at their mean

import type { Dataset } from '../data/dataset';
import { OptionError, requireOption, ShapeError } from '../errors';
import { requireAtRest } from '../layers/in-training';
import type { Sequential } from '../layers/sequential';
import { softmax } from '../losses/softmax';
import { matrixShape, sameShape, showShape, tensor } from '../tensor/tensor';
import { predict } from '../training/evaluate';
import { requireFeatures } from './features';

/** Options of {@link decisionMap}. */
export interface DecisionMapOptions {
  /** Columns of x along the two axes (default [0, 1]). */
  features?: readonly [number, number];
  /** Distance of two points of the mesh, in units of the features (default 0.02). */
  mesh?: number;
  /** How far the mesh reaches beyond the data on each side, in units of the features (default 1). */
  margin?: number;
}

/** What a model says all over the plane of two features. */
export interface DecisionMap {
  /** Positions of the columns and of the rows. */
  x: Float64Array;
  y: Float64Array;
  /** The probability of class 1: `probability[i * x.length + j]` at `(x[j], y[i])`. */
  probability: Float64Array;
}

/**
 * Asks a model of two classes about every point of a mesh.
 *
 * @param model gives a logit for each class, `(n, 2)`
 * @param data tells how far the mesh reaches, and the means of the other features
 * @throws ShapeError when x is not a matrix or the model has not 2 outputs
 * @throws OptionError when there are not two classes, the model ends in Softmax, a feature does not exist or mesh is not above 0
 */
export function decisionMap(model: Sequential, data: Dataset, options: DecisionMapOptions = {}): DecisionMap {
  const { features = [0, 1], mesh = 0.02, margin = 1 } = options;
  requireAtRest(model, 'decisionMap');
  const [n, width] = matrixShape(data.x, 'decisionMap');
  requireOption(data.classes === 2, 'decisionMap: the data must have 2 classes', data.classes, 'a boundary parts two');
  requireOption(mesh > 0, 'decisionMap: mesh must be above 0', mesh, 'pass e.g. 0.02');
  requireFeatures(features, width, 'decisionMap');
  requireTwoLogits(model);
  const [x, y] = features.map((feature) => ticks(column(data, feature), mesh, margin));

  const rows = new Float64Array(x.length * width);
  for (let feature = 0; feature < width; feature++) {
    const mean = column(data, feature).reduce((sum, value) => sum + value, 0) / n;
    for (let j = 0; j < x.length; j++) rows[j * width + feature] = mean;
  }
  for (let j = 0; j < x.length; j++) rows[j * width + features[0]] = x[j];

  const probability = new Float64Array(x.length * y.length);
  y.forEach((height, i) => {
    for (let j = 0; j < x.length; j++) rows[j * width + features[1]] = height;
    const classes = softmax(predict(model, tensor([x.length, width], rows))); // (columns of the mesh, 2)
    for (let j = 0; j < x.length; j++) probability[i * x.length + j] = classes.data[2 * j + 1];
  });
  return { x, y, probability };
}

/** Holds that the softmax below is the only one, and of two numbers. @throws OptionError or ShapeError */
function requireTwoLogits({ layers, outputShape }: Sequential): void {
  if (layers[layers.length - 1].type === 'Softmax') {
    throw new OptionError(
      'decisionMap: it makes probabilities of logits itself, received a model that ends in Softmax; leave the last layer out',
    );
  }
  if (!sameShape(outputShape, [2])) {
    throw new ShapeError(
      `decisionMap: the model must have 2 outputs, a logit for each class, received ${showShape(outputShape)}; end it with new Dense(2)`,
    );
  }
}

function column({ x }: Dataset, feature: number): Float64Array {
  const [n, width] = x.shape;
  return Float64Array.from({ length: n }, (_, row) => x.data[row * width + feature]);
}

function ticks(values: Float64Array, mesh: number, margin: number): Float64Array {
  const low = values.reduce((a, b) => Math.min(a, b)) - margin;
  const high = values.reduce((a, b) => Math.max(a, b)) + margin;
  return Float64Array.from({ length: Math.ceil((high - low) / mesh) + 1 }, (_, i) => low + i * mesh);
}
