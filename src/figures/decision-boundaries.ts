// models, data → what each model says where: shade, boundary, points

import { requireKnownNames } from '../errors';
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
import { axesOf, panelLayout, type Panel } from './panels';
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
  requireKnownNames(options, ['title', 'features', 'mesh', 'margin', 'points', 'axes'], 'decisionBoundaries');
  const { features = [0, 1], mesh, margin, points = 300, axes } = options;
  const models = groups(runs, (run) => modelOf(run, data), 'decisionBoundaries').map(
    ({ name, members: [model] }, i): Answers => {
      const map = decisionMap(model, data, { features, mesh, margin });
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
  const names = axes ?? features.map((feature) => `feature ${feature + 1}`);
  const titles = models.map(
    ({ name, length, accuracy: fraction }) => `${name}<br>${percent(fraction)}<br>length ${length}`,
  );
  if (models.length > 1) titles.push('all boundaries');
  const columns = Math.min(titles.length, 3);
  return figure(tracesOf(models, scatterTraces(shown, features)), {
    title:
      options.title ??
      `Where ${models.length > 1 ? 'each' : 'the'} model changes its mind (shade: how sure it is), and its accuracy on ${data.y.length} examples`,
    alt: inWords(models, names),
    headroom: 48,
    height: 140 + 250 * Math.ceil(titles.length / columns),
    layout: panelLayout(panelsOf(titles, columns, models[0].map, names), columns, { x: 0.06, y: 0.25 }),
  });
}

/** A model, and its answers on the mesh and on the data. */
interface Answers {
  name: string;
  map: DecisionMap;
  /** The boundary, without its place and its looks. */
  lines: Trace;
  /** Its length, as it is written. */
  length: string;
  /** On the data. */
  accuracy: number;
  color: string;
}

/** Shade, examples and boundary of each model in a panel of its own; several boundaries together in one more. */
function tracesOf(models: readonly Answers[], examples: readonly Trace[]): Trace[] {
  const several = models.length > 1;
  const dots = examples.map((trace) => ({ ...trace, marker: { ...(trace.marker as object), size: 4 } }));
  const traces = models.flatMap(({ name, map, lines, color: lineColor }, i): Trace[] => [
    { ...shade(map), ...axesOf(i) },
    ...dots.map((trace, k) => ({ ...trace, ...axesOf(i), legendgroup: `class ${k}`, showlegend: i === 0 })),
    {
      ...lines,
      name,
      legendgroup: name,
      showlegend: several,
      line: { color: several ? lineColor : ink, width: 2 },
      ...axesOf(i),
    },
  ]);
  if (!several) return traces;
  const together = models.map(({ name, lines, color: lineColor }) => ({
    ...lines,
    name,
    legendgroup: name,
    showlegend: false,
    line: { color: lineColor, width: 2 },
    ...axesOf(models.length),
  }));
  return [...traces, ...together];
}

/** Panels with the same ranges; numbers and names of the axes at the left and at the bottom only. */
function panelsOf(
  titles: readonly string[],
  columns: number,
  { x, y }: DecisionMap,
  names: readonly string[],
): Panel[] {
  const axis = (range: number[], showticklabels: boolean, name: string) => ({
    range,
    showgrid: false,
    zeroline: false,
    nticks: 5,
    showticklabels,
    ...(showticklabels && { title: { text: name } }),
  });
  return titles.map((title, i) => ({
    title,
    xaxis: axis([x[0], x[x.length - 1]], i + columns >= titles.length, names[0]),
    yaxis: axis([y[0], y[y.length - 1]], i % columns === 0, names[1]),
  }));
}

function inWords(models: readonly Answers[], names: readonly string[]): string {
  const findings = models.map(
    ({ name, length, accuracy: fraction }) => `${name}: accuracy ${percent(fraction)}, boundary ${length} units long.`,
  );
  return `Map of the probability of class 1 over ${names[0]} and ${names[1]}, a panel for each model. ${findings.join(' ')}`;
}

/** The shorter side of a map. */
function spanOf({ x, y }: DecisionMap): number {
  return Math.min(x[x.length - 1] - x[0], y[y.length - 1] - y[0]);
}
