// Chromium, driven by playwright-core: pictures of figures, checks of pages.
import { existsSync } from 'node:fs';
import { ensureTools } from './setup.mjs';
import { SetupError } from './step.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

// No sandbox: containers forbid it, and only this project's own pages are opened. No request of the browser's own.
const flags = [
  'no-sandbox',
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
];

/** The path of a Chromium: the environment variable CHROMIUM, else where systems put one; undefined when there is none. */
export function findChromium() {
  return [process.env.CHROMIUM, ...places].find((path) => path && existsSync(path));
}

/** A headless browser of playwright-core, which is installed first when it is missing. */
export async function launchBrowser() {
  const executablePath = findChromium();
  if (!executablePath)
    throw new SetupError(
      'No Chromium was found.\n  Debian, Ubuntu   sudo apt install chromium\n  elsewhere        set CHROMIUM to the program of a Chromium or Chrome',
    );
  await ensureTools();
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: flags.map((flag) => `--${flag}`) });
}
