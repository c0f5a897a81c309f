// npm run --prefix tools check:bits [-- --write]: five trained models have the bits of test/bits.json on Node 20, 22, 24 and 26, with the compiled
// loops and with the readable loops, and in a worker of Chromium. Other versions of Node come from npm, as packages.
// Then trainAll in a page: in one Web Worker and in two it gives the bits of Node, an abort ends it at once, and a worker that
// crashes is an error that says so.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { fingerprint, recipesOf } from './bits/fingerprints.mjs';
import { findChromium, launchBrowser } from './lib/browser.mjs';
import { buildLibrary } from './lib/library.mjs';
import { root, tools } from './lib/paths.mjs';
import { newestNode, nodeProgram } from './lib/runtimes.mjs';
import { main } from './lib/step.mjs';

const nodes = ['20.20.2', '22.23.0', '24.21.0', newestNode];
const expectedFile = join(root, 'test', 'bits.json');

await main(async () => {
  await buildLibrary();
  const results = { [`Node ${process.versions.node}`]: inNode(process.execPath) };
  results[`Node ${process.versions.node}, readable loops`] = inNode(process.execPath, 'readable');
  for (const version of nodes) {
    const program = nodeProgram(version);
    if (program) results[`Node ${version}`] = inNode(program);
    else console.log(`SKIPPED Node ${version}: no package for ${process.platform}-${process.arch}`);
  }
  let page;
  if (findChromium()) {
    results.Chromium = await inChromium(
      "new Worker('/in-browser.js', { type: 'module' }).onmessage = ({ data }) => (window.found = data)",
    );
    page = await inChromium("import('/in-page.js')");
  } else console.log('SKIPPED Chromium: none was found');

  if (process.argv.includes('--write'))
    writeFileSync(expectedFile, `${JSON.stringify(Object.values(results)[0], null, 2)}\n`);
  const expected = readFileSync(expectedFile, 'utf8');
  let failed = 0;
  for (const [place, found] of Object.entries(results)) {
    const same = JSON.stringify(found) === JSON.stringify(JSON.parse(expected));
    if (!same) failed++;
    console.log(`${same ? '✓' : '✗ OTHER BITS'} ${place}`);
    if (!same) console.log(found);
  }
  const checks = page ? await pageChecks(page) : {};
  for (const [what, holds] of Object.entries(checks)) {
    if (!holds) failed++;
    console.log(`${holds ? '✓' : '✗'} ${what}`);
  }
  if (page && Object.values(checks).includes(false)) console.log(page);
  console.log(`${Object.keys(results).length + Object.keys(checks).length - failed} passed, ${failed} failed`);
  return failed ? 1 : 0;
});

/** What trainAll in a page must have done. */
async function pageChecks({ one, two, abort, crash, missing }) {
  const holdout = createRequire(import.meta.url)('../dist/index.js'); // without workers: it trains in this thread
  const expected = {};
  for (const run of await holdout.trainAll(recipesOf(holdout), holdout.noisyMoons(42), { seeds: [1, 2] }))
    expected[`${run.recipe.name}, seed ${run.seed}`] = await fingerprint(run);
  const same = (found) => JSON.stringify(found) === JSON.stringify(expected);
  return {
    'trainAll in a page, one Web Worker: the bits of Node': same(one),
    'trainAll in a page, two Web Workers: the bits of Node': same(two),
    [`an abort ends it at once (${abort.milliseconds.toFixed(0)} ms)`]: abort.runs === 0 && abort.milliseconds < 100,
    'a worker that crashes is an error with its run and its reason':
      /^trainAll: a worker ended while it trained \w+, seed 1, with .*out of order/.test(crash),
    'a script that is not there is an error that says so': missing.includes('its script could not be loaded'),
  };
}

function inNode(program, loops = 'compiled') {
  const env = { ...process.env, HOLDOUT_LOOPS: loops };
  return JSON.parse(execFileSync(program, [join(tools, 'bits', 'in-node.mjs')], { env, encoding: 'utf8' }));
}

/** Opens a page with this script, and waits for what it leaves in `window.found`. */
async function inChromium(script) {
  const { outputFiles } = await build({
    entryPoints: ['in-browser', 'in-page', 'train-worker'].map((name) => join(tools, 'bits', `${name}.mjs`)),
    bundle: true,
    format: 'esm',
    write: false,
    outdir: root,
    platform: 'browser',
    external: ['crypto'],
    logLevel: 'error',
  });
  const scripts = Object.fromEntries(outputFiles.map(({ path, contents }) => [`/${basename(path)}`, contents]));
  scripts['/crashing-worker.js'] = "onmessage = () => { throw new Error('out of order'); };";
  const server = createServer(({ url }, response) => {
    if (scripts[url]) response.setHeader('content-type', 'text/javascript').end(scripts[url]);
    else if (url === '/') response.setHeader('content-type', 'text/html').end(`<script>${script}</script>`);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    return await tab
      .waitForFunction(() => window.found, undefined, { timeout: 120_000 })
      .then((handle) => handle.jsonValue());
  } finally {
    await browser.close();
    server.close();
  }
}
