// live/*.ts → one ES module a live figure, what they share in modules beside them, and the workers of those that train.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The live figures: `<holdout-NAME>` stands in `NAME.ts`. */
export const figures = ['penalty-pull', 'soft-threshold', 'dropout-mask', 'early-stopping', 'five-model-race'];

/** Started by a figure with `new Worker(new URL('./NAME.js', import.meta.url), { type: 'module' })`. */
export const workers = ['early-stopping-worker', 'five-model-race-worker'];

/**
 * Builds the live figures into a folder, as `NAME.js`. Returns esbuild's account of what went into each file.
 *
 * @param {{ outdir: string, minify?: boolean }} options
 */
export async function buildLive({ outdir, minify = true }) {
  const { build } = await import('esbuild'); // here: a fresh clone has no packages yet
  const { metafile } = await build({
    entryPoints: [...figures, ...workers].map((name) => join(here, `${name}.ts`)),
    outdir,
    minify,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    tsconfig: join(here, 'tsconfig.json'),
    chunkNames: 'shared-[hash]',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}
