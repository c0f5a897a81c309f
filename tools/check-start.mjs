// npm run check:start: a fresh clone and an empty home directory → `npm start` as the first command ever typed there;
// killed twice on the way, it goes on, and leaves nothing outside the clone. For Linux and macOS.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Checks } from './lib/checks.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { main } from './lib/step.mjs';

const place = mkdtempSync(join(tmpdir(), 'holdout-start-'));
const clone = join(place, 'clone');
const home = join(place, 'home');
const temporary = join(place, 'tmp');

// What npm and Node tell the scripts that they run would lead the clone's npm to this project's settings.
const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|INIT_CWD|JUPYTER|XDG_)/i.test(name));
const env = { ...Object.fromEntries(inherited), HOME: home, TMPDIR: temporary, CI: 'true' };

/** `npm start` in the clone: what it printed so far, and its end. */
class Start {
  printed = '';
  began = performance.now();

  constructor() {
    this.process = spawn('npm', ['start', '--', '--no-browser'], {
      cwd: clone,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream.on('data', (text) => (this.printed += text));
    this.ended = new Promise((resolve) => this.process.on('close', resolve));
  }

  /** Seconds until it has printed the pattern. */
  async until(pattern, timeout) {
    while (!pattern.test(this.printed)) {
      const seconds = (performance.now() - this.began) / 1000;
      if (seconds > timeout || this.process.exitCode !== null)
        throw new Error(`no ${pattern} after ${seconds.toFixed(0)} s:\n${this.printed}`);
      await sleep(20);
    }
    return (performance.now() - this.began) / 1000;
  }

  /** A signal to npm and all that it started, as the terminal's Ctrl-C. */
  async signal(name) {
    process.kill(-this.process.pid, name);
    return this.ended;
  }
}

function assert(condition, message) {
  if (!condition) throw new Error(message);
}

async function checkInterrupted(step, seconds) {
  const start = new Start();
  await start.until(step, 600);
  await sleep(seconds * 1000);
  await start.signal('SIGKILL');
  assert(!/answered/.test(start.printed), 'it was too fast to be interrupted');
}

async function checkStart(timeout) {
  const start = new Start();
  const seconds = await start.until(/token=/, timeout);
  const url = /http:\S+/.exec(start.printed)[0];
  const response = await fetch(url);
  const page = await response.text();
  await start.signal('SIGINT');
  const gone = await fetch(url).then(
    () => false,
    () => true,
  );
  assert(response.ok && page.includes('JupyterLab'), `${url} gave ${response.status}`);
  assert(gone, `${url} still answers after Ctrl-C`);
  return { seconds, server: Number(/answered after ([\d.]+) s/.exec(start.printed)[1]) };
}

await main(async () => {
  for (const folder of [home, temporary]) mkdirSync(folder);
  await run('git', ['clone', '--quiet', root, clone]);
  const checks = new Checks();
  await checks.check('npm start, killed while npm packages are installed', () => checkInterrupted(/npm ci/, 2));
  await checks.check('npm start, killed while Python packages are installed', () =>
    checkInterrupted(/Installing JupyterLab/, 4),
  );
  rmSync(temporary, { recursive: true }); // what the killed programs could not clear away
  mkdirSync(temporary);
  await checks.check('npm start goes on from there, JupyterLab answers, Ctrl-C ends it', async () => {
    await checkStart(600);
  });
  await checks.check('a second npm start adds less than 2 s to the server’s own start', async () => {
    const { seconds, server } = await checkStart(60);
    assert(seconds - server < 2, `${seconds.toFixed(1)} s, of which the server ${server} s`);
    return `${(seconds - server).toFixed(1)} s to the server's ${server} s`;
  });
  await checks.check('npm run doctor finds nothing to fix', async () => {
    await run('npm', ['run', 'doctor'], { cwd: clone, env });
  });
  await checks.check('nothing was written to the home directory or left in the temporary one', () => {
    const left = [home, temporary].flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((name) => join(folder, name)),
    );
    assert(left.length === 0, left.slice(0, 20).join('\n'));
  });
  rmSync(place, { recursive: true, force: true });
  return checks.close();
});
