// Everything that is made before Astro builds: pages and files from notebooks, exercises, library and packages.
import { existsSync } from 'node:fs';

/** In the order in which they run. Each module exports `prepare()`, which empties its own folders and fills them. */
const steps = ['assets', 'notebooks', 'home', 'live', 'exercises', 'api', 'evidence'];

export async function prepare() {
  for (const name of steps) {
    const module = new URL(`${name}.mjs`, import.meta.url);
    if (existsSync(module)) await (await import(module)).prepare();
  }
}
