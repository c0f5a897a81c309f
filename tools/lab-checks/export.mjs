// the notebooks → pages and slides by nbconvert, without a network: pictures with alternative text, formulas, no warning
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jupyterEnv } from '../lib/jupyter.mjs';
import {
  notebookFiles,
  picturedOf,
  plotlyType,
  readNotebook,
  withoutPictures,
  writeNotebook,
} from '../lib/notebook.mjs';
import { scratch, venvBin } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

const place = join(scratch, 'check-export');
const drawn = join(place, '03-run-without-a-browser.ipynb');

/**
 * Exports every notebook, and looks at pages, one of them of a notebook that holds no pictures, and at slides. JupyterLab's
 * own menu exports with the same templates.
 */
export async function checkExport(browser, { url }) {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const quick = notebookFiles(['03'])[0];
  writeNotebook(drawn, withoutPictures(readNotebook(quick)));
  await convert('html', ...notebookFiles(), drawn);
  await convert('slides', quick);

  const page = await browser.newPage();
  const asked = [];
  await page.route(/^(http|ws)s?:/, (route) => asked.push(route.request().url()) && route.abort());
  for (const file of notebookFiles()) await lookAt(page, file, '.html');
  const plots = await lookAt(page, drawn, '.html');
  if (plots === 0) throw new Error('a notebook without pictures shows no figures');
  await lookAt(page, quick, '.slides.html');
  const { slides, all } = await page.evaluate(() => ({
    slides: window.Reveal.getHorizontalSlides().length,
    all: window.Reveal.getTotalSlides(),
  }));
  const headings = readNotebook(quick).cells.filter(({ source }) => /^##? /.test(source)).length;
  if (slides !== headings || all <= slides)
    throw new Error(`${headings} headings, ${slides} slides, ${all} with their parts`);
  const elsewhere = asked.filter((url) => !url.includes('mermaid'));
  if (elsewhere.length > 0) throw new Error(`the pages ask for ${elsewhere.join(', ')}`);
  await page.close();
  const [address, query] = url.split('lab?');
  const exported = await (await fetch(`${address}nbconvert/html/notebooks/${basename(quick)}?${query}`)).text();
  if (!exported.includes(`alt="Bar chart`))
    throw new Error('the page that JupyterLab exports has pictures without alternative text');
}

/** `jupyter nbconvert`, which must have nothing to warn of. */
async function convert(format, ...files) {
  const options = ['-m', 'nbconvert', '--to', format, '--output-dir', place, '--log-level', 'WARN'];
  const printed = await run(venvBin('python'), [...options, ...files], { env: jupyterEnv() });
  if (printed.trim()) throw new Error(printed);
}

/**
 * Opens what was made of a notebook: each figure is a picture with alternative text or a chart, each formula is set. Returns the
 * number of charts. A live figure without a picture shows its text.
 */
async function lookAt(page, file, ending) {
  await page.goto(pathToFileURL(join(place, basename(file, '.ipynb') + ending)).href);
  const seen = await page.evaluate(() => ({
    pictures: [...document.images].filter(({ naturalWidth, alt }) => naturalWidth > 0 && alt.length > 20).length,
    charts: [...document.querySelectorAll('.js-plotly-plot')].filter((plot) => plot.querySelector('.main-svg')).length,
    formulas: document.querySelectorAll('math').length,
    wrong: document.querySelectorAll('.katex-error').length,
  }));
  const { cells } = readNotebook(file);
  const figures = picturedOf({ cells }).filter(({ data }) => data['image/png'] || data[plotlyType]);
  const withFormulas = cells.filter(({ cell_type, source }) => cell_type === 'markdown' && /\$[^$]+\$/.test(source));
  if (seen.pictures + seen.charts !== figures.length || seen.formulas < withFormulas.length || seen.wrong > 0)
    throw new Error(
      `${basename(file)}: ${figures.length} figures, ${withFormulas.length} cells with formulas; ${JSON.stringify(seen)}`,
    );
  return seen.charts;
}
