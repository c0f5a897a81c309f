// npm run check:live: the live figures in a real Chromium, below a sub-path, on a page of their own: they settle, fit a phone,
// listen to the keyboard, follow the theme, are quick and small, do without motion and without workers, and the race has the
// numbers of Node.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildLive, figures } from '../live/build.mjs';
import { findChromium, launchBrowser } from './lib/browser.mjs';
import { Checks } from './lib/checks.mjs';
import { root, scratch } from './lib/paths.mjs';
import { ensureLibrary } from './lib/setup.mjs';
import { serveFolder } from './lib/static-server.mjs';
import { main } from './lib/step.mjs';

const require = createRequire(import.meta.url);
const folder = join(scratch, 'check-live');
const kB = 1000;

await main(async () => {
  if (!findChromium()) {
    console.log('SKIPPED: no Chromium was found');
    return 0;
  }
  await ensureLibrary();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const meta = await buildLive({ outdir: join(folder, 'live') });
  for (const name of figures) writeFileSync(join(folder, `${name}.html`), page(name));
  const server = await serveFolder(folder, { base: '/course/' });
  const browser = await launchBrowser();
  const checks = new Checks();

  /** Opens a page with a figure, gives it to `work`, and complains of errors in it. */
  async function visit(name, work, { options = {}, before, query = '', missing } = {}) {
    const context = await browser.newContext({ viewport: { width: 390, height: 900 }, ...options });
    const tab = await context.newPage();
    const errors = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    if (before) await tab.addInitScript(before);
    if (missing) await context.route(missing, (route) => route.fulfill({ status: 404 }));
    try {
      await tab.goto(`${server.url}${name}.html${query}`);
      const figure = await tab.waitForSelector(`holdout-${name}`, { state: 'attached' });
      await tab.waitForFunction((element) => element.shadowRoot, figure);
      const result = await work(tab, figure);
      assert(errors.length === 0, errors.join('\n'));
      return result;
    } finally {
      await context.close();
    }
  }

  try {
    for (const name of figures) {
      await checks.check(`${name} has at most 10 kB without the library`, () => checkSize(meta, name));
      await checks.check(`${name} settles, at 320 pixels nothing sticks out, dark and light`, () =>
        visit(name, checkNarrow, { options: { viewport: { width: 320, height: 900 } } }),
      );
      await checks.check(`${name} listens to the keyboard, and says what it shows`, () => visit(name, checkKeyboard));
    }
    for (const name of figures.filter((name) => name !== 'five-model-race')) {
      await checks.check(`${name}: 30 updates a second at a quarter of the speed`, () => visit(name, checkSpeed));
      await checks.check(`${name}: a slider moved there and back leaves nothing behind`, () => visit(name, checkBack));
    }
    await checks.check('five-model-race: 30 paintings a second while it trains', () =>
      visit('five-model-race', checkPaintings),
    );
    await checks.check('five-model-race: the numbers of trainAll in Node, from a link', () =>
      visit('five-model-race', checkRace, { query: '?race-seed=3&race-epochs=20&race-noise=0.25' }),
    );
    await checks.check('five-model-race: pauses at its button, and ends its workers when it is removed', () =>
      visit('five-model-race', checkPause),
    );
    await checks.check('five-model-race: trains when it comes into view, not before', () =>
      visit('five-model-race', checkView, {
        before: () =>
          addEventListener('DOMContentLoaded', () => {
            document.querySelector('main').style.paddingTop = '3000px';
          }),
      }),
    );
    for (const name of ['early-stopping', 'five-model-race']) {
      await checks.check(`${name} shows the final state where motion is not wanted`, () =>
        visit(name, checkStill, { options: { reducedMotion: 'reduce' } }),
      );
      await checks.check(`${name} keeps its picture and says why where there are no workers`, () =>
        visit(name, checkFallback, { before: () => delete window.Worker }),
      );
    }
    await checks.check('five-model-race keeps its picture when the script of its workers is missing', () =>
      visit('five-model-race', checkFallback, { missing: '**/*-worker.js' }),
    );
    await checks.check('five-model-race keeps its picture where a worker cannot draw', () =>
      visit('five-model-race', checkFallback, {
        before: () => delete HTMLCanvasElement.prototype.transferControlToOffscreen,
      }),
    );
  } finally {
    await browser.close();
    server.close();
  }
  return checks.close();
});

function page(name) {
  return `<!doctype html><html lang="en" data-theme="light"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${name}</title><body style="margin:8px"><main><h1>${name}</h1><holdout-${name} epochs="20"><p class="picture">the picture</p></holdout-${name}></main>
<script type="module" src="live/${name}.js"></script></body></html>`;
}

function assert(holds, message) {
  if (!holds) throw new Error(message);
}

function settled(tab, figure) {
  return tab.waitForFunction((element) => element.settled, figure, { timeout: 120_000, polling: 100 });
}

function status(figure) {
  return figure.evaluate((element) => element.shadowRoot.querySelector('.status').textContent);
}

/** What of `live/` a page loads for a figure: the library's part of each shared file counts for nothing. */
function checkSize({ outputs }, name) {
  const file = (path) => Object.keys(outputs).find((output) => output.endsWith(`/${path.split('/').pop()}`));
  const seen = new Set();
  const walk = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') walk(file(next));
  };
  walk(file(`${name}.js`));
  let bytes = 0;
  for (const path of seen) {
    const parts = Object.entries(outputs[path].inputs);
    const own = parts.filter(([input]) => /(?:^|\/)live\/[^/]+\/[^/]+$/.test(input));
    const share = own.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) / outputs[path].bytes;
    const zipped = gzipSync(readFileSync(join(folder, 'live', path.split('/').pop())), { level: 9 }).length;
    bytes += zipped * share;
  }
  assert(bytes > 500 && bytes <= 10 * kB, `${Math.round(bytes)} bytes`);
  return `${(bytes / kB).toFixed(1)} kB`;
}

async function checkNarrow(tab, figure) {
  await settled(tab, figure);
  for (const theme of ['light', 'dark']) {
    await tab.evaluate((to) => (document.documentElement.dataset.theme = to), theme);
    await tab.waitForTimeout(100);
    const { width, out } = await figure.evaluate((element) => {
      const edge = element.getBoundingClientRect().right;
      const inside = [...element.shadowRoot.querySelectorAll('.inside *')];
      const visible = inside.filter(
        (part) => !part.closest('.table, clipPath, [clip-path]') && part.getBoundingClientRect().width,
      );
      const out = visible.filter((part) => part.getBoundingClientRect().right > edge + 1);
      return { width: document.documentElement.scrollWidth, out: out.map((part) => part.outerHTML.slice(0, 90)) };
    });
    assert(width <= 320, `the page is ${width} pixels wide`);
    assert(out.length === 0, out.join('\n'));
  }
}

async function checkKeyboard(tab, figure) {
  const before = await figure.evaluate((element) => {
    const slider = element.shadowRoot.querySelector('input[type=range]');
    const unnamed = [...element.shadowRoot.querySelectorAll('input')].filter(({ labels }) => !labels.length);
    slider.focus();
    return { name: slider.name, value: Number(slider.value), unnamed: unnamed.length };
  });
  assert(before.unnamed === 0, 'an input has no label');
  await tab.keyboard.press('ArrowLeft');
  const after = await figure.evaluate((element, name) => Number(element.getAttribute(name)), before.name);
  assert(after !== before.value, `${before.name} stayed at ${before.value}`);
  await settled(tab, figure);
  assert((await status(figure)).length > 20, `it says "${await status(figure)}"`);
  return `${before.name} ${before.value} → ${after}`;
}

async function checkBack(tab, figure) {
  const picture = async () => {
    await settled(tab, figure);
    return figure.evaluate((element) => element.shadowRoot.querySelector('.stage').innerHTML);
  };
  const before = await picture();
  await figure.evaluate((element) => element.shadowRoot.querySelector('input[type=range]').focus());
  await tab.keyboard.press('ArrowLeft');
  const there = await picture();
  await tab.keyboard.press('ArrowRight');
  assert(there !== before, 'the slider changed nothing');
  assert((await picture()) === before, 'the picture is not what it was');
}

/** Thread time of an update, so that other programs on this machine do not count. */
async function checkSpeed(tab, figure) {
  await settled(tab, figure);
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const start = await busy();
  const updates = 100;
  await figure.evaluate(async (element, count) => {
    const slider = element.shadowRoot.querySelector('input[type=range]');
    const [low, high] = [Number(slider.min), Number(slider.max)];
    for (let i = 0; i < count; i++) {
      slider.value = String(low + ((i % 20) / 20) * (high - low));
      slider.dispatchEvent(new Event('input'));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, updates);
  const milliseconds = (1000 * (4 * (await busy()) - 4 * start)) / updates;
  assert(milliseconds < 1000 / 30, `an update takes ${milliseconds.toFixed(1)} ms at a quarter of the speed`);
  return `${milliseconds.toFixed(1)} ms an update, ${Math.floor(1000 / milliseconds)} a second`;
}

/** The best of three stretches of two seconds, with the page at a quarter of its speed (a browser cannot slow its workers). */
async function checkPaintings(tab, figure) {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await figure.evaluate((element) => element.setOption('epochs', 200));
  await tab.waitForTimeout(1500);
  const rates = [];
  for (let i = 0; i < 3; i++) {
    rates.push(
      await figure.evaluate(async (element) => {
        const start = [element.paintings, performance.now()];
        await new Promise((resolve) => setTimeout(resolve, 2000));
        return (1000 * (element.paintings - start[0])) / (performance.now() - start[1]);
      }),
    );
  }
  const best = Math.max(...rates);
  assert(best >= 30, `${rates.map(Math.round).join(', ')} paintings a second`);
  return `${Math.round(best)} a second`;
}

async function checkRace(tab, figure) {
  await settled(tab, figure);
  const found = await figure.evaluate((element) => Object.fromEntries(element.resultsSoFar));
  const { fiveModels, noisyMoons, trainAll } = require(join(root, 'dist/index.js'));
  const runs = await trainAll(
    fiveModels.map((recipe) => ({ ...recipe, epochs: 20 })),
    noisyMoons(3, { noise: 0.25 }),
    { seeds: [3], test: true },
  );
  const expected = runs.map(({ history, validation, test }) => ({ epochs: history.epochs.length, validation, test }));
  assert(JSON.stringify(found) === JSON.stringify({ 3: expected }), JSON.stringify({ found, expected }));
  const text = await status(figure);
  assert(text.startsWith('Seed 3: validation chooses') && text.includes('One seed is not a result'), text);
  await figure.evaluate((element) => [...element.shadowRoot.querySelectorAll('button')][1].click());
  await tab.waitForFunction((element) => element.resultsSoFar.size === 2, figure, { timeout: 60_000 });
  await settled(tab, figure);
  assert((await status(figure)).includes('Over 2 seeds'), await status(figure));
}

async function checkPause(tab, figure) {
  const state = () =>
    figure.evaluate((element) => [...element.shadowRoot.querySelectorAll('.where')].map((where) => where.textContent));
  await tab.waitForFunction(
    (element) => [...element.shadowRoot.querySelectorAll('.where')].every((w) => w.textContent.startsWith('epoch')),
    figure,
  );
  assert(tab.workers().length > 0, 'nothing trains');
  await figure.evaluate((element) => element.shadowRoot.querySelector('button').click());
  let paused = await state();
  for (let still = 0, tries = 0; still < 4; tries++) {
    await tab.waitForTimeout(250); // epochs that have begun are finished
    const now = await state();
    still = String(now) === String(paused) ? still + 1 : 0;
    paused = now;
    assert(tries < 40, 'it trains while it pauses');
  }
  await figure.evaluate((element) => element.shadowRoot.querySelector('button').click());
  await tab.waitForFunction(
    ([element, before]) =>
      String([...element.shadowRoot.querySelectorAll('.where')].map((where) => where.textContent)) !== before,
    [figure, String(paused)],
  );
  await figure.evaluate((element) => element.remove());
  await tab.waitForTimeout(200);
  assert(tab.workers().length === 0, `${tab.workers().length} workers are left`);
}

async function checkView(tab, figure) {
  await tab.waitForTimeout(500);
  assert(tab.workers().length === 0, 'workers were started out of view');
  await figure.scrollIntoViewIfNeeded();
  await tab.waitForFunction((element) => element.paintings > 0, figure);
}

async function checkStill(tab, figure) {
  await settled(tab, figure);
  const { text, paintings } = await figure.evaluate((element) => ({
    text: element.shadowRoot.querySelector('.stage').textContent,
    paintings: element.paintings,
  }));
  assert(/\d\.\d\s%/.test(text), 'there is no result');
  assert(paintings === undefined || paintings === 5, `${paintings} paintings of five panels`);
}

async function checkFallback(tab, figure) {
  await tab.waitForFunction(
    (element) => element.shadowRoot.querySelector('.status').textContent.includes('cannot run here'),
    figure,
  );
  assert(await tab.isVisible('.picture'), 'the picture is gone');
  const controls = await figure.evaluate((element) => element.shadowRoot.querySelector('.controls').offsetHeight);
  assert(controls === 0, 'there are controls without effect');
  return status(figure);
}
