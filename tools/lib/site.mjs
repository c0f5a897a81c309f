// notebooks/, exercises/, src/ → site/dist/: the website. Needs Node alone.
import { join } from 'node:path';
import { installPackages } from './packages.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { seconds } from './step.mjs';

const site = join(root, 'site');
export const siteDist = join(site, 'dist');

/**
 * Builds the site.
 *
 * @param {{base?: string, outDir?: string, prepared?: boolean}} options `base`: the path below which it will stand (default: the environment
 * variable SITE_BASE, else `/`); `prepared`: its pages are made already, for another base
 * @returns {Promise<{base: string}>}
 */
export async function buildSite({ base = process.env.SITE_BASE ?? '/', outDir = siteDist, prepared = false } = {}) {
  await installPackages();
  await installPackages(site, 'Installing the packages of site/ (npm ci)');
  const options = { cwd: site, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_BASE: base } };
  if (!prepared)
    await timed('Making pages from notebooks, exercises and library', () =>
      run(process.execPath, ['prepare/run.mjs'], options),
    );
  // Astro keeps rendered pages, also when what renders them has changed: `--force` renders them again.
  const astro = join(site, 'node_modules', 'astro', 'astro.js');
  await timed(`Building the website for ${base}`, () =>
    run(process.execPath, [astro, 'build', '--force', '--outDir', outDir], options),
  );
  return { base: `/${base}/`.replace(/\/+/g, '/') };
}

async function timed(title, work) {
  const start = performance.now();
  process.stdout.write(`  ${title} … `);
  await work();
  console.log(seconds(start));
}
