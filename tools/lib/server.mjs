// notebooks/ → a running JupyterLab and its address. Used by `npm start` and by the check in a real browser.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressesOf, canListen, noPort } from './address.mjs';
import { jupyterEnv } from './jupyter.mjs';
import { notebooks, venvBin } from './paths.mjs';
import { servedFolder } from './served.mjs';
import { isReadOnly, statePlaces } from './state.mjs';
import { SetupError, seconds } from './step.mjs';

const windows = process.platform === 'win32';

/** Longest time until the server answers: Python reads thousands of files, which takes long on a slow disk. */
const START_MILLISECONDS = 180_000;

/**
 * Starts JupyterLab on a folder that holds `notebooks`, which it opens first; resolves when it answers, with its `url`
 * (with token), `others` for other machines when it listens to them, `stop()`, and `ended`: its exit code.
 */
export async function startServer(args = [], folder = servedFolder(statePlaces().served)) {
  if (!(await canListen(0)))
    throw new SetupError(
      `JupyterLab cannot be started: ${noPort}.\nLet the firewall or sandbox allow connections to 127.0.0.1.`,
    );
  const token = process.env.JUPYTER_TOKEN || randomBytes(24).toString('hex');
  const env = { ...jupyterEnv(), JUPYTER_TOKEN: token };
  mkdirSync(env.JUPYTER_RUNTIME_DIR, { recursive: true });
  const start = Date.now();
  const server = spawn(venvBin('python'), ['-m', 'jupyterlab', `--ServerApp.root_dir=${folder}`, ...args], {
    cwd: notebooks,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !windows, // the terminal's Ctrl-C reaches us alone, and goes on as the one signal that also ends the kernels
    env,
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
  const found = await Promise.race([findAddresses(server, env.JUPYTER_RUNTIME_DIR, token, start), ended]);
  if (Array.isArray(found)) {
    const [url, ...others] = found.map((address) => `${address}lab?token=${token}`);
    return { url, others, stop, ended };
  }
  stop();
  throw new SetupError(
    found === 'timeout'
      ? `JupyterLab has not answered within ${START_MILLISECONDS / 1000} s; \`npm run doctor\` looks for the reason.`
      : `JupyterLab ended at once (exit code ${found}); \`npm run doctor\` looks for the reason.`,
  );
}

/** The addresses in the file that this server, with its own token, leaves in the runtime folder, once it answers there. */
async function findAddresses(server, runtimeDir, token, start) {
  while (server.exitCode === null && server.signalCode === null) {
    if (Date.now() - start > START_MILLISECONDS) return 'timeout';
    const files = readdirSync(runtimeDir).filter((name) => /^jpserver-\d+\.json$/.test(name));
    const records = files.map((name) => join(runtimeDir, name)).filter((file) => statSync(file).mtimeMs > start);
    const addresses = records.map(readRecord).flatMap((record) => (record?.token === token ? addressesOf(record) : []));
    const asked = addresses[0] && fetch(`${addresses[0]}api`, { signal: AbortSignal.timeout(5000) });
    if ((await asked?.catch(() => undefined))?.ok) return addresses;
    await sleep(50);
  }
}

function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // not yet written to its end
  }
}

const readOnly = `
You may not write to ${notebooks}: everything can be read and run, but no change is kept.
To keep your own work, make a learner's copy and start there: npm run class-kit -- ~/my-course
`;

/** `npm start`: starts the server, says where it is, and ends when it ends. */
export async function serve(args) {
  const start = performance.now();
  const quiet = ['--Application.log_level=WARN', ...(hasBrowser() ? [] : ['--no-browser'])];
  if (isReadOnly()) console.log(readOnly);
  const { url, others, ended } = await startServer([...quiet, ...args]);
  console.log(
    `JupyterLab answered after ${seconds(start)}. Stop it with Ctrl-C.\n\n  ${[url, ...others].join('\n  ')}\n`,
  );
  return ended;
}

/** Whether there is a screen on which a browser can open. */
function hasBrowser() {
  if (process.env.CI || process.env.SSH_CONNECTION) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
