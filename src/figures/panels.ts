// several small plots → axes side by side in one figure, each with a title of its own.

import type { Layout } from './figure';

/** One plot of several. */
export interface Panel {
  title: string;
  /** Plotly attributes of its axes. */
  xaxis?: Layout;
  yaxis?: Layout;
}

/** The names of the axes of the i-th panel, as traces need them. */
export function axesOf(i: number): { xaxis: string; yaxis: string } {
  return { xaxis: `x${i ? i + 1 : ''}`, yaxis: `y${i ? i + 1 : ''}` };
}

/**
 * The part of a layout that sets out panels row by row.
 *
 * @param columns panels side by side
 * @param gaps empty part of a cell, from 0 to 1; y has to hold the panel's title
 */
export function panelLayout(panels: readonly Panel[], columns: number, gaps: { x: number; y: number }): Layout {
  const layout: Layout = {
    grid: { rows: Math.ceil(panels.length / columns), columns, pattern: 'independent', xgap: gaps.x, ygap: gaps.y },
  };
  panels.forEach(({ xaxis, yaxis }, i) => {
    const number = i ? i + 1 : '';
    layout[`xaxis${number}`] = xaxis ?? {};
    layout[`yaxis${number}`] = yaxis ?? {};
  });
  layout.annotations = panels.map(({ title }, i) => {
    const { xaxis, yaxis } = axesOf(i);
    return {
      text: title,
      showarrow: false,
      xref: `${xaxis} domain`,
      yref: `${yaxis} domain`,
      x: 0,
      xanchor: 'left',
      align: 'left',
      y: 1,
      yanchor: 'bottom',
      font: { size: 13 },
    };
  });
  return layout;
}
