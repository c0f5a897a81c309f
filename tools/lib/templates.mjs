// tools/nbconvert/ → nbconvert's templates in .venv, with the scripts that exported pages contain: they need no network.
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, tools, venv } from './paths.mjs';

export const templates = join(tools, 'nbconvert');

const place = join(venv, 'share', 'jupyter', 'nbconvert', 'templates');
const scripts = join(place, 'holdout', 'static');

/** From node_modules/. */
const embedded = [
  'plotly.js-dist/plotly.js',
  'katex/dist/katex.min.js',
  'katex/dist/contrib/auto-render.min.js',
  'reveal.js/dist/reveal.js',
  'reveal.js/dist/reveal.css',
];

/** The files without which a page cannot be exported. */
export const templateFiles = embedded.map((path) => join(scripts, basename(path)));

/** Settings for nbconvert, and for JupyterLab's menu “Save and Export Notebook As”. */
export const exporters = {
  HTMLExporter: { template_name: 'holdout' },
  SlidesExporter: { template_name: 'holdout-slides' },
};

export async function installTemplates() {
  const { build } = await import('esbuild'); // here: a fresh clone has no packages yet
  cpSync(templates, place, { recursive: true });
  await build({
    entryPoints: embedded.map((path) => join(root, 'node_modules', path)),
    entryNames: '[name]',
    outdir: scripts,
    minify: true,
    logLevel: 'warning',
  });
}
