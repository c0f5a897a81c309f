// notebooks/ → a running JupyterLab and its address. Used by `npm start` and by the check in a real browser.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jupyterEnv, runtimeDir } from './jupyter.mjs';
import { notebooks, scratch, venvBin } from './paths.mjs';
import { servedFolder } from './served.mjs';
import { SetupError, seconds } from './step.mjs';

const windows = process.platform === 'win32';

/**
 * Starts JupyterLab on a folder that holds `notebooks`, which it opens first; resolves when it answers, with its `url`
 * (with token), `stop()`, and `ended`: its exit code.
 */
export async function startServer(args = [], folder = servedFolder(join(scratch, 'served'))) {
  const token = process.env.JUPYTER_TOKEN || randomBytes(24).toString('hex');
  mkdirSync(runtimeDir, { recursive: true });
  const start = Date.now();
  const server = spawn(venvBin('python'), ['-m', 'jupyterlab', `--ServerApp.root_dir=${folder}`, ...args], {
    cwd: notebooks,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !windows, // the terminal's Ctrl-C reaches us alone, and goes on as the one signal that also ends the kernels
    env: { ...jupyterEnv(), JUPYTER_TOKEN: token },
  });
  const stop = () => {
    server.kill('SIGTERM');
    setTimeout(() => server.kill('SIGKILL'), 8000).unref(); // it hangs when a kernel is just starting; kernels then end themselves
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, windows ? () => {} : stop);
  const ended = new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
  const address = await Promise.race([findAddress(server, start), ended]);
  if (typeof address !== 'string')
    throw new SetupError(`JupyterLab ended at once (exit code ${address}); \`npm run doctor\` looks for the reason.`);
  return { url: `${address}lab?token=${token}`, stop, ended };
}

/** The address in the file that the new server leaves in its runtime folder, once it answers there. */
async function findAddress(server, start) {
  while (server.exitCode === null && server.signalCode === null) {
    const files = readdirSync(runtimeDir).filter((name) => /^jpserver-\d+\.json$/.test(name));
    const file = files.map((name) => join(runtimeDir, name)).find((path) => statSync(path).mtimeMs > start);
    const address = file && addressIn(file);
    if (address && (await fetch(`${address}api`).catch(() => undefined))?.ok) return address;
    await sleep(50);
  }
}

function addressIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).url;
  } catch {
    return undefined; // not yet written to its end
  }
}

/** `npm start`: starts the server, says where it is, and ends when it ends. */
export async function serve(args) {
  const start = performance.now();
  const quiet = ['--Application.log_level=WARN', ...(hasBrowser() ? [] : ['--no-browser'])];
  const { url, ended } = await startServer([...quiet, ...args]);
  console.log(`JupyterLab answered after ${seconds(start)}. Stop it with Ctrl-C.\n\n  ${url}\n`);
  return ended;
}

/** Whether there is a screen on which a browser can open. */
function hasBrowser() {
  if (process.env.CI || process.env.SSH_CONNECTION) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
