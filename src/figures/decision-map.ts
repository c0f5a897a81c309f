// model, data → the probability of class 1 on a mesh over two features, with all others at their mean

import { checkDataset, type Dataset } from '../data/dataset';
import { OptionError, requireKnownNames, requireOption, ShapeError } from '../errors';
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
  /**
   * Distance of two points of the mesh, in units of the features (default 0.02 where the data span 1 to 20 units, as standardized
   * ones do; elsewhere a 250th of what they span; larger where more than 2,000 points would be in a row).
   */
  mesh?: number;
  /**
   * How far the mesh reaches beyond the data on each side, in units of the features (default 1 where the data span 1 to 20 units;
   * elsewhere a fifth of what they span).
   */
  margin?: number;
}

/** Points along an axis when no mesh is given, at most; with one, the square of it is the most for the whole map. */
const mostPoints = 2000;

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
 * @throws OptionError when there are not two classes, the data are not finite, the model ends in Softmax, a feature does not exist,
 * mesh is not above 0 or makes more than 4 million points, or margin is below 0
 */
export function decisionMap(model: Sequential, data: Dataset, options: DecisionMapOptions = {}): DecisionMap {
  requireAtRest(model, 'decisionMap');
  const [n, width] = matrixShape(data.x, 'decisionMap');
  checkOptions(options, data);
  requireTwoLogits(model);
  const { features = [0, 1] } = options;
  const [x, y] = positions(data, features, options);

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

/** Checks options and data. @throws OptionError */
function checkOptions(options: DecisionMapOptions, data: Dataset): void {
  requireKnownNames(options, ['features', 'mesh', 'margin'], 'decisionMap');
  const { features = [0, 1], mesh, margin } = options;
  requireOption(
    data.classes === 2,
    'decisionMap: the data must have 2 classes',
    data.classes,
    'keep the examples of two, which a boundary parts',
  );
  checkDataset(data, 'decisionMap');
  requireOption(
    mesh === undefined || (Number.isFinite(mesh) && mesh > 0),
    'decisionMap: mesh must be a number above 0',
    mesh,
    'leave it out, or pass the distance of two points in units of the features',
  );
  requireOption(
    margin === undefined || (Number.isFinite(margin) && margin >= 0),
    'decisionMap: margin must be a number of at least 0',
    margin,
    'leave it out, or pass a distance in units of the features',
  );
  requireFeatures(features, data.x.shape[1], 'decisionMap');
}

/** Checks that the softmax below is the only one, and of two numbers. @throws OptionError or ShapeError */
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

/** The positions of the points along both axes. @throws OptionError when there are too many */
function positions(
  data: Dataset,
  features: readonly [number, number],
  { mesh, margin }: DecisionMapOptions,
): Float64Array[] {
  const axes = features.map((feature) => axisOf(column(data, feature), feature, mesh, margin));
  const [columns, rows] = axes.map(({ count }) => count);
  requireOption(
    columns * rows <= mostPoints * mostPoints,
    `decisionMap: a map must have at most ${mostPoints * mostPoints} points`,
    `${columns} · ${rows}, with a mesh of ${mesh}`,
    'leave mesh out, or pass a larger one: it is in units of the features',
  );
  return axes.map(({ low, step, count }) => Float64Array.from({ length: count }, (_, i) => low + i * step));
}

/** Where the points are along one axis: `count` of them from `low` on. */
function axisOf(
  values: Float64Array,
  feature: number,
  mesh: number | undefined,
  margin: number | undefined,
): { low: number; step: number; count: number } {
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const unit = unitOf(least, most);
  const [low, high] = [least - (margin ?? unit), most + (margin ?? unit)];
  requireOption(
    high > low && high - low < Infinity,
    'decisionMap: a feature must span a finite width above 0, with the margin on both sides',
    `${high - low} for feature ${feature}`,
    'leave margin out, or use other units',
  );
  const step = mesh ?? Math.max(0.02 * unit, (high - low) / (mostPoints - 2));
  return { low, step, count: Math.ceil((high - low) / step) + 1 };
}

/** What mesh and margin are counted in by default: 1 for data that span as much as standardized ones, else a fifth of what they span. */
function unitOf(least: number, most: number): number {
  const span = most - least;
  if (span === 0) return Math.max(1, Math.abs(most));
  return span >= 1 && span <= 20 ? 1 : span / 5;
}
