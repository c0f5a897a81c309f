// dataset → a point for each example, a colour and a shape for each class

import { requireKnownNames } from '../errors';
import type { Dataset } from '../data/dataset';
import { matrixShape } from '../tensor/tensor';
import { requireFeatures } from './features';
import { figure, type Figure, type TitleOptions, type Trace } from './figure';
import { digitsOf, list, rounded } from './format';
import { classPalette, classSymbols, color } from './style';

/** Options of {@link datasetScatter}. */
export interface DatasetScatterOptions extends TitleOptions {
  /** Columns of x to draw, horizontally and vertically (default [0, 1]). */
  features?: readonly [number, number];
  /** Names of the two axes, with units (default `feature 1`, `feature 2`). */
  axes?: readonly [string, string];
}

/**
 * Draws two features of a dataset against each other.
 *
 * @param data x must be a matrix `(n, features)`
 * @throws ShapeError when x is not a matrix, OptionError when a feature does not exist
 *
 * @example `show(datasetScatter(moons))`
 */
export function datasetScatter(data: Dataset, options: DatasetScatterOptions = {}): Figure {
  requireKnownNames(options, ['title', 'features', 'axes'], 'datasetScatter');
  const [n, width] = matrixShape(data.x, 'datasetScatter');
  const { features = [0, 1] } = options;
  requireFeatures(features, width, 'datasetScatter');
  const [across, up] = options.axes ?? features.map((feature) => `feature ${feature + 1}`);
  const counts = Array.from({ length: data.classes }, (_, k) =>
    data.y.reduce((sum, label) => sum + (label === k ? 1 : 0), 0),
  );
  return figure(scatterTraces(data, features), {
    title: options.title ?? `${n} examples of ${data.classes} classes: two of ${width} features`,
    alt: `Scatter plot of ${up} against ${across}: ${list(counts.map((count, k) => `${count} points of class ${k}`))}.`,
    height: 420,
    layout: { xaxis: { title: { text: across } }, yaxis: { title: { text: up } } },
  });
}

/** The points of each class, to be laid over other things as well. */
export function scatterTraces({ x, y, classes }: Dataset, features: readonly [number, number]): Trace[] {
  const [n, width] = x.shape;
  const digits = features.map((feature) => {
    const values = Array.from({ length: n }, (_, row) => x.data[row * width + feature]);
    return digitsOf(values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)));
  });
  return Array.from({ length: classes }, (_, k) => {
    const rows = Array.from(y.keys()).filter((row) => y[row] === k);
    const column = (axis: 0 | 1) => rows.map((row) => rounded(x.data[row * width + features[axis]], digits[axis]));
    return {
      type: 'scatter',
      mode: 'markers',
      name: `class ${k}`,
      x: column(0),
      y: column(1),
      marker: {
        color: color(k, classPalette),
        symbol: color(k, classSymbols),
        size: 6,
        opacity: 0.8,
        line: { color: 'rgba(0,0,0,0.4)', width: 0.5 },
      },
    };
  });
}
