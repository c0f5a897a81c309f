// notebooks/, exercises/, src/ → site/dist/: the website. Needs Node alone.
import { join } from 'node:path';
import { installPackages } from './packages.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { seconds } from './step.mjs';

const site = join(root, 'site');
export const siteDist = join(site, 'dist');

/** Builds the site; `env` may hold another SITE_BASE. Resolves with the base. */
export async function buildSite(env = {}) {
  await installPackages();
  await installPackages(site, 'Installing the packages of site/ (npm ci)');
  const options = { cwd: site, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env } };
  await timed('Making pages from notebooks, exercises and library', () =>
    run(process.execPath, ['prepare/run.mjs'], options),
  );
  const astro = join(site, 'node_modules', 'astro', 'astro.js');
  await timed('Building site/dist/', () => run(process.execPath, [astro, 'build'], options));
  return { base: `/${options.env.SITE_BASE ?? ''}/`.replace(/\/+/g, '/') };
}

async function timed(title, work) {
  const start = performance.now();
  process.stdout.write(`  ${title} … `);
  await work();
  console.log(seconds(start));
}
