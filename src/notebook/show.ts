// figure or Markdown → below the cell

import { createHash } from 'node:crypto';
import { describe, type Figure } from '../figures/figure';
import { isLiveFigure, type LiveFigure } from '../course/live-figure';
import { display, inNotebook, type Output } from './display';

/** The MIME type that JupyterLab and the website draw with Plotly. */
export const plotlyType = 'application/vnd.plotly.v1+json';

/** The MIME type that JupyterLab and the website bring to life. */
export const liveType = 'application/vnd.holdout.figure+json';

/**
 * Shows a figure, a live figure, or text in Markdown such as a table, below the cell. Outside a notebook it prints the text; of a figure,
 * what can be seen in it.
 *
 * @example
 * ```ts
 * show(learningCurves({ baseline: history }));
 * show(resultsTable(runs));
 * show(liveFigure('penalty-pull', { lambda: 0.1 }));
 * ```
 */
export function show(what: Figure | LiveFigure | string): void {
  const output = typeof what === 'string' ? markdown(what) : isLiveFigure(what) ? liveOutput(what) : figureOutput(what);
  if (inNotebook()) display(output);
  else console.log(output.data['text/plain']);
}

/** Markdown as an output. */
export function markdown(text: string): Output {
  return { data: { 'text/markdown': text, 'text/plain': text } };
}

/**
 * A figure as an output: for Plotly, and in words. The picture for viewers without Plotly is added after the notebook ran
 * (`npm run notebooks`); the hash in the metadata tells whether a picture is still that of the figure.
 */
export function figureOutput(figure: Figure): Output {
  const plotly = plain({ data: figure.data, layout: figure.layout });
  return {
    data: { [plotlyType]: plotly, 'text/plain': describe(figure) },
    metadata: { holdout: { figure: hashOf(plotly) } },
  };
}

/** A live figure as an output: its name and options, and its first picture in words, and later as a picture. */
function liveOutput(live: LiveFigure): Output {
  return { data: { [liveType]: live, 'text/plain': live.alt }, metadata: { holdout: { figure: hashOf(live) } } };
}

/** A hash of plain data that does not depend on the order of its keys: Jupyter sorts them. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, of]) => [key, sorted(of)]),
  );
}

/** As JSON keeps it: typed arrays become lists, and numbers get six digits, which is more than an eye can see. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, of]) => of !== undefined)
      .map(([key, of]) => [key, plain(of)]),
  );
}
