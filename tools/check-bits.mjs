// npm run check:bits [-- --write]: five trained models have the bits of test/bits.json on Node 20, 22 and 24, with the compiled
// kernel and with the readable loops, and in a worker of Chromium. Other versions of Node come from npm, as packages.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { findChromium, launchBrowser } from './lib/browser.mjs';
import { buildLibrary } from './lib/library.mjs';
import { root, scratch, tools } from './lib/paths.mjs';
import { main } from './lib/step.mjs';

const nodes = ['20.20.2', '22.23.0', '24.21.0'];
const expectedFile = join(root, 'test', 'bits.json');

await main(async () => {
  await buildLibrary();
  const results = { [`Node ${process.versions.node}`]: inNode(process.execPath) };
  results[`Node ${process.versions.node}, readable loops`] = inNode(process.execPath, 'reference');
  for (const version of nodes) {
    const program = otherNode(version);
    if (program) results[`Node ${version}`] = inNode(program);
    else console.log(`SKIPPED Node ${version}: no package for ${process.platform}-${process.arch}`);
  }
  if (findChromium()) results.Chromium = await inChromium();
  else console.log('SKIPPED Chromium: none was found');

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
  console.log(`${Object.keys(results).length - failed} passed, ${failed} failed`);
  return failed ? 1 : 0;
});

function inNode(program, kernel = 'wasm') {
  const env = { ...process.env, HOLDOUT_KERNEL: kernel };
  return JSON.parse(execFileSync(program, [join(tools, 'bits', 'in-node.mjs')], { env, encoding: 'utf8' }));
}

/** The program of another version, from the npm package that holds it. */
function otherNode(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(scratch, 'runtimes', version);
  const program = join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    execFileSync(npm, ['install', '--prefix', folder, '--no-save', '--ignore-scripts', `${name}@${version}`], {
      stdio: 'pipe',
    });
  } catch {
    return undefined;
  }
  return existsSync(program) ? program : undefined;
}

async function inChromium() {
  const bundle = await build({
    entryPoints: [join(tools, 'bits', 'in-browser.mjs')],
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
    external: ['crypto'],
    logLevel: 'error',
  });
  const page =
    "<script>new Worker('/worker.js', { type: 'module' }).onmessage = ({ data }) => (window.found = data);</script>";
  const server = createServer((request, response) => {
    const script = request.url === '/worker.js';
    response
      .setHeader('content-type', script ? 'text/javascript' : 'text/html')
      .end(script ? bundle.outputFiles[0].contents : page);
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
