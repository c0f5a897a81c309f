// npm run check:lab: the notebooks in a real JupyterLab in a headless Chromium, as a learner has them.
// Works on copies in the scratch folder; SCREENSHOTS=DIR keeps pictures of what it saw.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { checkExport } from './lab-checks/export.mjs';
import { checkLinks } from './lab-checks/links.mjs';
import { checkPictures, checkRerun, savedAs } from './lab-checks/pictures.mjs';
import { checkFigures } from './lab-checks/plotly.mjs';
import { checkServed } from './lab-checks/served.mjs';
import { launchBrowser } from './lib/browser.mjs';
import { Checks } from './lib/checks.mjs';
import { LabPage } from './lib/lab-page.mjs';
import { notebooks, root, scratch } from './lib/paths.mjs';
import { servedFolder } from './lib/served.mjs';
import { startServer } from './lib/server.mjs';
import { ensureJupyter } from './lib/setup.mjs';
import { main } from './lib/step.mjs';

const copy = join(scratch, 'check-lab');
const folder = join(copy, 'notebooks');
const mime = 'application/vnd.plotly.v1+json';
const liveMime = 'application/vnd.holdout.figure+json';
const chart = '.js-plotly-plot svg.main-svg';
const fiveModels = '08-five-models.ipynb';

/** Writes a notebook of the given code cells; a cell may carry outputs from an earlier run. */
function writeNotebook(name, ...cells) {
  const notebook = {
    cells: cells.map(({ source, outputs = [] }, i) => ({
      cell_type: 'code',
      id: `cell-${i}`,
      execution_count: null,
      metadata: {},
      outputs,
      source,
    })),
    metadata: { kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(join(folder, name), JSON.stringify(notebook));
}

function assert(condition, message) {
  if (!condition) throw new Error(message);
}

async function checkFiveModels(lab) {
  await lab.open(fiveModels);
  const cells = await lab.runAll(600_000);
  const failed = cells.find((cell) => cell.failed);
  assert(!failed, `a cell failed or wrote to stderr: ${failed?.failed}`);
  const shown = await lab.page.locator(chart).count();
  const source = JSON.parse(readFileSync(join(notebooks, fiveModels), 'utf8'));
  const expected = source.cells.flatMap((cell) => cell.outputs ?? []).filter((output) => output.data?.[mime]).length;
  assert(shown > 0 && shown >= expected, `${shown} charts are shown, the notebook holds ${expected}`);
  await lab.page.locator(chart).first().scrollIntoViewIfNeeded();
  await checkHover(lab);
  return `${cells.length} cells, ${await lab.page.locator('.js-plotly-plot').count()} charts`;
}

/** A chart is interactive when the mouse on a point brings up its label. */
async function checkHover(lab) {
  const area = lab.page.locator('.js-plotly-plot .nsewdrag').first();
  const { width, height } = await area.boundingBox();
  for (const [x, y] of [
    [0.5, 0.5],
    [0.3, 0.6],
    [0.6, 0.4],
    [0.2, 0.3],
  ]) {
    await area.hover({ position: { x: x * width, y: y * height } });
    await lab.page.waitForTimeout(200);
    if (await lab.page.locator('.js-plotly-plot .hoverlayer .hovertext').count()) return checkButtons(lab.page);
  }
  throw new Error('no label came up over the first chart');
}

/** None of a chart's buttons sends its numbers to somebody. */
async function checkButtons(page) {
  const titles = await page.locator('.modebar-btn').evaluateAll((all) => all.map((button) => button.dataset.title));
  assert(titles.length > 0 && !titles.some((title) => /share|cloud/i.test(title)), `buttons: ${titles.join(', ')}`);
}

async function checkStop(lab) {
  const train = `const { train, validation } = (() => {
    const rng = createRng(1);
    return standardize(split(makeMoons({ samples: 500, noise: 0.3, rng }), { test: 0.2, validation: 0.2, rng }));
  })();`;
  const fitting = (name) => ({
    source: `const ${name} = await fit(mlp({}, train, createRng(2)), train, { validation, epochs: 100000, rng: createRng(3) });`,
  });
  const telling = (name) => ({
    source: `console.log(${name}.stopReason, ${name}.epochs.length, ${name}.epochs.every((log) => log.loss > 0));`,
  });
  writeNotebook(
    'stop.ipynb',
    { source: `import { createRng, fit, makeMoons, mlp, split, standardize } from 'holdout';` },
    { source: train },
    ...['first', 'second', 'third'].flatMap((name) => [fitting(name), telling(name)]),
  );
  await lab.open('stop.ipynb');
  await lab.startAll();
  const times = [];
  for (const cell of [2, 4, 6]) {
    await lab.until(cell, ({ running, text }) => running && /epoch/i.test(text));
    await lab.page.waitForTimeout(500);
    times.push(await lab.stop(cell));
    const { text } = await lab.until(cell + 1, ({ count, running }) => count > 0 && !running);
    assert(/^interrupted [1-9]\d* true/.test(text.trim()), `after the stop the next cell says ${text}`);
  }
  const milliseconds = times.map((time) => `${time.toFixed(0)} ms`).join(', ');
  // 0.2 s is the promise, when nothing else runs; where several processes wait for each core, that many times longer.
  const waiting = Math.max(1, loadavg()[0] / availableParallelism());
  assert(
    Math.min(...times) <= 200 * waiting,
    `the cells ended after ${milliseconds}, at ${waiting.toFixed(1)} processes a core`,
  );
  return milliseconds;
}

async function checkManyLines(lab) {
  writeNotebook(
    'lines.ipynb',
    { source: `for (let i = 0; i < 20000; i++) console.log('line ' + i);` },
    { source: `console.log('after')` },
  );
  await lab.open('lines.ipynb');
  const [lines, after] = await lab.runAll();
  const expected = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`).join('');
  assert(lines.text.replace(/\s+$/, '\n') === expected, `${lines.text.split('\n').length - 1} lines arrived`);
  assert(after.text.trim() === 'after', 'the next cell did not run');
}

/** An error is shown once, its message first, with lines of the cell; "Run All" ends at it. */
async function checkErrors(lab) {
  writeNotebook(
    'errors.ipynb',
    { source: `interface Point { x: number }\n\nfunction half(p: Point) {\n  throw new RangeError('too small');\n}` },
    { source: `half({ x: 1 });` },
    { source: `console.log('after')` },
  );
  await lab.open('errors.ipynb');
  await lab.startAll();
  const { text } = await lab.until(1, ({ failed, running }) => failed && !running);
  const expected = 'RangeError: too small\n    at half (cell [1], line 4)\n    at cell [2], line 1';
  assert(text.trim() === expected, `the cell shows ${text}`);
  const after = await lab.until(2, ({ running }) => !running);
  assert(after.text === '' && !(after.count > 0), `the cell behind it shows "${after.text}"`);
}

/** What a cell shows when it has ended long ago stands below itself. */
async function checkLate(lab) {
  writeNotebook(
    'late.ipynb',
    {
      source: `setTimeout(() => console.log('late'), 600);\nvoid Promise.resolve().then(async () => {\n  await new Promise((go) => setTimeout(go, 700));\n  throw new Error('lost?');\n});\n0;`,
    },
    { source: `await new Promise((go) => setTimeout(go, 1500));\nconsole.log('next')` },
  );
  await lab.open('late.ipynb');
  const [first, second] = await lab.runAll();
  assert(first.text.includes('late') && first.text.includes('Error: lost?'), `the first cell shows ${first.text}`);
  assert(second.text.trim() === 'next', `the second cell shows ${second.text}`);
}

const figure = (title) => ({
  data: [{ type: 'scatter', x: [1, 2, 3], y: [1, 4, 9] }],
  layout: { title: { text: title } },
});
const output = (title) => ({
  data: { [mime]: figure(title), 'text/plain': title },
  metadata: {},
  transient: { display_id: 'chart' },
});

async function checkUpdate(lab) {
  const emit = (title, update) => ({
    source: `require('tslab/dist/jupyter').lastWriteDisplayData(${JSON.stringify(output(title))}, ${update});`,
  });
  writeNotebook('update.ipynb', emit('before', false), emit('after', true));
  await lab.open('update.ipynb');
  await lab.runAll();
  await lab.page.waitForSelector('.js-plotly-plot .gtitle:text-is("after")');
  assert((await lab.page.locator('.js-plotly-plot').count()) === 1, 'the update drew a second chart');
  const types = (text) => Object.keys(JSON.parse(text).cells[0].outputs[0].data).join();
  await savedAs(lab, join(folder, 'update.ipynb'), (text) => types(text) === `${mime},image/png,text/plain`);
}

async function checkUntrusted(lab) {
  const { transient, ...stored } = output('stored');
  writeNotebook('untrusted.ipynb', { source: '', outputs: [{ output_type: 'display_data', ...stored }] });
  await lab.open('untrusted.ipynb');
  await lab.page.waitForSelector('.js-plotly-plot .gtitle:text-is("stored")');
}

/** The live figures of the checks: notebook 03's, and one with a field to type into. */
const liveFigures = [
  `import { liveFigure, show } from 'holdout';`,
  `show(liveFigure('penalty-pull', { weight: -3 }));`,
  `show(liveFigure('dropout-mask', { rate: 0.2 }));`,
].map((source) => ({ source }));

/** The weight after a step with L1 from -3, as the figure shows it and as it must be. */
async function stepOf(lab, lambda) {
  const shown = () => lab.page.locator('holdout-penalty-pull tr:has(th:text-is("L1")) td.after').innerText();
  const expected = (-3 - 0.01 * (0.5 - lambda)).toFixed(4).replace(/0$/, '').replace('-', '−');
  for (let i = 0; i < 40; i++) {
    if ((await shown()) === expected) return;
    await lab.page.waitForTimeout(50);
  }
  throw new Error(`with λ = ${lambda} the step leads to ${await shown()}, not ${expected}`);
}

/** Keys move a slider, and its figure follows. */
async function checkKeys(lab) {
  await stepOf(lab, 0.1);
  const slider = lab.page.getByRole('slider', { name: 'strength λ' });
  await slider.focus();
  await lab.page.keyboard.press('ArrowRight');
  await stepOf(lab, 0.11);
  await lab.page.keyboard.press('ArrowDown');
  await lab.page.keyboard.press('ArrowDown');
  await stepOf(lab, 0.09);
  await lab.page.keyboard.press('ArrowUp');
  await stepOf(lab, 0.1);
}

async function checkLive(lab) {
  writeNotebook('live.ipynb', ...liveFigures);
  await lab.open('live.ipynb');
  await lab.runAll();
  await lab.page.waitForSelector('holdout-penalty-pull');
  await checkKeys(lab);
  const seed = lab.page.getByRole('spinbutton', { name: 'seed' });
  await seed.click();
  await lab.page.keyboard.press('Control+A');
  await lab.page.keyboard.type('42');
  await lab.page.waitForFunction(() => document.querySelector('holdout-dropout-mask').getAttribute('seed') === '42');
  await lab.page.getByRole('button', { name: 'Next mask' }).press('Enter');
  await lab.page.waitForFunction(() => document.querySelector('holdout-dropout-mask').getAttribute('masks') === '2');
  const { length } = await lab.cells();
  assert(length === liveFigures.length, `a key changed the notebook: it has ${length} code cells`);
  await lab.save();
  const saved = JSON.parse(readFileSync(join(folder, 'live.ipynb'), 'utf8'));
  const types = Object.keys(saved.cells[1].outputs[0].data).join();
  assert(types === `${liveMime},text/plain`, `the saved output holds ${types}`);
}

/** Figures that train do so in workers of this server, in a notebook that is not trusted as well. */
async function checkLiveTraining(lab) {
  const stored = (figure, options) => ({
    source: '',
    outputs: [
      {
        output_type: 'display_data',
        metadata: {},
        data: { [liveMime]: { figure, options, alt: figure }, 'text/plain': '' },
      },
    ],
  });
  writeNotebook('training.ipynb', stored('early-stopping', { patience: 3 }), stored('five-model-race', { epochs: 20 }));
  await lab.open('training.ipynb');
  const said = [];
  for (const name of ['early-stopping', 'five-model-race']) {
    const element = lab.page.locator(`holdout-${name}`);
    await element.scrollIntoViewIfNeeded();
    await lab.page.waitForFunction((tag) => document.querySelector(tag).settled, `holdout-${name}`, {
      timeout: 120_000,
    });
    said.push(await element.locator('.status').innerText());
  }
  assert(/^Stops after epoch \d+/.test(said[0]) && /validation chooses/.test(said[1]), said.join('\n'));
  const buttons = await lab.page.locator('holdout-five-model-race button').allInnerTexts();
  assert(!buttons.includes('Copy link'), 'a link to a page of JupyterLab would not lead to the figure');
}

/** A stored live figure, and one whose name leads elsewhere: of that nothing is loaded. */
async function checkUntrustedLive(lab) {
  const stored = (figure) => ({
    source: '',
    outputs: [
      {
        output_type: 'display_data',
        data: {
          [liveMime]: { figure, options: { weight: -3, onclick: 'alert(1)' }, alt: 'in words' },
          'text/plain': '',
        },
        metadata: {},
      },
    ],
  });
  writeNotebook('untrusted-live.ipynb', stored('penalty-pull'), stored('../../evil'));
  await lab.open('untrusted-live.ipynb');
  await lab.page.waitForSelector('holdout-penalty-pull');
  await checkKeys(lab);
  const attributes = await lab.page.$eval('holdout-penalty-pull', (live) => live.getAttributeNames().join());
  assert(!attributes.includes('onclick'), `it has the attributes ${attributes}`);
  await lab.page.waitForSelector('.holdout-live-figure:text("in words")');
  assert(!lab.requests.some((url) => url.includes('evil')), 'a name was taken for a path');
}

/** Relative luminance of the ink of the axes and of the page, 0 to 1. */
async function inkAndPaper(lab, words) {
  const ink = await lab.page
    .locator(words)
    .first()
    .evaluate((element) => getComputedStyle(element).fill);
  return lab.page.evaluate((ink) => {
    const luminance = (color) =>
      color
        .match(/[\d.]+/g)
        .slice(0, 3)
        .reduce((sum, channel, i) => sum + ([0.2126, 0.7152, 0.0722][i] * channel) / 255, 0);
    return [luminance(ink), luminance(getComputedStyle(document.querySelector('.jp-Notebook')).backgroundColor)];
  }, ink);
}

/** Light ink in the dark theme, dark ink in the light one. */
async function checkThemes(lab, words) {
  for (const [theme, ends] of [
    ['JupyterLab Dark', ([ink, paper]) => ink > paper + 0.5],
    ['JupyterLab Light', ([ink, paper]) => paper > ink + 0.5],
  ]) {
    await lab.menu('Settings', 'Theme', theme);
    await lab.page.waitForSelector(`body[data-jp-theme-name="${theme}"]`, { state: 'attached' });
    await lab.page.waitForTimeout(500);
    await screenshot(lab, `${words.replace(/\W+/g, ' ').trim().split(' ')[0]} ${theme}`);
    const [ink, paper] = await inkAndPaper(lab, words);
    assert(
      ends([ink, paper]),
      `${theme}: the luminance of the ink is ${ink.toFixed(2)}, of the page ${paper.toFixed(2)}`,
    );
  }
}

/** The contrast of what an element writes with the ground it stands on, 1 to 21. */
function contrast(lab, selector) {
  return lab.page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      for (const { backgroundColor } of grounds(element)) paint(backgroundColor);
      const ground = luminance();
      paint(getComputedStyle(element).color);
      const [dark, light] = [ground, luminance()].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);

      function grounds(inner) {
        return inner ? [...grounds(inner.parentElement), getComputedStyle(inner)] : [];
      }
      function paint(color) {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
      }
      function luminance() {
        const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => linear(byte / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      }
    });
}

/** Notes and comments can be read in both themes, in a notebook that is not trusted. */
async function checkContrast(lab) {
  await lab.open('05-l2-or-weight-decay.ipynb');
  const found = [];
  for (const theme of ['JupyterLab Dark', 'JupyterLab Light']) {
    await lab.menu('Settings', 'Theme', theme);
    await lab.page.waitForSelector(`body[data-jp-theme-name="${theme}"]`, { state: 'attached' });
    await lab.page.waitForTimeout(500);
    for (const selector of ['.alert-info p, .alert-info', '.alert-info code', '.cm-content span:text-matches("^//")']) {
      const ratio = await contrast(lab, selector);
      assert(ratio >= 4.5, `${theme}: ${selector} has a contrast of ${ratio.toFixed(1)}:1`);
      found.push(ratio);
    }
  }
  return `at least ${Math.min(...found).toFixed(1)}:1`;
}

async function checkRestart(lab) {
  writeNotebook('restart.ipynb', { source: `for (;;) await new Promise((turn) => setImmediate(turn));` });
  await lab.open('restart.ipynb');
  await lab.startAll();
  await lab.until(0, (cell) => cell.running);
  await lab.page.waitForTimeout(500);
  const start = performance.now();
  await lab.menu('Kernel', 'Restart Kernel…');
  await lab.page.click('.jp-Dialog .jp-mod-accept');
  await lab.until(0, (cell) => !cell.running, 20_000);
  const taken = performance.now() - start;
  assert(taken < 4000, `the kernel was back after ${taken.toFixed(0)} ms`);
}

async function screenshot(lab, name) {
  if (process.env.SCREENSHOTS)
    await lab.page.screenshot({
      path: join(process.env.SCREENSHOTS, `${name.replaceAll(' ', '-').toLowerCase()}.png`),
    });
}

await main(async () => {
  await ensureJupyter();
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of ['notebooks', 'exercises', 'README.md'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  const server = await startServer(
    ['--no-browser', '--Application.log_level=ERROR'],
    servedFolder(join(copy, 'served'), copy),
  );
  const browser = await launchBrowser();
  const lab = new LabPage(await browser.newPage({ viewport: { width: 1200, height: 1000 } }), server);
  const checks = new Checks();
  await checks.check('the server gives the notebooks, the exercises and the README, and nothing else', () =>
    checkServed(server, copy),
  );
  await checks.check('a notebook that is opened and saved is the same file, and each of its links opens a file', () =>
    checkLinks(lab, folder),
  );
  await checks.check('a notebook that is run again and saved is the same file', () => checkRerun(lab, folder));
  await checks.check('Plotly knows and uses all that the figures say', () => checkFigures(lab));
  await checks.check('a new figure gets its picture in the file, with its alternative text', () =>
    checkPictures(lab, folder, writeNotebook),
  );
  await checks.check('what nbconvert makes of the notebooks shows figures and formulas without a network', () =>
    checkExport(browser, server),
  );
  await checks.check(`${fiveModels} runs to its end and shows interactive charts`, () => checkFiveModels(lab));
  await screenshot(lab, 'five models');
  await checks.check('the stop button ends training at once, keeps its history, and later cells run', () =>
    checkStop(lab),
  );
  await screenshot(lab, 'stop');
  await checks.check('a cell that prints 20,000 lines loses none and ends', () => checkManyLines(lab));
  await checks.check('an error is shown once, with lines of the cell, and ends "Run All"', () => checkErrors(lab));
  await screenshot(lab, 'error');
  await checks.check('what a cell prints and fails with after its end stands below this cell', () => checkLate(lab));
  await checks.check('an update redraws the chart in place; the file gets its picture', () => checkUpdate(lab));
  await checks.check('a notebook that is not trusted shows its charts', () => checkUntrusted(lab));
  await checks.check('a chart has light ink in the dark theme and dark ink in the light one', () =>
    checkThemes(lab, '.js-plotly-plot .xtick text'),
  );
  await checks.check('notes and comments can be read in both themes', () => checkContrast(lab));
  await checks.check('a live figure follows the keyboard; what is typed into it leaves the notebook alone', () =>
    checkLive(lab),
  );
  await checks.check('a live figure has light ink in the dark theme and dark ink in the light one', () =>
    checkThemes(lab, 'holdout-penalty-pull svg text'),
  );
  await checks.check('live figures that train do so, in a notebook that is not trusted', () => checkLiveTraining(lab));
  await screenshot(lab, 'live training');
  await checks.check('a notebook that is not trusted shows its live figures, and nothing else by their names', () =>
    checkUntrustedLive(lab),
  );
  await checks.check('a kernel that is computing restarts at once', () => checkRestart(lab));
  await checks.check('the browser asks nobody but this server', () => {
    const elsewhere = lab.requests.filter((url) => !/^(data|blob):|^(http|ws):\/\/(localhost|127\.0\.0\.1):/.test(url));
    assert(elsewhere.length === 0, elsewhere.join('\n'));
    return `${lab.requests.length} requests`;
  });
  await browser.close();
  server.stop();
  await server.ended;
  return checks.close();
});
