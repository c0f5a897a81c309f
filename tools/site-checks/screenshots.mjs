// Pictures of home, a notebook and each live figure, 390 and 1280 pixels wide, light and dark, for somebody to look at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inParallel, wakeFigures } from './visits.mjs';

const states = [false, true].flatMap((small) => [false, true].map((dark) => ({ small, dark })));

export async function takeScreenshots(visits, folder) {
  mkdirSync(folder, { recursive: true });
  await inParallel(states, async (state) => {
    const name = `${state.small ? 390 : 1280}-${state.dark ? 'dark' : 'light'}`;
    const picture = (what) => ({ path: join(folder, `${what}-${name}.png`) });
    for (const [what, path] of Object.entries({ home: '', notebook: 'notebooks/03-l1-and-l2-by-hand/' }))
      await visits.visit(path, state, async (page) => {
        await wakeFigures(page);
        await page.waitForTimeout(300);
        await page.screenshot({ ...picture(what), fullPage: true });
      });
    await visits.visit('live/', state, async (page) => {
      await wakeFigures(page);
      for (const figure of await page.locator('[data-script]').all()) {
        await figure.scrollIntoViewIfNeeded();
        await page.waitForTimeout(1500);
        await figure.screenshot(picture(await figure.evaluate((element) => element.localName.replace('holdout-', ''))));
      }
    });
  });
}
