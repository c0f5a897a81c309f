// models, data → what each model says where: shade, boundary, points

import type { Dataset } from '../data/dataset';
import { gather } from '../data/rows';
import type { Sequential } from '../layers/sequential';
import { accuracy } from '../metrics/accuracy';
import { predict } from '../training/evaluate';
import { modelOf } from '../experiments/train-recipe';
import { boundaryLength } from './boundary';
import { scatterTraces } from './dataset-scatter';
import { decisionMap, type DecisionMap, type DecisionMapOptions } from './decision-map';
import { boundaryTrace, shade } from './decision-traces';
import { figure, type Figure, type TitleOptions, type Trace } from './figure';
import { digitsOf, percent } from './format';
import { groups, type Named } from './named';
import { axesOf, panelLayout } from './panels';
import { color, ink } from './style';

/** Options of {@link decisionBoundaries}. */
export interface DecisionBoundariesOptions extends DecisionMapOptions, TitleOptions {
  /** Examples drawn in each panel at most, the first of the data (default 300). */
  points?: number;
  /** Names of the two axes, with units (default `feature 1`, `feature 2`). */
  axes?: readonly [string, string];
}

/**
 * Draws where models of two classes change their mind: a panel for each model, and, when there are several, one with all
 * their boundaries. The models answer on a mesh over two features; all other features are at their mean over the data. With
 * several seeds, the panel of a recipe shows the first. Each panel
 * names the accuracy on the data given and the length of the boundary in the plane, in units of the features: it means something
 * where both have the same.
 *
 * @param runs of `trainAll`, or models under their names
 * @param data what to draw and to measure on, e.g. `data.validation`; its x is a matrix `(n, features)`
 * @throws OptionError when there is no run, recipes that differ share a name, the data have not 2 classes, a model ends in
 * Softmax or a feature does not exist; ShapeError when the data do not fit the models or a model has not 2 outputs
 *
 * @example `show(decisionBoundaries(runs, data.validation))`
 */
export function decisionBoundaries(
  runs: Named<Sequential>,
  data: Dataset,
  options: DecisionBoundariesOptions = {},
): Figure {
  const { features = [0, 1], points = 300, axes } = options;
  const models = groups(runs, (run) => modelOf(run, data), 'decisionBoundaries').map(
    ({ name, members: [model] }, i) => {
      const map = decisionMap(model, data, options);
      return {
        name,
        map,
        lines: boundaryTrace(map),
        length: boundaryLength(map).toFixed(digitsOf(spanOf(map)) - 1),
        accuracy: accuracy(predict(model, data.x), data.y),
        color: color(i),
      };
    },
  );
  const shown = gather(data, Int32Array.from(data.y.keys()), 0, Math.min(points, data.y.length));
  const dots = scatterTraces(shown, features).map((trace) => ({
    ...trace,
    marker: { ...(trace.marker as object), size: 4 },
  }));
  const names = axes ?? features.map((feature) => `feature ${feature + 1}`);

  const traces = models.flatMap(({ name, map, lines, color: lineColor }, i): Trace[] => [
    { ...shade(map), ...axesOf(i) },
    ...dots.map((trace, k) => ({ ...trace, ...axesOf(i), legendgroup: `class ${k}`, showlegend: i === 0 })),
    {
      ...lines,
      name,
      legendgroup: name,
      showlegend: models.length > 1,
      line: { color: models.length > 1 ? lineColor : ink, width: 2 },
      ...axesOf(i),
    },
  ]);
  if (models.length > 1) {
    for (const { name, lines, color: lineColor } of models) {
      traces.push({
        ...lines,
        name,
        legendgroup: name,
        showlegend: false,
        line: { color: lineColor, width: 2 },
        ...axesOf(models.length),
      });
    }
  }

  const titles = models.map(
    ({ name, length, accuracy: fraction }) => `${name}<br>${percent(fraction)}<br>length ${length}`,
  );
  if (models.length > 1) titles.push('all boundaries');
  const columns = Math.min(titles.length, 3);
  const { x, y } = models[0].map;
  const ranges = { x: [x[0], x[x.length - 1]], y: [y[0], y[y.length - 1]] };
  const panels = titles.map((title, i) => {
    const [left, bottom] = [i % columns === 0, i + columns >= titles.length];
    return {
      title,
      xaxis: {
        range: ranges.x,
        showgrid: false,
        zeroline: false,
        nticks: 5,
        showticklabels: bottom,
        ...(bottom && { title: { text: names[0] } }),
      },
      yaxis: {
        range: ranges.y,
        showgrid: false,
        zeroline: false,
        nticks: 5,
        showticklabels: left,
        ...(left && { title: { text: names[1] } }),
      },
    };
  });
  const rows = Math.ceil(titles.length / columns);
  return figure(traces, {
    title:
      options.title ??
      `Where ${models.length > 1 ? 'each' : 'the'} model changes its mind (shade: how sure it is), and its accuracy on ${data.y.length} examples`,
    alt: `Map of the probability of class 1 over ${names[0]} and ${names[1]}, a panel for each model. ${models
      .map(
        ({ name, length, accuracy: fraction }) =>
          `${name}: accuracy ${percent(fraction)}, boundary ${length} units long.`,
      )
      .join(' ')}`,
    headroom: 48,
    height: 140 + 250 * rows,
    layout: panelLayout(panels, columns, { x: 0.06, y: 0.25 }),
  });
}

/** The shorter side of a map. */
function spanOf({ x, y }: DecisionMap): number {
  return Math.min(x[x.length - 1] - x[0], y[y.length - 1] - y[0]);
}
