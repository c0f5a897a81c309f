// a table of numbers → a grid of shades with the numbers in it

import { OptionError, requireKnownNames } from '../errors';
import { chartAxes, chartOptions, short, type ChartOptions } from './chart-options';
import { figure, type Figure } from './figure';

/** Light enough for dark numbers, on white and on black paper. */
const shades = [
  [0, '#E8F1F8'],
  [1, '#4F9ED1'],
];

/** Options of {@link heatMap}. */
export interface HeatMapOptions extends ChartOptions {
  /** What the columns stand for, from left to right. */
  columns: readonly (string | number)[];
  /** What the rows stand for, from top to bottom. */
  rows: readonly (string | number)[];
  /** How a number is written into its cell (default three digits). */
  format?: (value: number) => string;
}

/**
 * Draws a table of numbers as shades, with the numbers in the cells.
 *
 * @param values one list a row
 * @throws OptionError when the numbers of rows and columns do not fit the labels
 *
 * @example
 * ```ts
 * show(heatMap(accuracy, { rows: l2s, columns: rates, x: 'dropout rate', y: 'λ of L2', title: 'Both together gain less than their sum' }));
 * ```
 */
export function heatMap(values: readonly ArrayLike<number>[], options: HeatMapOptions): Figure {
  requireKnownNames(options, [...chartOptions, 'columns', 'rows', 'format'], 'heatMap');
  const { title, rows, columns, height = 150 + 36 * values.length, format = short } = options;
  if (values.length !== rows.length || values.some(({ length }) => length !== columns.length)) {
    throw new OptionError(
      `heatMap: values must have a row for each of ${rows.length} labels and ${columns.length} numbers in each, received rows of ${values.map(({ length }) => length).join(', ')}; check rows and columns`,
    );
  }
  const z = values.map((row) => Array.from(row));
  const text = z.map((row) => row.map(format));
  const axes = chartAxes(options);
  const category = { type: 'category', showgrid: false };
  return figure(
    [
      {
        type: 'heatmap',
        z,
        x: columns.map(String),
        y: rows.map(String),
        text,
        texttemplate: '%{text}',
        textfont: { color: '#111' },
        colorscale: shades,
        showscale: false,
        xgap: 2,
        ygap: 2,
        hovertemplate: '%{y}, %{x}: %{text}<extra></extra>',
      },
    ],
    {
      title,
      alt:
        options.alt ??
        `Table of shades, ${options.y} by ${options.x}. ${rows.map((row, i) => `${row}: ${columns.map((column, j) => `${text[i][j]} at ${column}`).join(', ')}.`).join(' ')}`,
      height,
      layout: { xaxis: { ...axes.xaxis, ...category }, yaxis: { ...axes.yaxis, ...category, autorange: 'reversed' } },
    },
  );
}
