// a notebook that a learner opens → the same file when it is saved, and a tab for each of its links that is clicked
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { notebookFiles, readNotebook } from '../lib/notebook.mjs';
import { notebooks } from '../lib/paths.mjs';

/**
 * Opens every notebook of a copy from the list of files, saves it, and clicks its links to other files. The copies have
 * another form than the committed files, which saving gives them back.
 */
export async function checkLinks(lab, folder) {
  for (const file of notebookFiles())
    writeFileSync(join(folder, basename(file)), JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
  const noKernel = (route) => route.request().method() === 'POST' || route.fallback(); // it stays without an answer
  await lab.page.route('**/api/sessions?*', noKernel);
  let clicks = 0;
  try {
    await lab.page.goto(`${lab.server.url}&reset`); // once: a notebook that is open stays open
    for (const file of notebookFiles()) {
      await open(lab.page, basename(file));
      await checkSaved(lab, file, join(folder, basename(file)));
      for (const target of targetsIn(file)) {
        await open(lab.page, basename(file));
        await follow(lab.page, basename(file), target);
        clicks++;
      }
    }
  } finally {
    await lab.page.unroute('**/api/sessions?*', noKernel);
  }
  return `${clicks} clicks`;
}

async function open(page, notebook) {
  await page.dblclick(`.jp-DirListing-item:has-text("${notebook}")`);
  await page.waitForSelector(current(notebook));
  await page.waitForSelector(shown('.jp-RenderedMarkdown'));
}

async function checkSaved(lab, committed, copy) {
  await lab.page.waitForTimeout(300); // for what a figure might write while it is drawn
  if (await lab.page.locator('.jp-mod-dirty').count()) throw new Error(`${copy}: to open it changes it`);
  await lab.save();
  const [before, after] = [committed, copy].map((path) => readFileSync(path, 'utf8').split('\n'));
  const at = before.findIndex((line, i) => line !== after[i]);
  if (at >= 0 || after.length !== before.length)
    throw new Error(`${copy}, line ${at + 1}: ${before[at]} became ${after[at]}`);
}

/** Clicks a link in the notebook that is shown; the target must come up in a tab of its own. */
async function follow(page, notebook, target) {
  const link = page.locator(`${shown('.jp-RenderedMarkdown')} a[href*="/${basename(target)}?"]`).first();
  await link.evaluate((element) => element.closest('details')?.setAttribute('open', '')); // an answer that is folded away
  await link.click();
  await page.waitForSelector(current(basename(target))).catch(() => {
    throw new Error(`${notebook}: a click on ${target} opens nothing`);
  });
  await page.waitForSelector(`${shown()}:has-text(${JSON.stringify(beginningOf(join(notebooks, target)))})`);
}

const current = (name) => `.lm-DockPanel-tabBar .lm-TabBar-tab.lm-mod-current:has(:text-is("${name}"))`;
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
