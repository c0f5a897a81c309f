// numbers → Figure: what `show`, the website and any Plotly can draw.

import { template, titleLines } from './style';

/** One Plotly trace, e.g. `{ type: 'scatter', x: [1, 2], y: [3, 4] }`. */
export interface Trace {
  type: string;
  [attribute: string]: unknown;
}

/** A Plotly layout: title, axes, legend and so on. */
export interface Layout {
  [attribute: string]: unknown;
}

/** A picture as plain data: a Plotly figure. Its text for those who cannot see it is `layout.meta.alt`. */
export interface Figure {
  data: Trace[];
  layout: Layout;
}

/** What every figure function takes besides its data. */
export interface TitleOptions {
  /** What the figure shows, in a sentence (default: what was found in the data). */
  title?: string;
}

/** Options of {@link figure}. */
export interface FigureOptions {
  /** What the figure shows, in a sentence; long ones are broken into lines. */
  title: string;
  /** The same for those who cannot see it: kind of picture, axes, and the numbers that matter. */
  alt: string;
  /** In pixels (default 380). The width is that of the page. */
  height?: number;
  /** Room for the titles of panels above the axes, in pixels (default 0). */
  headroom?: number;
  /** Further Plotly layout: axes with their titles and units, annotations. */
  layout?: Layout;
}

/**
 * A figure in the style of the course: transparent paper, ink that is readable on white and on black, colours that a
 * colour-blind person can tell apart, the legend below the axes, and room for the title.
 *
 * @example
 * ```ts
 * show(figure([{ type: 'scatter', x: rates, y: losses }], {
 *   title: 'The loss is lowest at a rate of 0.1',
 *   alt: 'Line chart of the loss against the learning rate.',
 *   layout: { xaxis: { title: { text: 'learning rate' }, type: 'log' }, yaxis: { title: { text: 'loss (nats)' } } },
 * }));
 * ```
 */
export function figure(data: Trace[], { title, alt, height = 380, headroom = 0, layout = {} }: FigureOptions): Figure {
  const lines = titleLines(title);
  return {
    data,
    layout: {
      title: { text: lines.join('<br>'), pad: { t: 10 * lines.length } }, // Plotly centres the lines about the first one's place
      height,
      margin: { l: 8, r: 8, t: 22 + 18 * lines.length + headroom, b: 8 },
      meta: { alt },
      template,
      ...layout,
    },
  };
}

/** The text of a figure for those who cannot see it: its title, then what it shows. */
export function describe({ layout }: Figure): string {
  const { text } = (layout.title ?? {}) as { text?: string };
  const { alt } = (layout.meta ?? {}) as { alt?: string };
  const title = text?.replace(/<br>/g, ' ').replace(/<[^>]*>/g, '');
  return [title, alt].filter(Boolean).join('\n');
}
