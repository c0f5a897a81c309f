// A page as its readers may have it, light, dark, on a phone, → what axe-core finds wrong with it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { tools } from '../lib/paths.mjs';

const source = readFileSync(createRequire(join(tools, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that look at colours: another theme changes nothing else. */
export const ofColors = { runOnly: ['cat.color'] };

/** The others: at another width a page has the same colours. What only a phone shows is checked whole beside the search. */
export const butColors = { rules: { 'color-contrast': { enabled: false } } };

/** What axe-core finds in the page as it is now: lines that name the state, the rule and the first element. */
export async function faultsOf(page, state, rules = {}) {
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(source);
  const options = { resultTypes: ['violations'], ...rules };
  const found = await page.evaluate((how) => window.axe.run(document, how), options);
  return found.violations.map(
    ({ id, help, nodes }) =>
      `${state}: ${id} (${help}), ${nodes.length}×, e.g. ${nodes[0].target.flat().join(' ')} ${nodes[0].html.slice(0, 160)}`,
  );
}

/** Gives the page the theme, as the reader's choice does, and waits until its figures have it. */
export async function setTheme(page, theme) {
  await page.evaluate((value) => (document.documentElement.dataset.theme = value), theme);
  await page.waitForTimeout(150);
}
