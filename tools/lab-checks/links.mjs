// a link in a notebook → the tab that JupyterLab opens when a learner clicks it
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { notebookFiles, readNotebook } from '../lib/notebook.mjs';
import { notebooks } from '../lib/paths.mjs';

/** Clicks the links of every notebook to other files, each target once a notebook. */
export async function checkLinks(lab) {
  const noKernel = (route) => route.request().method() === 'POST' || route.fallback(); // it stays without an answer
  await lab.page.route('**/api/sessions?*', noKernel);
  let clicks = 0;
  try {
    for (const file of notebookFiles()) {
      await lab.page.goto(lab.address(basename(file)));
      for (const target of targetsIn(file)) await follow(lab.page, basename(file), target);
      clicks += targetsIn(file).length;
    }
  } finally {
    await lab.page.unroute('**/api/sessions?*', noKernel);
  }
  return `${clicks} clicks`;
}

/** Clicks a link of a notebook that is open in a tab; its target must come up in another. */
async function follow(page, notebook, target) {
  await page.click(tab(notebook));
  const link = page.locator(`${shown('.jp-RenderedMarkdown')} a[href*="/${basename(target)}?"]`).first();
  await link.evaluate((element) => element.closest('details')?.setAttribute('open', '')); // an answer that is folded away
  await link.click();
  await page.waitForSelector(`${tab(basename(target))}.lm-mod-current`).catch(() => {
    throw new Error(`${notebook}: a click on ${target} opens nothing`);
  });
  await page.waitForSelector(`${shown()}:has-text(${JSON.stringify(beginningOf(join(notebooks, target)))})`);
}

const tab = (name) => `.lm-DockPanel-tabBar .lm-TabBar-tab:has(:text-is("${name}"))`;
const shown = (inside = '') => `#jp-main-dock-panel .jp-MainAreaWidget:not(.lm-mod-hidden) ${inside}`;

/** The files that the prose of a notebook links to. */
function targetsIn(file) {
  const prose = readNotebook(file).cells.filter(({ cell_type }) => cell_type === 'markdown');
  const targets = prose.flatMap(({ source }) => [...source.matchAll(/\]\(([^)#\s]+)|href="([^"#]+)/g)]);
  return [...new Set(targets.map(([, link, html]) => link ?? html).filter((target) => !/^[a-z]+:/.test(target)))];
}

/** The title of a notebook or page, the first line of a program. */
function beginningOf(file) {
  const text = file.endsWith('.ipynb') ? readNotebook(file).cells[0].source : readFileSync(file, 'utf8');
  return file.endsWith('.ts') ? text.split('\n')[0] : /^# (.*)/m.exec(text)[1];
}
