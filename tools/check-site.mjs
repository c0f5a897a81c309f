// npm run check:site: the website in a headless Chromium, as its readers have it. Builds it twice, for `/` and for a sub-path.
// `--built` takes the builds of the run before. SCREENSHOTS=DIR keeps pictures of home, a notebook and the live figures, narrow and wide, light and dark.
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './lib/browser.mjs';
import { Checks } from './lib/checks.mjs';
import { scratch } from './lib/paths.mjs';
import { buildSite, siteDist } from './lib/site.mjs';
import { serveFolder } from './lib/static-server.mjs';
import { main } from './lib/step.mjs';
import { butColors, faultsOf, ofColors, setTheme } from './site-checks/accessibility.mjs';
import { checkLinks, pagesOf } from './site-checks/links.mjs';
import { takeScreenshots } from './site-checks/screenshots.mjs';
import { Visits, inParallel, wakeFigures } from './site-checks/visits.mjs';
import { weightOf } from './site-checks/weight.mjs';

/** What the site promises; kB are on the wire. */
const limits = { total: 190, scripts: 45, shift: 0.01, paint: 1800 };

const subPath = '/courses/regularization/';
const subPathDist = join(scratch, 'site-sub-path');
const notebook = 'notebooks/08-five-models/';

function assert(condition, message) {
  if (!condition) throw new Error(message);
}

const none = (list) => assert(list.length === 0, list.slice(0, 20).join('\n'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** One page of each kind, and all notebooks. */
function samplePages(pages) {
  const first = (start) => pages.find((page) => page.startsWith(start) && page !== start);
  const kinds = ['', 'live/', first('exercises/'), first('api/'), 'glossary/'];
  return [...kinds, ...pages.filter((page) => /^notebooks\/./.test(page))].filter((page) => pages.includes(page));
}

function checkStatic(folder, base) {
  const { broken, links, outside, pages } = checkLinks(folder, base);
  none(broken);
  return `${links} links in ${pages} pages; ${outside.length} addresses of other hosts were not asked`;
}

async function checkFirstLoads(visits, pages) {
  const weights = await inParallel(samplePages(pages), async (path) => {
    return visits.visit(path, {}, async (page, visit) => {
      await page.waitForLoadState('networkidle');
      const near = await page.evaluate(() =>
        [...document.querySelectorAll('figure[data-figure]')].some(
          (f) => f.getBoundingClientRect().top < innerHeight + 300,
        ),
      );
      return { path: path || 'home', near, ...weightOf(visit) };
    });
  });
  const heaviest = (key) => weights.reduce((a, b) => (b[key] > a[key] ? b : a));
  for (const key of ['total', 'scripts'])
    assert(
      heaviest(key)[key] <= limits[key],
      weights.map((w) => `${w.path}: ${w[key].toFixed(1)} kB ${key}`).join('\n'),
    );
  none(
    weights
      .filter(({ near, plotly }) => !near && plotly > 0)
      .map(({ path, plotly }) => `${path}: ${plotly} kB of Plotly, no figure is near`),
  );
  const text = (key) => `${heaviest(key)[key].toFixed(0)} kB (${heaviest(key).path})`;
  return `at most ${text('total')}, of which scripts at most ${text('scripts')}; home ${weights[0].total.toFixed(0)} kB`;
}

async function checkPaint(visits) {
  const found = [];
  for (const path of ['', notebook]) {
    const runs = [];
    for (let i = 0; i < 5; i++)
      runs.push(
        await visits.visit(path, { small: true, slow: true }, async (page) => {
          await page.waitForTimeout(1500);
          return page.evaluate(() => window.seen);
        }),
      );
    const [paint, shift] = ['paint', 'shift'].map((key) => median(runs.map((run) => run[key])));
    found.push({ path: path || 'home', paint, shift, painted: runs[0].painted });
  }
  const lines = found.map(
    ({ path, paint, shift, painted }) =>
      `${path} ${(paint / 1000).toFixed(2)} s (${painted}), shift ${shift.toFixed(3)}`,
  );
  // Where several processes wait for each core, a page waits that many times longer.
  const waiting = Math.max(1, loadavg()[0] / availableParallelism());
  assert(
    found.every(({ paint, shift }) => paint <= limits.paint * waiting && shift <= limits.shift),
    lines.join('\n'),
  );
  return `${lines.join('; ')} at ${waiting.toFixed(1)} processes a core`;
}

/** Every page with its figures awake: light, dark and as on a phone. */
async function checkAccessibility(visits, pages) {
  const shifts = [];
  const faults = await inParallel(pages, (path) =>
    visits.visit(path, {}, async (page) => {
      await wakeFigures(page);
      const shift = await page.evaluate(() => window.seen.shift);
      shifts.push({ path, shift });
      const found = await faultsOf(page, 'light');
      await setTheme(page, 'dark');
      found.push(...(await faultsOf(page, 'dark', ofColors)));
      await page.setViewportSize({ width: 390, height: 844 });
      await page.waitForTimeout(100);
      found.push(...(await faultsOf(page, 'dark, on a phone', butColors)));
      return found.map((fault) => `${path || 'home'}, ${fault}`);
    }),
  );
  none(faults.flat());
  none(
    shifts
      .filter(({ shift }) => shift > limits.shift)
      .map(({ path, shift }) => `${path}: layout shift ${shift.toFixed(3)}`),
  );
  return `${pages.length} pages, each in three states; layout shift at most ${Math.max(...shifts.map(({ shift }) => shift)).toFixed(3)}`;
}

async function checkSearch(visits, { small, dark }) {
  await visits.visit(notebook, { small, dark }, async (page) => {
    await page.click('button[data-open-modal]');
    await page.fill('.pagefind-ui__search-input', 'proximal step');
    await page.waitForSelector('.pagefind-ui__result-link');
    none(await faultsOf(page, 'search'));
    await page.click('.pagefind-ui__result-link >> nth=0');
    await page.waitForLoadState('load');
    const text = await page.locator('main').innerText();
    assert(/proximal/i.test(text), `${page.url()} was found and does not say "proximal"`);
  });
}

async function checkWithoutScripts(visits, pages) {
  const counts = await inParallel(samplePages(pages), (path) =>
    visits.visit(path, { small: true, javaScriptEnabled: false }, async (page) => {
      const main = page.locator('main');
      const pictures = await main
        .locator('img')
        .evaluateAll((images) => images.map((image) => [image.src, image.naturalWidth]));
      const formulas = await main
        .locator('.katex-html')
        .evaluateAll((all) => all.filter((f) => f.getBoundingClientRect().width > 0).length);
      const raw = await main.evaluate((element) => {
        const copy = element.cloneNode(true);
        for (const part of copy.querySelectorAll('.katex, code, pre')) part.remove();
        return /\$\$|\\[a-z]+\b/.exec(copy.textContent)?.[0];
      });
      const links = await page.locator('a[href]:visible').count();
      const text = (await main.innerText()).length;
      assert(text > 200 && links > 3, `${path}: ${text} letters, ${links} links`);
      none(pictures.filter(([, width]) => width === 0).map(([src]) => `${path}: ${src} is not shown`));
      assert(!raw, `${path}: a formula is shown as its source: ${raw}`);
      return { pictures: pictures.length, formulas };
    }),
  );
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  assert(sum('pictures') > 0 && sum('formulas') > 0, `${sum('pictures')} pictures, ${sum('formulas')} formulas`);
  return `${counts.length} pages with ${sum('pictures')} pictures and ${sum('formulas')} formulas`;
}

async function checkFigure(visits) {
  return visits.visit(notebook, {}, async (page, visit) => {
    await wakeFigures(page);
    const loads = visit.bytes.filter(({ path }) => path?.startsWith('plotly/')).length;
    assert(loads === 1, `Plotly was loaded ${loads} times`);
    const ink = () => page.evaluate(() => getComputedStyle(document.querySelector('.chart .xtick text')).fill);
    const figure = page.locator('figure.is-interactive').first();
    await figure.scrollIntoViewIfNeeded();
    const light = await ink();
    await page.selectOption('starlight-theme-select select >> visible=true', 'dark');
    await page.waitForFunction(
      (before) => getComputedStyle(document.querySelector('.chart .xtick text')).fill !== before,
      light,
    );
    await figure.hover();
    const buttons = page.locator('.modebar-btn');
    const titles = await buttons.evaluateAll((all) => all.map((button) => button.dataset.title));
    assert(titles.length > 0 && !titles.some((title) => /share|cloud/i.test(title)), `buttons: ${titles.join(', ')}`);
    return `ink ${light} → ${await ink()}`;
  });
}

async function checkSubPath(browser) {
  const server = await serveFolder(subPathDist, { base: subPath });
  const visits = new Visits(browser, server.url);
  try {
    await inParallel(['', 'live/', notebook], (path) => visits.visit(path, {}, wakeFigures));
    await checkSearch(visits, {});
    none([...visits.faults, ...visits.outside]);
    return `${visits.requests} requests below ${subPath}`;
  } finally {
    server.close();
  }
}

await main(async () => {
  if (!process.argv.includes('--built')) {
    await buildSite();
    await buildSite({ base: subPath, outDir: subPathDist, prepared: true });
  }
  const pages = pagesOf(siteDist);
  const server = await serveFolder(siteDist);
  const browser = await launchBrowser();
  const visits = new Visits(browser, server.url);
  const checks = new Checks();
  await checks.check('every link, picture, script and anchor resolves', () => checkStatic(siteDist, '/'));
  await checks.check('so they do below a sub-path', () => checkStatic(subPathDist, subPath));
  await checks.check(`paint within ${limits.paint} ms on a slow phone, median of 5, and nothing shifts`, () =>
    checkPaint(visits),
  );
  await checks.check(
    `first load within ${limits.total} kB, scripts within ${limits.scripts} kB, no Plotly before a figure is near`,
    () => checkFirstLoads(visits, pages),
  );
  await checks.check('figures come alive, load Plotly once, and follow the theme', () => checkFigure(visits));
  await checks.check('axe-core finds nothing, figures awake, light, dark and on a phone', () =>
    checkAccessibility(visits, pages),
  );
  for (const [state, how] of Object.entries({ wide: {}, 'dark, on a phone': { small: true, dark: true } }))
    await checks.check(`search finds a page, and axe-core nothing (${state})`, () => checkSearch(visits, how));
  await checks.check('without scripts there are text, formulas, pictures and links', () =>
    checkWithoutScripts(visits, pages),
  );
  await checks.check('below a sub-path figures, live figures and search work', () => checkSubPath(browser));
  if (process.env.SCREENSHOTS) await takeScreenshots(visits, process.env.SCREENSHOTS);
  await checks.check('no script failed, nothing was missing, and nobody else was asked', () => {
    none([...new Set(visits.faults), ...visits.outside]);
    return `${visits.requests} requests`;
  });
  await browser.close();
  server.close();
  return checks.close();
});
